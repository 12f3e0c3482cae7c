import { Text } from '@mantine/core';
import { grouped } from '#renderer/text/format.ts';
import { recommendationWords } from '#renderer/text/supervisor-report-words.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { isoDateSchema, ukDate } from '#shared/domain/dates.ts';
import { reportRecommendationSchema } from '#shared/domain/supervision/supervisor-report.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import classes from './verify.module.css';

const day = (date: string) => (isoDateSchema.safeParse(date).success ? ukDate(date) : date);

const recommended = (code: string) => {
  const known = reportRecommendationSchema.safeParse(code);
  return known.success ? recommendationWords[known.data].name : code;
};

/** What the signed report itself says, read from the data inside it. */
export function ReportFacts(props: { readonly report: NonNullable<Verdict['report']> }) {
  const { report } = props;
  return (
    <Section
      title="What the report says"
      actions={report.sample ? <ToneBadge tone="warn">Sample: invented people</ToneBadge> : undefined}
    >
      <Facts
        facts={[
          ['Doctor', report.doctor],
          ...(report.kind === 'supervisor-report'
            ? ([
                ['Supervisor’s report up to', day(report.heldOn)],
                ['What it recommends', recommended(report.outcome)],
              ] as const)
            : ([
                ['Review held on', day(report.heldOn)],
                ['Outcome', report.outcome],
              ] as const)),
          [
            'Fingerprint of the record',
            <code key="fingerprint" className={classes.hash}>
              {grouped(report.fingerprint)}
            </code>,
          ],
        ]}
      />
      <Text size="sm" c="dimmed" mt="sm">
        {report.kind === 'supervisor-report'
          ? 'This is one supervisor’s view, written for a local, formative review. It is not'
          : 'This is a local, formative review. It is not'}{' '}
        a Gold Guide (statutory ARCP) outcome, and it does not say whether an application would succeed.
      </Text>
    </Section>
  );
}
