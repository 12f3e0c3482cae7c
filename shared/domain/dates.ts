import { z } from 'zod';

/** A calendar date without time or zone, `YYYY-MM-DD`. */
export const isoDateSchema = z.iso.date();
export type IsoDate = z.infer<typeof isoDateSchema>;

/** A moment in UTC, as `Date.prototype.toISOString` writes it. */
export const isoInstantSchema = z.iso.datetime();
export type IsoInstant = z.infer<typeof isoInstantSchema>;

const pad = (value: number, width = 2) => String(value).padStart(width, '0');

/** Splits a date into whole numbers. The input must satisfy `isoDateSchema`. */
export function datePartsOf(date: IsoDate): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The same day `years` earlier; 29 February becomes 28 February where the year has none. */
export function yearsBefore(date: IsoDate, years: number): IsoDate {
  const { year, month, day } = datePartsOf(date);
  const target = year - years;
  const leap = (target % 4 === 0 && target % 100 !== 0) || target % 400 === 0;
  const safeDay = month === 2 && day === 29 && !leap ? 28 : day;
  return `${pad(target, 4)}-${pad(month)}-${pad(safeDay)}`;
}

/** The same day `months` later (earlier for a negative number), or that month's last where it has no such day. */
export function monthsAfter(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = datePartsOf(date);
  const last = new Date(Date.UTC(year, month + months, 0));
  const target = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last.getUTCDate())));
  return target.toISOString().slice(0, 10);
}

/** `DD/MM/YYYY`, the order UK clinicians read. */
export function ukDate(date: IsoDate): string {
  const { year, month, day } = datePartsOf(date);
  return `${pad(day)}/${pad(month)}/${pad(year, 4)}`;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day so many days later; earlier for a negative number. */
export function daysAfter(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The last day of the month `date` is in. */
export function monthEnd(date: IsoDate): IsoDate {
  const { year, month } = datePartsOf(date);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
