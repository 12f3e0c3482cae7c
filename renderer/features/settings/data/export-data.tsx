import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconDownload, IconFolderOpen } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { saveOutgoing } from '#renderer/api/downloads.ts';
import { useJob } from '#renderer/api/use-job.ts';
import { count, sizeWords } from '#renderer/text/format.ts';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { openExportResultSchema } from '#shared/contract/your-data.ts';

function Ready(props: { readonly result: unknown }) {
  const parsed = openExportResultSchema.safeParse(props.result);
  const save = useMutation({
    mutationFn: async () => (parsed.success ? saveOutgoing(parsed.data.fileId, parsed.data.name) : undefined),
    meta: { refresh: false },
  });
  if (!parsed.success) return null;
  const { name, size, items, originals } = parsed.data;
  return (
    <Stack gap="sm">
      <Text size="sm" role="status">
        {name} is ready: {count(items, 'item')}, {count(originals, 'file')}, {sizeWords(size)}. It is not
        encrypted once it is saved.
      </Text>
      <Group>
        <Button
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          Save the folder (ZIP)
        </Button>
      </Group>
      {save.error === null ? null : <FailedState error={save.error} />}
    </Stack>
  );
}

/** Asked before anything is written: what is written can be read by anybody. */
function Confirm(props: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}) {
  const [understood, setUnderstood] = useState(false);
  return (
    <Modal opened={props.opened} onClose={props.onClose} title="This will not be encrypted" centered>
      <Stack gap="md">
        <Text size="sm">
          Anybody who gets hold of the folder can read all of it: your reflections, your files, your reviews.
          Save it only where nobody else can open it, and never in a shared or synced folder.
        </Text>
        <Checkbox
          label="I understand that it is not encrypted"
          checked={understood}
          onChange={(event) => setUnderstood(event.currentTarget.checked)}
        />
        <Group gap="sm">
          <Button disabled={!understood} onClick={props.onConfirm}>
            Export everything
          </Button>
          <Button variant="default" onClick={props.onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Everything, in formats any program reads: for people who want to leave. */
export function ExportData() {
  const [opened, { open, close }] = useDisclosure(false);
  const [jobId, setJobId] = useState<string | null>(null);
  const start = useMutation({
    ...api.yourData.exportAll.mutationOptions(),
    meta: { refresh: false },
    onSuccess: (started) => setJobId(started.jobId),
  });
  const watched = useJob(jobId);
  return (
    <Section
      title="Export everything in open formats"
      intro="A folder with spreadsheets (CSV), all records (JSON), every file as you added it, signed reports, and a summary to read. No Waymark is needed to open it."
    >
      <Stack gap="md">
        <Note tone="warn" icon={IconAlertTriangle} title="An export is not encrypted">
          <Text size="sm">
            To move to another computer, or to keep a copy, make a backup instead: it is encrypted and holds
            the history as well.
          </Text>
        </Note>
        {watched.running ? null : (
          <Group>
            <Button
              variant="default"
              leftSection={<IconFolderOpen size={16} aria-hidden />}
              loading={start.isPending}
              onClick={open}
            >
              Export everything…
            </Button>
          </Group>
        )}
        <JobProgress watched={watched} label="Exporting" />
        {watched.job?.state === 'done' ? <Ready result={watched.job.result} /> : null}
        {start.error === null ? null : <FailedState error={start.error} />}
      </Stack>
      {opened ? (
        <Confirm
          opened
          onClose={close}
          onConfirm={() => {
            close();
            start.mutate({ portfolioId: null });
          }}
        />
      ) : null}
    </Section>
  );
}
