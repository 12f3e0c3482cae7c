import { Box, Text } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { paths } from '#renderer/ui/paths.ts';

/** Another version of the vault lies about: work that is not shown here may be in it. */
export function CopiesReminder() {
  const { data: copies = [] } = useQuery(api.backups.copies.queryOptions());
  if (copies.length === 0) return null;
  return (
    <Box mb="md">
      <Note tone="warn" icon={IconGitMerge} title="Another version of this vault was found">
        <Text size="sm">
          A sync program or somebody has left a copy that may hold work of yours. It can be brought in without
          overwriting anything.
        </Text>
        <LinkButton to={paths.settings} search={{ tab: 'backups' }} variant="default" size="xs" mt="xs">
          See what is in it
        </LinkButton>
      </Note>
    </Box>
  );
}
