import { Box, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { count } from '#renderer/text/format.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { paths } from '#renderer/ui/paths.ts';

/** Only when there are drafts: how many wait to be finished, and the way to them. */
export function DraftsReminder({ portfolioId }: { readonly portfolioId: string }) {
  const drafts = useQuery(api.intake.drafts.queryOptions({ input: { portfolioId } })).data?.rows ?? [];
  if (drafts.length === 0) return null;
  return (
    <Box mb="md">
      <Note tone="info" icon={IconPencil} title={`${count(drafts.length, 'draft')} to finish`}>
        <Text size="sm">Drafts are safe, but count nowhere and go to nobody until you finish them.</Text>
        <LinkButton to={paths.drafts} variant="default" size="xs" mt="xs">
          Go to the drafts
        </LinkButton>
      </Note>
    </Box>
  );
}
