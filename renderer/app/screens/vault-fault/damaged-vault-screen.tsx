import { Button, Code, Container, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { AppStatus } from '#renderer/api/status.ts';
import { useLock } from '#renderer/api/vault-changes.ts';
import { damageWordsFor } from '#renderer/text/salvage-words.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import { BareFrame } from '../../shell/bare-frame.tsx';
import { OpenGoodPart } from './open-good-part.tsx';

type DamagedFault = Extract<NonNullable<AppStatus['fault']>, { readonly code: 'VAULT_DAMAGED' }>;

const headerFile = 'vault.json';

function Closing() {
  const lock = useLock();
  const navigate = useNavigate();
  const close = () =>
    lock.mutate(undefined, { onSuccess: () => void navigate({ to: paths.home, replace: true }) });
  return (
    <Stack gap="sm">
      <Text size="sm">
        Leave everything as it is and decide later. Waymark asks for your passphrase again next time.
      </Text>
      <Group>
        <Button variant="default" loading={lock.isPending} onClick={close}>
          Close the vault
        </Button>
        <LinkButton to={paths.verify} variant="subtle">
          Verify a report
        </LinkButton>
      </Group>
      {lock.isError ? <FailedState error={lock.error} /> : null}
    </Stack>
  );
}

/**
 * Something in the vault is damaged: which file, what is safe, and the three things one can do. Nothing is repaired,
 * defaulted or deleted unasked.
 */
export function DamagedVaultScreen(props: {
  /** Null where the vault is open and only a part of it cannot be read. */
  readonly fault: DamagedFault | null;
  readonly status: AppStatus;
}) {
  const { fault, status } = props;
  const file = fault?.data.file;
  return (
    <BareFrame back={status.state === 'open'}>
      <Container size="sm" px={0}>
        <PageHeader title="Part of your vault is damaged" />
        <Stack gap="lg">
          <Text>
            {fault === null ? (
              'Waymark could not read a file of this vault as it was written. '
            ) : (
              <>
                The file <Code>{fault.data.file}</Code> {damageWordsFor(fault.data.what)}.{' '}
              </>
            )}
            Nothing was repaired, replaced or deleted.
          </Text>
          <Note tone="info" icon={IconCopy} title="Copy the vault folder first, if you can">
            <Text size="sm">
              Copy it whole to another disk, and change nothing in it by hand. It is here:{' '}
              <Code>{status.vaultFolder}</Code>
            </Text>
          </Note>
          <Paper withBorder p="lg" radius="md">
            <Title order={2} size="h4" mb="xs">
              Open the good part
            </Title>
            {file === headerFile ? (
              <Text size="sm">
                Not possible this time: the damaged file is the one that holds the keys. Everything else is
                still there, and a backup brings the keys back.
              </Text>
            ) : (
              <OpenGoodPart />
            )}
          </Paper>
          <Paper withBorder p="lg" radius="md">
            <Title order={2} size="h4" mb="xs">
              Restore from a backup
            </Title>
            <Text size="sm">
              A backup holds everything up to the day it was made, attachments and history included. It opens
              with your passphrase or your recovery code, and the damaged vault is kept beside it.
            </Text>
            <LinkButton to={paths.restore} variant="default" mt="sm">
              Restore from a backup
            </LinkButton>
          </Paper>
          <Paper withBorder p="lg" radius="md">
            <Title order={2} size="h4" mb="xs">
              Close
            </Title>
            <Closing />
          </Paper>
          <Text size="sm" c="dimmed">
            This Waymark: version {status.version}
          </Text>
        </Stack>
      </Container>
    </BareFrame>
  );
}
