import { Button, Container, Group, Paper, Stack } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useStatus } from '#renderer/api/status.ts';
import { useLock } from '#renderer/api/vault-changes.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { pageWillChange } from '#renderer/ui/page-focus.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { EmptyState, FailedState } from '#renderer/ui/states.tsx';
import type { RestoredResult } from '#shared/contract/backups.ts';
import { ChooseBackup, type ChosenBackup } from './choose-backup.tsx';
import { OpenBackup } from './open-backup.tsx';
import { RestoredPanel } from './restored-panel.tsx';

/** The way there from an open vault. */
function LockFirst() {
  const lock = useLock();
  return (
    <EmptyState
      icon={IconLock}
      title="Waymark locks first"
      action={
        <Stack gap="sm" align="center">
          <Group gap="sm" justify="center">
            <Button loading={lock.isPending} onClick={() => lock.mutate(undefined)}>
              Lock and go on
            </Button>
            <LinkButton to={paths.home} variant="default">
              Back to Waymark
            </LinkButton>
          </Group>
          {lock.isError ? <FailedState error={lock.error} /> : null}
        </Stack>
      }
    >
      A vault is put back while none is open. Locking saves what you are writing; the backups are then shown
      here, and nothing is changed before you choose one.
    </EmptyState>
  );
}

/** Puts a vault back: which backup, what opens it, done. Reached from the first start, the lock and a vault fault. */
export function RestoreScreen() {
  const { data: status } = useStatus();
  const [chosen, setChosen] = useState<ChosenBackup | null>(null);
  const [restored, setRestored] = useState<RestoredResult | null>(null);
  if (status === undefined) return null;
  if (status.state === 'open' && restored === null) {
    return (
      <Container size="sm" px={0}>
        <PageHeader title="Restore from a backup" />
        <LockFirst />
      </Container>
    );
  }
  const inTheWay = status.state !== 'absent';
  const turnTo = (next: ChosenBackup | null) => {
    pageWillChange();
    setChosen(next);
  };
  return (
    <Container size="sm" px={0}>
      <PageHeader
        key={restored === null ? String(chosen === null) : 'restored'}
        title={restored === null ? 'Restore from a backup' : 'Your vault is back'}
        intro={restored === null ? 'Everything is checked before anything is put in its place.' : undefined}
      />
      <Paper withBorder radius="md" p="lg">
        {restored !== null ? (
          <RestoredPanel restored={restored} />
        ) : chosen === null ? (
          <ChooseBackup onChosen={turnTo} />
        ) : (
          <OpenBackup
            chosen={chosen}
            inTheWay={inTheWay}
            vaultFolder={status.vaultFolder}
            onBack={() => turnTo(null)}
            onRestored={(result) => {
              pageWillChange();
              setRestored(result);
            }}
          />
        )}
      </Paper>
    </Container>
  );
}
