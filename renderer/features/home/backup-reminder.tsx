import { Box, Text } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { paths } from '#renderer/ui/paths.ts';

/** Only when something is wrong with the backups: a failure, or none for a week. */
export function BackupReminder() {
  const status = useQuery(api.backups.status.queryOptions());
  const { kept = false, overdue = false, running = false, failed = null, backups = [] } = status.data ?? {};
  if (!kept || running || !overdue) return null;
  // On the very first day there is nothing to back up yet; the first lock makes the first one.
  if (backups.length === 0 && failed === null) return null;
  return (
    <Box mb="md">
      <Note
        tone="warn"
        icon={IconArchive}
        title={failed === null ? 'The last backup is older than a week' : 'Backups could not be made'}
      >
        <Text size="sm">
          Your work is saved. But if this computer is lost, so is everything since the last backup.
        </Text>
        <LinkButton to={paths.settings} search={{ tab: 'backups' }} variant="default" size="xs" mt="xs">
          Go to backups
        </LinkButton>
      </Note>
    </Box>
  );
}
