import { Button, List, Stack, Text } from '@mantine/core';
import { IconEyeOff, IconScan } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, client } from '#renderer/api/client.ts';
import { useStartedJob } from '#renderer/api/use-started-job.ts';
import { count } from '#renderer/text/format.ts';
import { summaryLines } from '#renderer/text/identifier-words.ts';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { nothingFoundWords } from '#shared/domain/identifiers/check.ts';

/** Before anything is sent: what the identifier check knows of it, and that every page needs a person. */
export function IdentifiersNote(props: { readonly portfolioId: string; readonly ids: readonly string[] }) {
  const { portfolioId, ids } = props;
  const input = { portfolioId, ids };
  const summary = useQuery({
    ...api.identifiers.summary.queryOptions({ input, staleTime: 0 }),
    placeholderData: keepPreviousData,
  });
  const job = useStartedJob(() => client.identifiers.checkMany(input));
  const found = summary.data;
  const lines = found === undefined ? [] : summaryLines(found);
  const isClear = found !== undefined && lines.length === 0;
  return (
    <Note
      tone={isClear || found === undefined ? 'info' : 'warn'}
      icon={IconEyeOff}
      title="Before you send: patients must not be recognisable"
    >
      <Stack gap="xs">
        {lines.length === 0 ? null : (
          <List size="sm">
            {lines.map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        )}
        {isClear ? <Text size="sm">{nothingFoundWords}</Text> : null}
        <Text size="sm">
          Read through what you send, and hold back anything that could name a patient. Each item shows what
          was found in it.
        </Text>
        {found === undefined || found.unchecked === 0 || job.running ? null : (
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
    </Note>
  );
}
