import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventClass,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator';
import type { CalendarEvent, Calendars } from '#electron/services/ports/calendar.ts';
import { daysAfter } from '#shared/domain/dates.ts';

const minute = 60_000;

/** Moments as UTC, so that no calendar has to know British summer time to show them right; whole days as days. */
function span(when: CalendarEvent['when']): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  if (when.kind === 'days')
    // The day an all-day event ends on is the first one it is not on any more (RFC 5545, 3.6.1).
    return { start: new Date(when.from), end: new Date(daysAfter(when.to, 1)), allDay: true };
  const start = Date.parse(when.at);
  return { start: new Date(start), end: new Date(start + when.minutes * minute) };
}

const eventOf = (event: CalendarEvent, at: string): ICalEventData => ({
  ...span(event.when),
  id: `${event.id}@waymark.invalid`,
  sequence: event.sequence,
  status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  summary: event.title,
  // In a shared calendar others see that somebody is busy, not with what.
  class: ICalEventClass.PRIVATE,
  stamp: new Date(at),
  lastModified: new Date(event.changedAt),
  ...(event.place === '' ? {} : { location: event.place }),
  ...(event.description === '' ? {} : { description: event.description }),
  alarms: event.cancelled
    ? []
    : event.reminders.map((before) => ({
        type: ICalAlarmType.display,
        trigger: before * 60,
        description: event.title,
      })),
});

const file: Calendars['file'] = (events, { name, at }) =>
  ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Waymark', product: 'Waymark', language: 'EN' },
    events: events.map((event) => eventOf(event, at)),
  }).toString();

/** So many take some milliseconds. */
const atATime = 20;
const end = 'END:VCALENDAR';

/** One short calendar after another, and their events together in one. */
const longFile: Calendars['longFile'] = async (events, about) => {
  const bodies: string[] = [];
  for (let from = 0; from < events.length; from += atATime) {
    const part = file(events.slice(from, from + atATime), about);
    bodies.push(part.slice(part.indexOf('BEGIN:VEVENT'), part.lastIndexOf(end)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  const frame = file([], about);
  const close = frame.lastIndexOf(end);
  return `${frame.slice(0, close)}${bodies.join('')}${frame.slice(close)}`;
};

export const createCalendars = (): Calendars => ({ file, longFile });
