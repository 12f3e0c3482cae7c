import { Button, Code, Group, List, Stack, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { client } from '#renderer/api/client.ts';
import { useStartedJob } from '#renderer/api/use-started-job.ts';
import { findingPlace, findingWords } from '#renderer/text/backup-words.ts';
import { count, sizeWords } from '#renderer/text/format.ts';
import { Caution } from '#renderer/ui/caution.tsx';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { type CheckReport, checkReportSchema, type Finding, isSound } from '#shared/domain/vault-check.ts';

const most = 50;

function Findings(props: { readonly findings: readonly Finding[] }) {
  const { findings } = props;
  return (
    <List size="sm" spacing={6}>
      {findings.slice(0, most).map((finding) => (
        <List.Item key={`${finding.code} ${finding.place} ${finding.detail}`}>
          {findingWords[finding.code]}
          <br />
          <Code>{findingPlace(finding)}</Code>
        </List.Item>
      ))}
      {findings.length > most ? (
        <List.Item>and {count(findings.length - most, 'more', 'more')}</List.Item>
      ) : null}
    </List>
  );
}

function Report(props: { readonly report: CheckReport }) {
  const { counts, findings } = props.report;
  const faults = findings.filter(({ kind }) => kind === 'fault');
  const notes = findings.filter(({ kind }) => kind === 'note');
  return (
    <Stack gap="sm" role="status">
      {isSound(props.report) ? (
        <Text fw={700}>Everything is as it was saved.</Text>
      ) : (
        <Caution title={`${count(faults.length, 'fault')} found`}>
          Do not edit or delete anything in the vault folder. Make a copy of it, then restore from a backup:
          what is damaged is kept beside it.
        </Caution>
      )}
      <Text size="sm">
        Read from the first save to the last: {count(counts.lines, 'save')}, {count(counts.records, 'record')}
        , {count(counts.attachments, 'attached file')} ({sizeWords(counts.attachmentBytes)}),{' '}
        {count(counts.seals, 'seal')}. Compared with what was noted on{' '}
        {count(counts.sealedHeads, 'earlier occasion')}.
      </Text>
      {faults.length > 0 ? <Findings findings={faults} /> : null}
      {notes.length > 0 ? (
        <>
          <Text size="sm" fw={700}>
            No reason to worry, but worth knowing
          </Text>
          <Findings findings={notes} />
        </>
      ) : null}
    </Stack>
  );
}

/** Reads the whole vault and says whether all of it is sound. */
export function CheckVault() {
  const checking = useStartedJob<null>(() => client.backups.check());
  const report =
    checking.job?.state === 'done' ? checkReportSchema.safeParse(checking.job.result).data : undefined;
  return (
    <Section
      title="Check this vault"
      intro="Reads every save and every attached file, and checks seals, references and history. It changes nothing."
    >
      <Stack gap="md">
        {checking.running ? (
          <JobProgress watched={checking.watched} label="Checking the vault" />
        ) : (
          <Group>
            <Button
              variant="default"
              leftSection={<IconShieldCheck size={18} aria-hidden />}
              onClick={() => checking.start(null)}
            >
              Check this vault
            </Button>
          </Group>
        )}
        {checking.error === null ? null : <FailedState error={checking.error} />}
        {report === undefined ? null : <Report report={report} />}
      </Stack>
    </Section>
  );
}
