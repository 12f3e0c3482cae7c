import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { saveBlob } from '#renderer/api/downloads.ts';
import { count } from '#renderer/text/format.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import type { LeftOver } from './left-over.ts';

/** Saves the rows that cannot come in as a spreadsheet of their own, to be mended there and brought in. */
export function SaveLeft({ left }: { readonly left: LeftOver }) {
  const saving = useMutation({
    ...api.intake.leftRows.mutationOptions(),
    onSuccess: ({ csv }) => {
      const name = left.file.name.replace(/\.[^.]*$/, '');
      saveBlob(new Blob([csv], { type: 'text/csv' }), `${name}, rows to mend.csv`);
    },
  });
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={saving.isPending}
        onClick={() => saving.mutate({ ...left, rows: [...left.rows] })}
      >
        Save {count(left.rows.length, 'row')} to mend
      </Button>
      {saving.error === null ? null : <FailedState error={saving.error} />}
    </>
  );
}
