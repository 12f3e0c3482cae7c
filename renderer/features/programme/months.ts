import { datePartsOf, daysAfter, type IsoDate, monthEnd } from '#shared/domain/dates.ts';

/** A month as `YYYY-MM`. */
export type Month = string;
const names = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const dayNames = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

const first = (month: Month): IsoDate => `${month}-01`;
const at = (date: IsoDate) => new Date(`${date}T00:00:00Z`);

export const monthOf = (date: IsoDate): Month => date.slice(0, 7);
/** `November 2026`. */
export const monthWords = (month: Month): string => names.format(at(first(month)));
/** `Tuesday`. */
export const weekdayWords = (date: IsoDate): string => dayNames.format(at(date));
export const isMonth = (text: unknown): text is Month =>
  typeof text === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

export function monthBeside(month: Month, by: 1 | -1): Month {
  return by > 0 ? monthOf(daysAfter(monthEnd(first(month)), 1)) : monthOf(daysAfter(first(month), -1));
}
export const spanOf = (month: Month): { readonly from: IsoDate; readonly to: IsoDate } => ({
  from: first(month),
  to: monthEnd(first(month)),
});

/** The weeks of a month, Monday first; null for days of the months beside it. */
export function weeksOf(month: Month): readonly (readonly (IsoDate | null)[])[] {
  const { from, to } = spanOf(month);
  const before = (at(from).getUTCDay() + 6) % 7;
  const days = datePartsOf(to).day;
  const cells = Array.from({ length: Math.ceil((before + days) / 7) * 7 }, (_, cell) => {
    const day = cell - before;
    return day >= 0 && day < days ? daysAfter(from, day) : null;
  });
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
