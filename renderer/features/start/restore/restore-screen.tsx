import { Container, Paper } from '@mantine/core';
import { IconLockOpen2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useStatus } from '#renderer/api/status.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { pageWillChange } from '#renderer/ui/page-focus.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { EmptyState } from '#renderer/ui/states.tsx';
import type { RestoredResult } from '#shared/contract/backups.ts';
import { ChooseBackup, type ChosenBackup } from './choose-backup.tsx';
import { OpenBackup } from './open-backup.tsx';
import { RestoredPanel } from './restored-panel.tsx';

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
        <EmptyState
          icon={IconLockOpen2}
          title="Lock Waymark first"
          action={<LinkButton to={paths.home}>Back to Waymark</LinkButton>}
        >
          A vault is put back while none is open. Lock Waymark, then choose “Restore from a backup” on the
          lock screen.
        </EmptyState>
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
