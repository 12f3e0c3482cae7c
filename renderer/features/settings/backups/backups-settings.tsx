import { Stack } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { BackupFolder } from './backup-folder.tsx';
import { BackupList } from './backup-list.tsx';
import { BringInBackup } from './bring-in-backup.tsx';
import { CheckVault } from './check-vault.tsx';
import { CompleteFile } from './complete-file.tsx';
import { CopiesFound } from './copies-found.tsx';
import { LastBackup } from './last-backup.tsx';

/** While one is being made the screen looks again, so that it is there when it is done. Milliseconds. */
const lookAgain = 1000;

/** Copies of everything, outside the vault; and whether the vault itself is sound. */
export function BackupsSettings() {
  const status = useQuery({
    ...api.backups.status.queryOptions(),
    refetchInterval: (query) => (query.state.data?.running === true ? lookAgain : false),
  });
  return (
    <QueryStates query={status} what="backups">
      {(backups) =>
        backups.kept ? (
          <Stack gap="md">
            <CopiesFound />
            <LastBackup status={backups} />
            <CompleteFile />
            <BackupFolder key={backups.folder} status={backups} />
            <BackupList status={backups} />
            <BringInBackup status={backups} />
            <CheckVault />
          </Stack>
        ) : (
          <EmptyState icon={IconArchive} title="The sample is not backed up">
            Nothing you do in it is kept. Your own vault is backed up by itself every day you use it.
          </EmptyState>
        )
      }
    </QueryStates>
  );
}
