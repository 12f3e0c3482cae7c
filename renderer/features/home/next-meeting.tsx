import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { count } from '#renderer/text/format.ts';
import { meetingKindWords, meetingWhen } from '#renderer/text/supervision-words.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';

/** The next supervision meeting, or the one that is expected about now. */
export function NextMeeting({ portfolioId }: { readonly portfolioId: string }) {
  const query = useQuery(api.meetings.list.queryOptions({ input: { portfolioId } }));
  const [next] = (query.data?.meetings ?? []).filter(({ meeting }) => meeting.state === 'planned');
  const unagreed = (query.data?.meetings ?? []).filter(
    ({ meeting, agreement }) => meeting.state === 'held' && agreement !== 'both',
  ).length;
  return (
    <Section
      title="Supervision"
      actions={
        next === undefined ? (
          <LinkButton to={paths.newMeeting} variant="default" size="xs">
            Plan a meeting
          </LinkButton>
        ) : (
          <LinkButton to={paths.meeting} params={{ id: next.meeting.id }} variant="default" size="xs">
            Open the meeting
          </LinkButton>
        )
      }
    >
      <QueryStates query={query} what="meetings" rows={2}>
        {({ expected: [soon], today }) => (
          <>
            {next !== undefined ? (
              <Text size="sm">
                {meetingKindWords[next.meeting.kind]} on <UkDate date={next.meeting.on} />
                {meetingWhen(next.meeting) === '' ? '' : `, ${meetingWhen(next.meeting)}`},{' '}
                {count(next.meeting.agenda.length, 'line')} on the agenda.
                {next.meeting.on < today ? ' Its day has passed: was it held?' : ''}
              </Text>
            ) : soon === undefined ? (
              <Text size="sm">No meeting is planned.</Text>
            ) : (
              <Text size="sm">
                No meeting is planned. {meetingKindWords[soon.kind]}: {soon.late ? 'was due about' : 'about'}{' '}
                <UkDate date={soon.dueOn} />.
              </Text>
            )}
            {unagreed === 0 ? null : (
              <Text size="sm" c="dimmed">
                {count(unagreed, 'held meeting is', 'held meetings are')} not agreed by both yet.
              </Text>
            )}
          </>
        )}
      </QueryStates>
    </Section>
  );
}
