import { Text } from '@mantine/core';
import { IconAlarm } from '@tabler/icons-react';
import { count } from '#renderer/text/format.ts';
import { meetingKindWords, meetingWhen } from '#renderer/text/supervision-words.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { ListedMeeting } from '#shared/contract/meetings.ts';
import classes from '../../supervision.module.css';
import { AgreementBadge, GroupBadge, MeetingStateBadge } from '../meeting-badges.tsx';

/** One meeting: when, with whom, how far it is. */
export function MeetingLine({ listed, today }: { readonly listed: ListedMeeting; readonly today: string }) {
  const { meeting, agreement } = listed;
  const { id, kind, on, people, agenda, state } = meeting;
  const others = people.filter(({ part }) => part !== 'doctor').map(({ name }) => name);
  const when = meetingWhen(meeting);
  return (
    <li className={classes.line}>
      <div className={classes.when}>
        <TextLink to={paths.meeting} params={{ id }} fw={700}>
          {meetingKindWords[kind]}, <UkDate date={on} />
        </TextLink>
        {when === '' ? null : (
          <Text size="sm" c="dimmed">
            {when}
          </Text>
        )}
      </div>
      <div className={classes.what}>
        <Text size="sm">{others.length === 0 ? 'With nobody named yet' : `With ${others.join(', ')}`}</Text>
        <Text size="sm" c="dimmed">
          {state === 'cancelled' ? meeting.cancelledReason : `${count(agenda.length, 'line')} on the agenda`}
        </Text>
      </div>
      <div className={classes.does}>
        <GroupBadge meeting={meeting} />
        {state === 'planned' && on < today ? (
          <ToneBadge tone="warn" icon={IconAlarm}>
            Was it held?
          </ToneBadge>
        ) : (
          <MeetingStateBadge state={state} />
        )}
        {state === 'held' ? <AgreementBadge state={agreement} /> : null}
      </div>
    </li>
  );
}
