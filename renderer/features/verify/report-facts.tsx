import { Text } from '@mantine/core';
import { grouped } from '#renderer/text/format.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { isoDateSchema, ukDate } from '#shared/domain/dates.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import classes from './verify.module.css';

const day = (date: string) => (isoDateSchema.safeParse(date).success ? ukDate(date) : date);

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
          ['Review held on', day(report.heldOn)],
          ['Outcome', report.outcome],
          [
            'Fingerprint of the record',
            <code key="fingerprint" className={classes.hash}>
              {grouped(report.fingerprint)}
            </code>,
          ],
        ]}
      />
      <Text size="sm" c="dimmed" mt="sm">
        This is a local, formative review. It is not a Gold Guide (statutory ARCP) outcome, and it does not
        say whether an application would succeed.
      </Text>
    </Section>
  );
}
