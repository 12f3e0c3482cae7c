import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconFolders } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { saveOutgoing } from '#renderer/api/downloads.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { useJob } from '#renderer/api/use-job.ts';
import { capital, count, sizeWords } from '#renderer/text/format.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import {
  type SetKind,
  type SubmissionWritten,
  submissionWrittenSchema,
} from '#shared/contract/submission.ts';
import { besideReasons, besideWords } from '#shared/domain/submission/beside-words.ts';
import { setIsNot } from '#shared/domain/submission/set-words.ts';
import classes from './submission.module.css';

/** What is no part of a joined PDF, by the reason. */
function BesideFiles({ beside }: Pick<SubmissionWritten, 'beside'>) {
  return besideReasons.map((reason) => {
    const files = beside.filter(({ why }) => why === reason);
    return files.length === 0 ? null : (
      <Disclosure key={reason} label={`${capital(besideWords[reason])} (${count(files.length, 'file')})`}>
        <ul className={classes.points}>
          {files.map(({ path }) => (
            <li key={path}>{path}</li>
          ))}
        </ul>
      </Disclosure>
    );
  });
}

function Ready({ written }: { readonly written: SubmissionWritten }) {
  const { fileId, name, size, files, pages, beside } = written;
  const save = useMutation({ mutationFn: () => saveOutgoing(fileId, name), meta: { refresh: false } });
  return (
    <Stack gap="xs" role="status">
      <Text size="sm">
        {name}: {count(files, 'file')}, {count(pages, 'page')}, {sizeWords(size)}. It is not encrypted: keep
        it where only you can open it.
      </Text>
      <Group>
        <Button
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          Save the set
        </Button>
      </Group>
      {save.error === null ? null : <FailedState error={save.error} />}
      <BesideFiles beside={beside} />
    </Stack>
  );
}

/** Writes the set as one ZIP. */
export function WritePart(props: {
  readonly set: SetKind;
  readonly problems: number;
  readonly empty: boolean;
}) {
  const { set, problems, empty } = props;
  const { portfolioId } = usePortfolio();
  const [join, setJoin] = useState(true);
  const [jobId, setJobId] = useState<string | null>(null);
  const start = useMutation({
    ...api.submission.write.mutationOptions(),
    meta: { refresh: false },
    onSuccess: (started) => setJobId(started.jobId),
  });
  const watched = useJob(jobId);
  const written = submissionWrittenSchema.safeParse(watched.job?.result);
  return (
    <Section title="Write the set" intro={setIsNot}>
      <Stack gap="sm">
        <Checkbox
          label="One PDF a section"
          description="PDFs and pictures of a section become one PDF with bookmarks and page numbers. Other files lie beside it."
          checked={join}
          onChange={(event) => setJoin(event.currentTarget.checked)}
        />
        {watched.running ? null : (
          <Group gap="md">
            <Button
              variant={written.success ? 'default' : 'filled'}
              leftSection={<IconFolders size={18} aria-hidden />}
              loading={start.isPending}
              disabled={empty}
              onClick={() => start.mutate({ portfolioId, set, join })}
            >
              Put the set together
            </Button>
            <Text size="sm" c="dimmed">
              {empty
                ? 'There is nothing to hand over yet.'
                : problems === 0
                  ? 'Folders, an index and a README in one ZIP.'
                  : `${count(problems, 'thing', 'things')} worth a look, below. You can write it all the same.`}
            </Text>
          </Group>
        )}
        {start.error === null ? null : <FailedState error={start.error} />}
        <JobProgress watched={watched} label="Putting the set together" />
        {written.success ? <Ready written={written.data} /> : null}
      </Stack>
    </Section>
  );
}
