import { Button, Stack, Text } from '@mantine/core';
import { IconScan } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api, client } from '#renderer/api/client.ts';
import { useStartedJob } from '#renderer/api/use-started-job.ts';
import { count } from '#renderer/text/format.ts';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { Section } from '#renderer/ui/section.tsx';

/** Files that were not looked through as things are set now, and a way to have that done. */
export function CheckAgain({ portfolioId }: { readonly portfolioId: string }) {
  const input = { portfolioId, ids: null };
  const summary = useQuery(api.identifiers.summary.queryOptions({ input, staleTime: 0 }));
  const job = useStartedJob(() => client.identifiers.checkMany(input));
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
        {found.unchecked === 0 || job.running ? null : (
          <Button
            variant="default"
            w="fit-content"
            leftSection={<IconScan size={18} aria-hidden />}
            onClick={() => job.start(undefined)}
          >
            Check {count(found.unchecked, 'file')} now
          </Button>
        )}
        <JobProgress watched={job.watched} label="Looking for identifiers" unit="file" />
      </Stack>
    </Section>
  );
}
