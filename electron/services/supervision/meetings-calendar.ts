import { londonInstant } from '#shared/domain/london-time.ts';
import type { Portfolio } from '#shared/domain/portfolio.ts';
import { safeName } from '#shared/domain/safe-names.ts';
import type { Meeting, MeetingKind } from '#shared/domain/supervision/meeting.ts';
import type { CalendarEvent } from '../ports/calendar.ts';

/** As a line of a calendar. */
const titles: Readonly<Record<MeetingKind, string>> = {
  initial: 'Initial supervision meeting',
  mid: 'Mid-year supervision meeting',
  end: 'End-of-year supervision meeting',
  'one-month': 'One-month supervision session',
  'six-month': 'Six-month supervision session',
  'pre-submission': 'Supervision meeting before submission',
  'drop-in': 'Supervision drop-in',
};

const hourBefore = 60; // minutes
const dayBefore = 24 * 60;

/** A meeting as a calendar shows it: never its notes, and its agenda only when asked for. */
export function meetingEvent(
  meeting: Meeting,
  { doctor }: Pick<Portfolio, 'doctor'>,
  withAgenda: boolean,
): CalendarEvent {
  const { id, sequence, kind, on, startsAt, minutes, place, group, agenda, state, updatedAt } = meeting;
  const title = group ? `Group supervision: ${titles[kind].toLowerCase()}` : titles[kind];
  return {
    id,
    sequence,
    cancelled: state === 'cancelled',
    title: `${title} (${doctor.name})`,
    when:
      startsAt === null
        ? { kind: 'days', from: on, to: on }
        : { kind: 'time', at: londonInstant(on, startsAt), minutes },
    place,
    description: withAgenda ? agenda.map(({ text }) => `- ${text}`).join('\n') : '',
    changedAt: updatedAt,
    reminders: startsAt === null ? [dayBefore] : [dayBefore, hourBefore],
  };
}

export const calendarName = (meetings: readonly Meeting[], { doctor }: Pick<Portfolio, 'doctor'>): string => {
  const [only, ...more] = meetings;
  const what = only !== undefined && more.length === 0 ? `Supervision ${only.on}` : 'Supervision meetings';
  return safeName(`${what}, ${doctor.name}.ics`, 'Supervision.ics');
};
