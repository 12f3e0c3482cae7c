import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { count } from '#renderer/text/format.ts';
import { issueWords } from '#renderer/text/issue-words.ts';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { UploadList } from '#renderer/ui/upload-list.tsx';
import { useUploads } from '#renderer/ui/use-uploads.ts';
import classes from './opportunities.module.css';

type Given = { readonly uploadId: string; readonly name: string };

/** Brings in another programme's list, or a spreadsheet: looked at first, row by row. */
export function TakeIn() {
  const [file, setFile] = useState<Given | null>(null);
  const preview = useMutation(api.opportunities.preview.mutationOptions({ meta: { refresh: false } }));
  const take = useMutation(api.opportunities.takeIn.mutationOptions());
  const desk = useUploads(async (uploadId, given) => {
    const next = { uploadId, name: given.name };
    take.reset();
    setFile(next);
    await preview.mutateAsync({ file: next }).catch(() => undefined);
  });
  const rows = preview.data?.rows ?? [];
  const faulty = rows.filter(({ issues }) => issues.length > 0);
  const known = rows.filter(({ known: here }) => here).length;
  const fresh = rows.length - faulty.length - known;
  return (
    <Stack gap="sm">
      <FileDrop
        label="Choose a list"
        hint="A list from another Waymark (.json), or a spreadsheet with the columns of the one saved here."
        multiple={false}
        accept=".json,.csv,.xlsx"
        onFiles={desk.add}
      />
      <UploadList desk={desk} />
      {preview.error === null ? null : <FailedState error={preview.error} />}
      {file === null || preview.data === undefined ? null : take.data === undefined ? (
        <Stack gap="xs" role="status">
          <Text>
            {count(fresh, 'opportunity', 'opportunities')} would be added
            {known === 0 ? '' : `, ${known} are on the list already`}
            {faulty.length === 0 ? '.' : `, ${count(faulty.length, 'row')} cannot be taken:`}
          </Text>
          {faulty.length === 0 ? null : (
            <ul className={classes.reasons}>
              {faulty.slice(0, 50).map(({ row, title, issues }) => (
                <li key={row}>
                  Row {row}
                  {title === '' ? '' : `, ${title}`}:{' '}
                  {issues.map(({ path, code }) => `${path[0] ?? ''}: ${issueWords(code)}`).join('; ')}
                </li>
              ))}
            </ul>
          )}
          <Group>
            <Button
              disabled={fresh === 0}
              loading={take.isPending}
              onClick={() => take.mutate({ file })}
            >{`Add ${count(fresh, 'opportunity', 'opportunities')}`}</Button>
          </Group>
          {take.error === null ? null : <FailedState error={take.error} />}
        </Stack>
      ) : (
        <Text role="status">
          {count(take.data.added, 'opportunity was', 'opportunities were')} added to the list.
        </Text>
      )}
    </Stack>
  );
}
