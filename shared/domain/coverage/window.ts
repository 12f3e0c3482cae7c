import { datePartsOf, type IsoDate, yearsBefore } from '../dates.ts';

const pad = (value: number, width: number) => String(value).padStart(width, '0');
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * The first day that counts when evidence may be `years` old on `date`. Parts of a year are counted in whole months; a
 * day the earlier month does not have becomes its last.
 */
export function windowStart(date: IsoDate, years: number): IsoDate {
  if (Number.isInteger(years)) return yearsBefore(date, years);
  const { year, month, day } = datePartsOf(date);
  const months = year * 12 + (month - 1) - Math.round(years * 12);
  const startYear = Math.floor(months / 12);
  const startMonth = (months % 12) + 1;
  const startDay = Math.min(day, daysIn(startYear, startMonth));
  return `${pad(startYear, 4)}-${pad(startMonth, 2)}-${pad(startDay, 2)}`;
}
