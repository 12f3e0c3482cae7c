import { datePartsOf, type IsoDate, monthEnd } from '../dates.ts';

/** The same day so many months later; the last day of the month where that one is shorter. */
export function monthsAfter(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = datePartsOf(date);
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  const last = monthEnd(first);
  const same = `${first.slice(0, 8)}${String(day).padStart(2, '0')}`;
  return same < last ? same : last;
}

/** How old a sealed report is on the day it is read by a panel, held against the programme's rule. */
export type ReportAge = {
  /** The day of the review, or today while none is planned. */
  readonly on: IsoDate;
  /** The last day it is not too old. */
  readonly goodUntil: IsoDate;
  readonly tooOld: boolean;
};

export function reportAge(sealedOn: IsoDate, on: IsoDate, months: number): ReportAge {
  const goodUntil = monthsAfter(sealedOn, months);
  return { on, goodUntil, tooOld: on > goodUntil };
}
