import { Group, Text } from '@mantine/core';
import { CertaintyBadge } from '#renderer/ui/badges.tsx';
import type { Certainty, GuidancePack } from '#shared/domain/guidance-pack.ts';

/** Where a fact of the pack was read and how sure it is. */
export function Provenance(props: {
  readonly pack: GuidancePack;
  readonly source: string;
  readonly certainty: Certainty;
}) {
  const source = props.pack.sources.find(({ id }) => id === props.source);
  return (
    <Group gap={6} component="span">
      <CertaintyBadge certainty={props.certainty} />
      {source === undefined ? null : (
        <Text span size="xs" c="dimmed">
          {source.publisher}: {source.title}
          {source.date === null ? '' : `, ${source.date}`}
        </Text>
      )}
    </Group>
  );
}
