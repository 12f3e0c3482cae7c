import { List, Stack, Text } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { summaryLines } from '#renderer/text/identifier-words.ts';
import { CheckFilesNow } from '#renderer/ui/identifiers/check-files-now.tsx';
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
        <CheckFilesNow portfolioId={portfolioId} ids={ids} unchecked={found?.unchecked} />
      </Stack>
    </Note>
  );
}
