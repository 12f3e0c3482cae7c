import type { IsoDate, IsoInstant } from './dates.ts';

const hour = 3_600_000;
const wall = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
  hourCycle: 'h23',
});

/** What clocks in the United Kingdom show at that moment: `YYYY-MM-DD HH:MM`. */
const shownAt = (at: number): string => wall.format(at).replace(', ', ' ');

/**
 * The moment at which clocks in the United Kingdom show that day and time, summer time included. The hour that comes
 * twice in October is the first one; one that is left out in March is what clocks show an hour later.
 * @param time `HH:MM`
 */
export function londonInstant(on: IsoDate, time: string): IsoInstant {
  const asUtc = Date.parse(`${on}T${time}:00Z`);
  const found = [asUtc - hour, asUtc].find((at) => shownAt(at) === `${on} ${time}`) ?? asUtc;
  return new Date(found).toISOString();
}
