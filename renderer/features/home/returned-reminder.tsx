import { Box, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { count } from '#renderer/text/format.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { paths } from '#renderer/ui/paths.ts';

/** Only when there are any: how many items a supervisor sent back, and the way to them. */
export function ReturnedReminder({ portfolioId }: { readonly portfolioId: string }) {
  const query = useQuery(api.feedback.list.queryOptions({ input: { portfolioId, limit: 1 } }));
  const returned = query.data?.counts.returned ?? 0;
  if (returned === 0) return null;
  return (
    <Box mb="md">
      <Note
        tone="warn"
        icon={IconArrowBackUp}
        title={count(returned, 'item came back with a comment', 'items came back with comments')}
      >
        <Text size="sm">
          A supervisor asks for something. Once you have changed an item and sent it again, it comes first in
          what waits for them.
        </Text>
        <LinkButton to={paths.evidence} search={{ text: 'has:returned' }} variant="default" size="xs" mt="xs">
          Go to what came back
        </LinkButton>
      </Note>
    </Box>
  );
}
