import { Group } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { useRewinds } from '#renderer/api/rewind.ts';
import { KeptText } from '#renderer/forms/kept-text.tsx';
import { meetingTitle, meetingWhen } from '#renderer/text/supervision-words.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { CalendarButton } from '../../calendar-button.tsx';
import { SupervisionNav } from '../../supervision-nav.tsx';
import { GroupBadge, MeetingStateBadge } from '../meeting-badges.tsx';
import { CancelledView } from './cancelled-view.tsx';
import { MeetingInHand, meetingKey } from './meeting-in-hand.tsx';

/** One supervision meeting. */
export function MeetingScreen() {
  const { id = '' } = useParams({ strict: false });
  const { portfolioId } = usePortfolio();
  const rewinds = useRewinds();
  const query = useQuery(api.meetings.get.queryOptions({ input: { portfolioId, id } }));
  return (
    <QueryStates query={query} what="the meeting">
      {({ meeting, agreement, reasons, suggestions, actions }) => (
        <>
          <PageHeader
            title={meetingTitle(meeting)}
            intro={
              <Group gap="xs">
                <MeetingStateBadge state={meeting.state} />
                <GroupBadge meeting={meeting} />
                <span>{meetingWhen(meeting)}</span>
              </Group>
            }
            actions={
              <>
                <CalendarButton id={id} label="Save to a calendar" />
                <LinkButton
                  to={paths.history}
                  params={{ collection: 'meetings', id }}
                  variant="default"
                  leftSection={<IconHistory size={18} aria-hidden />}
                >
                  History
                </LinkButton>
              </>
            }
          />
          <SupervisionNav />
          {meeting.state === 'cancelled' ? (
            <CancelledView meeting={meeting} />
          ) : (
            <KeptText key={`${id} ${rewinds}`} textKey={meetingKey(id)}>
              {(kept) => (
                <MeetingInHand
                  portfolioId={portfolioId}
                  meeting={meeting}
                  agreement={agreement}
                  reasons={new Map(reasons.map(({ line, reason }) => [line, reason]))}
                  suggestions={suggestions}
                  agreed={actions}
                  kept={kept}
                />
              )}
            </KeptText>
          )}
        </>
      )}
    </QueryStates>
  );
}
