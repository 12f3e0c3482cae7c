import { Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';

/** The way to other guidance altogether, such as a Trust's own pack made from this one. */
export function MoveElsewhere({ current }: { readonly current: GuidancePack }) {
  const packs = useQuery(api.guidance.list.queryOptions());
  const [id, setId] = useState<string | null>(null);
  const others = (packs.data ?? []).filter((pack) => pack.id !== current.id);
  return (
    <Group gap="sm" align="flex-end" w="100%">
      <Select
        label="Other guidance"
        placeholder="Choose a pack"
        data={others.map((pack) => ({ value: pack.id, label: `${pack.title} ${pack.version}` }))}
        value={id}
        onChange={setId}
        searchable
        w="100%"
        maw="22rem"
      />
      {id === null ? null : (
        <LinkButton to={paths.changeGuidance} params={{ id }} variant="default">
          See what it changes
        </LinkButton>
      )}
    </Group>
  );
}
