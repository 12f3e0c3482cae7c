import { Stack } from '@mantine/core';
import { IconCalendarPlus, IconMessages } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import type { ListedMeeting } from '#shared/contract/meetings.ts';
import { CalendarButton } from '../../calendar-button.tsx';
import classes from '../../supervision.module.css';
import { SupervisionNav } from '../../supervision-nav.tsx';
import { ExpectedList } from './expected-list.tsx';
import { MeetingLine } from './meeting-line.tsx';

const plan = (
  <LinkButton to={paths.newMeeting} leftSection={<IconCalendarPlus size={18} aria-hidden />}>
    Plan a meeting
  </LinkButton>
);

function Lines(props: {
  readonly title: string;
  readonly intro: string;
  readonly today: string;
  readonly meetings: readonly ListedMeeting[];
}) {
  const { title, intro, today, meetings } = props;
  if (meetings.length === 0) return null;
  return (
    <Section title={title} intro={intro}>
      <ul className={classes.list}>
        {meetings.map((listed) => (
          <MeetingLine key={listed.meeting.id} listed={listed} today={today} />
        ))}
      </ul>
    </Section>
  );
}

/** All supervision meetings: the next ones first, then those that are past. */
export function MeetingsScreen() {
  const { portfolioId } = usePortfolio();
  const query = useQuery(api.meetings.list.queryOptions({ input: { portfolioId } }));
  const some = (query.data?.meetings.length ?? 0) > 0;
  return (
    <>
      <PageHeader
        title="Supervision"
        intro="Meetings of doctor and supervisor: what they are about, what was said, what both agreed on."
        actions={
          some ? (
            <>
              {plan}
              <CalendarButton id={null} label="Save to a calendar" />
            </>
          ) : undefined
        }
      />
      <SupervisionNav />
      <QueryStates query={query} what="the meetings" rows={4}>
        {({ meetings, expected, today }) => (
          <Stack gap="lg">
            {meetings.length === 0 ? (
              <EmptyState icon={IconMessages} title="No meeting yet" action={plan}>
                Plan the first one: Waymark puts open actions and thin capabilities forward for its agenda,
                keeps the notes while you write, and records that both of you agree to them.
              </EmptyState>
            ) : null}
            <Lines
              title="Next"
              intro="Planned, the next one first."
              today={today}
              meetings={meetings.filter(({ meeting }) => meeting.state === 'planned')}
            />
            <ExpectedList expected={expected} />
            <Lines
              title="Past"
              intro="Held or cancelled, newest first."
              today={today}
              meetings={meetings.filter(({ meeting }) => meeting.state !== 'planned')}
            />
          </Stack>
        )}
      </QueryStates>
    </>
  );
}
