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

export const createCalendars = (): Calendars => ({
  file: (events, { name, at }) =>
    ical({
      name,
      method: ICalCalendarMethod.PUBLISH,
      prodId: { company: 'Waymark', product: 'Waymark', language: 'EN' },
      events: events.map((event) => eventOf(event, at)),
    }).toString(),
});
