import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { client } from '#renderer/api/client.ts';
import { knownFailure } from '#renderer/api/failures.ts';
import { useStartedJob } from '#renderer/api/use-started-job.ts';
import { backupContents, backupLine } from '#renderer/text/backup-words.ts';
import { failureWords } from '#renderer/text/failure-words.ts';
import { momentWords } from '#renderer/text/format.ts';
import { Caution } from '#renderer/ui/caution.tsx';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import type { BackupStatus } from '#shared/contract/backups.ts';
import { DamagedParts } from './damaged-parts.tsx';

function WhyNot(props: { readonly failed: NonNullable<BackupStatus['failed']> }) {
  const { at, code, data } = props.failed;
  const known = knownFailure(code, data);
  const words = known === null ? null : failureWords(known);
  return (
    <Caution title={`The backup of ${momentWords(at)} could not be made`}>
      {words === null ? 'Try again.' : words.next}
    </Caution>
  );
}

/** When the last backup was made, and one more. */
export function LastBackup(props: { readonly status: BackupStatus }) {
  const { backups, failed, overdue, running } = props.status;
  const making = useStartedJob<null>(() => client.backups.make());
  const [last] = backups;
  return (
    <Section
      title="Backups"
      intro="Waymark makes one by itself on every day you change something, when you lock or close it, and before anything that changes much. Each is read back and compared before it counts."
    >
      <Stack gap="md">
        {failed === null || making.running || making.error !== null ? null : <WhyNot failed={failed} />}
        {overdue && failed === null ? (
          <Caution
            title={last === undefined ? 'There is no backup yet' : 'The last backup is older than a week'}
          >
            {last === undefined
              ? 'If a file of this vault is damaged, there is nothing to go back to.'
              : 'If a file of this vault is damaged, what was written since is lost with it.'}
          </Caution>
        ) : null}
        {last === undefined ? null : <DamagedParts damaged={last.damaged} />}
        {last === undefined ? null : (
          <div>
            <Text fw={700}>Last backup: {backupLine(last)}</Text>
            <Text size="sm" c="dimmed">
              {backupContents(last)}
            </Text>
          </div>
        )}
        {making.running ? (
          <JobProgress watched={making.watched} label="Making a backup" />
        ) : (
          <Group>
            <Button
              variant={overdue ? 'filled' : 'default'}
              leftSection={<IconArchive size={18} aria-hidden />}
              disabled={running}
              onClick={() => making.start(null)}
            >
              Make a backup now
            </Button>
            {making.job?.state === 'done' ? (
              <Text size="sm" role="status">
                Done, and read back.
              </Text>
            ) : null}
          </Group>
        )}
        {making.error === null ? null : <FailedState error={making.error} />}
      </Stack>
    </Section>
  );
}
