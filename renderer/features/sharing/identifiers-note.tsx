import { Button, List, Stack, Text } from '@mantine/core';
import { IconEyeOff, IconScan } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, client } from '#renderer/api/client.ts';
import { useStartedJob } from '#renderer/api/use-started-job.ts';
import { count } from '#renderer/text/format.ts';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { IdentifierSummary } from '#shared/contract/identifiers.ts';
import { nothingFoundWords } from '#shared/domain/identifiers/check.ts';

/** What the check says of them, each a line; empty where it has nothing to say. */
function linesOf(summary: IdentifierSummary): readonly string[] {
  const { filesWithHits, itemsWithHits, unchecked, unreadable, stale } = summary;
  return [
    filesWithHits === 0 ? '' : `${count(filesWithHits, 'file')} with possible identifiers.`,
    itemsWithHits === 0
      ? ''
      : `${count(itemsWithHits, 'item')} with possible identifiers in what is written.`,
    unchecked === 0 ? '' : `${count(unchecked, 'file')} not checked yet.`,
    unreadable === 0 ? '' : `${count(unreadable, 'file')} without words that can be read: look yourself.`,
    stale === 0 ? '' : `${count(stale, 'item')} changed since being marked as anonymised.`,
  ].filter((line) => line !== '');
}

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
  const lines = found === undefined ? [] : linesOf(found);
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
