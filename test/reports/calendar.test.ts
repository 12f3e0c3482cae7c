import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { createCalendars } from '#electron/reports/calendar/calendars.ts';
import type { CalendarEvent } from '#electron/services/ports/calendar.ts';
import { londonInstant } from '#shared/domain/london-time.ts';

const { file } = createCalendars();
const about = { name: 'Supervision', at: '2026-11-21T10:00:00.000Z' };
const event: CalendarEvent = {
  id: '7f1b6d9a-5b40-4c3f-8f53-8ad4ad9b55f1',
  sequence: 0,
  cancelled: false,
  title: 'Supervision meeting',
  when: { kind: 'time', at: londonInstant('2026-06-15', '09:30'), minutes: 45 },
  place: '',
  description: '',
  changedAt: '2026-11-20T10:00:00.000Z',
  reminders: [],
};
/** The events of a file as a calendar program would read them. */
const read = (events: readonly CalendarEvent[]) => {
  const whole = new ICAL.Component(ICAL.parse(file(events, about)));
  return whole.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
};
const only = (one: CalendarEvent) => {
  const [first] = read([one]);
  if (first === undefined) throw new Error('no event');
  return first;
};

describe('London time', () => {
  it.each([
    ['2026-03-28', '09:30', '2026-03-28T09:30:00.000Z'],
    ['2026-03-29', '00:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29', '01:30', '2026-03-29T01:30:00.000Z'], // there is no such time: 02:30 is shown
    ['2026-06-15', '09:30', '2026-06-15T08:30:00.000Z'],
    ['2026-06-15', '00:15', '2026-06-14T23:15:00.000Z'],
    ['2026-10-25', '00:30', '2026-10-24T23:30:00.000Z'],
    ['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'], // comes twice: the first
    ['2026-10-25', '02:00', '2026-10-25T02:00:00.000Z'],
    ['2026-12-31', '23:59', '2026-12-31T23:59:00.000Z'],
  ])('%s %s is %s', (on, time, at) => {
    expect(londonInstant(on, time)).toBe(at);
  });
});

describe('a calendar file', () => {
  it('says when a meeting is across summer time', () => {
    const winter = only({
      ...event,
      when: { kind: 'time', at: londonInstant('2026-12-15', '09:30'), minutes: 60 },
    });
    expect(winter.startDate.toJSDate().toISOString()).toBe('2026-12-15T09:30:00.000Z');
    expect(winter.endDate.toJSDate().toISOString()).toBe('2026-12-15T10:30:00.000Z');
    const summer = only(event);
    expect(summer.startDate.zone.tzid).toBe('UTC');
    expect(summer.startDate.toJSDate().toISOString()).toBe('2026-06-15T08:30:00.000Z');
    // The night the clocks go back: an hour and a half from 00:45 ends at 01:15 by the clock.
    const night = only({
      ...event,
      when: { kind: 'time', at: londonInstant('2026-10-25', '00:45'), minutes: 90 },
    });
    expect(night.duration.toSeconds()).toBe(90 * 60);
    expect(night.endDate.toJSDate().toISOString()).toBe('2026-10-25T01:15:00.000Z');
  });

  it('keeps a day without an hour a whole day', () => {
    const day = only({ ...event, when: { kind: 'days', from: '2026-03-29', to: '2026-03-29' } });
    expect(day.startDate.isDate).toBe(true);
    expect([day.startDate.toString(), day.endDate.toString()]).toEqual(['2026-03-29', '2026-03-30']);
  });

  it('keeps the identity of a meeting, raises its number and says when it is off', () => {
    const before = only(event);
    const after = only({ ...event, sequence: 3, cancelled: true, reminders: [60] });
    expect(after.uid).toBe(before.uid);
    expect([before.sequence, after.sequence]).toEqual([0, 3]);
    expect(before.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(after.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(after.component.getAllSubcomponents('valarm')).toHaveLength(0);
    const reminded = only({ ...event, reminders: [60] });
    expect(reminded.component.getAllSubcomponents('valarm')).toHaveLength(1);
  });

  it('lets no text break out of its line', () => {
    const hostile = 'Audit\nEND:VEVENT\nBEGIN:VEVENT;SUMMARY=x, y\\n "quoted" é中 '.repeat(4);
    const [one, ...more] = read([{ ...event, title: hostile, place: hostile, description: hostile }]);
    expect(more).toEqual([]);
    expect(one?.summary).toBe(hostile);
    expect(one?.location).toBe(hostile);
    expect(one?.description).toBe(hostile);
    for (const line of file([{ ...event, title: hostile }], about).split('\r\n'))
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('holds all that was asked for, and who made it', () => {
    const second = { ...event, id: '7f1b6d9a-5b40-4c3f-8f53-8ad4ad9b55f2' };
    expect(read([event, second]).map(({ uid }) => uid)).toHaveLength(2);
    const whole = new ICAL.Component(ICAL.parse(file([event], about)));
    expect(whole.getFirstPropertyValue('prodid')).toContain('Waymark');
    expect(whole.getFirstPropertyValue('method')).toBe('PUBLISH');
  });
});
