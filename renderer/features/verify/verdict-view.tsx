import { List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconFileUnknown } from '@tabler/icons-react';
import { grouped, sizeWords } from '#renderer/text/format.ts';
import { findingWords, verdictWords } from '#renderer/text/verdict-words.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { Verdict } from '#shared/domain/verdict.ts';
import { NotYetSigned } from './not-yet-signed.tsx';
import { ReportFacts } from './report-facts.tsx';
import { SignatureCard } from './signature-card.tsx';
import classes from './verify.module.css';

const looks = {
  valid: { icon: IconCircleCheck, tone: 'good' },
  'not-valid': { icon: IconAlertTriangle, tone: 'bad' },
  unreadable: { icon: IconFileUnknown, tone: 'bad' },
} as const;

export function VerdictView(props: { readonly name: string; readonly verdict: Verdict }) {
  const { name, verdict } = props;
  const { title, advice } = verdictWords(verdict);
  const { icon, tone } = looks[verdict.status];
  return (
    <Stack gap="md">
      <Note tone={tone} icon={icon} title={title}>
        <Text size="sm">{advice}</Text>
        {verdict.findings.length === 0 ? null : (
          <List size="sm" mt="xs">
            {verdict.findings.map((finding) => (
              <List.Item key={finding}>{findingWords[finding]}</List.Item>
            ))}
          </List>
        )}
      </Note>
      {verdict.signatures.map((signature, at) => (
        <SignatureCard
          key={`${signature.certificate} ${signature.claimedAt}`}
          signature={signature}
          alreadySaid={verdict.findings}
          placed={
            verdict.fields.find(({ fieldName }) => fieldName === signature.fieldName)?.member?.name ?? null
          }
          title={
            verdict.signatures.length === 1
              ? 'Who signed'
              : `Signature ${at + 1} of ${verdict.signatures.length}`
          }
        />
      ))}
      <NotYetSigned fields={verdict.fields} />
      {verdict.report === null ? null : <ReportFacts report={verdict.report} />}
      <Section title="The file">
        <Facts
          facts={[
            ['Name', name],
            ['Size', sizeWords(verdict.bytes)],
            [
              'Fingerprint of the file',
              <code key="hash" className={classes.hash}>
                {grouped(verdict.sha256)}
              </code>,
            ],
          ]}
        />
      </Section>
    </Stack>
  );
}
