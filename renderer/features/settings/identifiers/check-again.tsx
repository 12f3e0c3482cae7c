import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { count } from '#renderer/text/format.ts';
import { CheckFilesNow } from '#renderer/ui/identifiers/check-files-now.tsx';
import { Section } from '#renderer/ui/section.tsx';

/** Files that were not looked through as things are set now, and a way to have that done. */
export function CheckAgain({ portfolioId }: { readonly portfolioId: string }) {
  const input = { portfolioId, ids: null };
  const summary = useQuery(api.identifiers.summary.queryOptions({ input, staleTime: 0 }));
  const found = summary.data;
  if (found === undefined || found.files === 0) return null;
  return (
    <Section
      title="Files of this portfolio"
      intro="What is written in items follows a change at once. Files have to be looked through again."
    >
      <Stack gap="sm">
        <Text size="sm" role="status">
          {found.unchecked === 0
            ? `All ${count(found.files, 'file')} were looked through with these settings.`
            : `${found.unchecked} of ${count(found.files, 'file')} not looked through with these settings yet.`}
        </Text>
        <CheckFilesNow portfolioId={portfolioId} ids={null} unchecked={found.unchecked} />
      </Stack>
    </Section>
  );
}
