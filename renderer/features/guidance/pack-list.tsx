import { Button, Group, Menu, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { saveBlob } from '#renderer/api/downloads.ts';
import { packStandingWords } from '#renderer/text/guidance-words.ts';
import { CertaintyBadge } from '#renderer/ui/badges.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import type { PackSummary } from '#shared/domain/guidance-pack.ts';
import classes from './guidance.module.css';
import { RemovePack } from './remove-pack.tsx';

function PackRow({ pack }: { readonly pack: PackSummary }) {
  const write = useMutation(
    api.guidance.write.mutationOptions({
      meta: { refresh: false },
      onSuccess: ({ name, text }) => saveBlob(new Blob([text], { type: 'application/json' }), name),
    }),
  );
  const isOwn = pack.origin === 'own';
  const about = { 'aria-describedby': `pack-${pack.id}` };
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Text fw={600} id={`pack-${pack.id}`}>
          {pack.title}
        </Text>
        <Text size="sm" c="dimmed">
          {pack.capabilities.length} capabilities ({pack.capabilityName}). {pack.curriculum}. Version{' '}
          {pack.version}
        </Text>
        <Group gap="xs" mt={4}>
          <CertaintyBadge certainty={pack.certainty} />
          <Text size="sm">{packStandingWords[pack.certainty]}</Text>
        </Group>
        {write.error === null ? null : <FailedState error={write.error} />}
      </div>
      <Group gap="xs">
        <LinkButton to={paths.editGuidance} params={{ id: pack.id }} variant="default" size="xs" {...about}>
          {isOwn ? 'Edit' : 'Make my own from it'}
        </LinkButton>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" size="xs" loading={write.isPending} {...about}>
              Save as …
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => write.mutate({ packId: pack.id, to: 'json' })}>
              A Waymark pack (JSON)
            </Menu.Item>
            <Menu.Item onClick={() => write.mutate({ packId: pack.id, to: 'case' })}>
              A CASE package, for other systems
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {isOwn ? <RemovePack pack={pack} /> : null}
      </Group>
    </li>
  );
}

export function PackList({ packs }: { readonly packs: readonly PackSummary[] }) {
  return (
    <Stack component="ul" gap={0} className={classes.list ?? ''}>
      {packs.map((pack) => (
        <PackRow key={pack.id} pack={pack} />
      ))}
    </Stack>
  );
}
