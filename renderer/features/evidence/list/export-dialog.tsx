import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { client } from '#renderer/api/client.ts';
import { saveOutgoing } from '#renderer/api/downloads.ts';
import { useStartedJob } from '#renderer/api/use-started-job.ts';
import { count } from '#renderer/text/format.ts';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { openExportResultSchema } from '#shared/contract/your-data.ts';
import type { ListColumn } from '#shared/domain/evidence-list/columns.ts';

/** Writes the selected items as a table of the shown columns, or with their files, and has it saved. */
export function ExportDialog(props: {
  readonly opened: boolean;
  readonly portfolioId: string;
  readonly ids: readonly string[];
  readonly columns: readonly ListColumn[];
  readonly onClose: () => void;
}) {
  const { opened, portfolioId, ids, columns, onClose } = props;
  const [files, setFiles] = useState(false);
  const [saveFault, setSaveFault] = useState<unknown>(null);
  const { watched, running, error, start } = useStartedJob(
    () => client.evidence.exportMany({ portfolioId, ids: [...ids], columns: [...columns], files }),
    (result) => {
      const made = openExportResultSchema.parse(result);
      saveOutgoing(made.fileId, made.name).then(onClose, setSaveFault);
    },
  );
  return (
    <Modal opened={opened} onClose={onClose} title="Export" centered>
      <Stack gap="sm">
        <Radio.Group
          label={`What to write of ${count(ids.length, 'item')}`}
          value={files ? 'files' : 'table'}
          onChange={(value) => setFiles(value === 'files')}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="table" label="A table (CSV) of the columns this list shows" data-autofocus />
            <Radio value="files" label="A ZIP of that table and the files" />
          </Stack>
        </Radio.Group>
        <Text size="sm">
          What you export is not encrypted. Of a file that has been redacted it holds the redacted copy.
        </Text>
        <JobProgress watched={watched} label="Writing the export" />
        {error === null || error === undefined || watched.failure !== null ? null : (
          <FailedState error={error} />
        )}
        {saveFault === null ? null : <FailedState error={saveFault} />}
        <Group gap="sm">
          <Button loading={running} onClick={() => start(undefined)}>
            Export
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
