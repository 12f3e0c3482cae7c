import { Stack, Text } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { dayWords } from '#renderer/text/format.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import type { ShownReport } from '#shared/contract/supervisor-reports.ts';
import { BeginReport } from './begin-report.tsx';
import classes from './report.module.css';

function Line({ shown }: { readonly shown: ShownReport }) {
  const { report, age, followedBy, reviewOn } = shown;
  const { from, to } = report.period;
  return (
    <li className={classes.line}>
      <div className={classes.lineWords}>
        <TextLink to={paths.supervisorReport} params={{ id: report.id }}>
          {dayWords(from)} to {dayWords(to)}, by {report.author.name}
        </TextLink>
        <Text size="sm" c="dimmed">
          {reviewOn === null ? 'For no planned review' : `For the review on ${dayWords(reviewOn)}`}
        </Text>
      </div>
      <div className={classes.badges}>
        {report.sealedOn === null ? (
          <ToneBadge tone="info">Draft</ToneBadge>
        ) : (
          <ToneBadge tone="good">{`Sealed ${dayWords(report.sealedOn)}`}</ToneBadge>
        )}
        {age?.tooOld === true && followedBy === null ? <ToneBadge tone="warn">Too old</ToneBadge> : null}
        {followedBy === null ? null : <ToneBadge tone="info">Replaced</ToneBadge>}
      </div>
    </li>
  );
}

/** All supervisor's reports on this doctor, newest first, and the beginning of another. */
export function SupervisorReportsScreen() {
  const { portfolioId } = usePortfolio();
  const query = useQuery(api.supervisorReports.list.queryOptions({ input: { portfolioId } }));
  return (
    <>
      <PageHeader
        title="Supervisor’s reports"
        intro="The structured report a supervisor writes before the annual review, sealed by its author."
      />
      <QueryStates query={query} what="supervisor’s reports" rows={4}>
        {(reports) => (
          <Stack gap="md">
            {reports.length === 0 ? (
              <EmptyState icon={IconFileText} title="No report yet">
                The educational supervisor looks back over the year, capability by capability, with the
                figures of the year beside the form. It starts below.
              </EmptyState>
            ) : (
              <Section title="Reports">
                <ul className={classes.list}>
                  {reports.map((shown) => (
                    <Line key={shown.report.id} shown={shown} />
                  ))}
                </ul>
              </Section>
            )}
            <BeginReport />
          </Stack>
        )}
      </QueryStates>
    </>
  );
}
