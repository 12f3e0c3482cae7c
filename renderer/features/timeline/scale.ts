import { daysAfter, daysBetween, type IsoDate, monthEnd, ukDate } from '#shared/domain/dates.ts';
import type { Zoom } from './timeline-search.ts';

/** A year or a month of the picture; `left` and `width` in pixels. */
export type Period = {
  readonly key: string;
  readonly label: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly left: number;
  readonly width: number;
};
export type Scale = {
  readonly periods: readonly Period[];
  readonly width: number;
  /** Where a day begins, in pixels from the left. */
  readonly at: (day: IsoDate) => number;
};

const widths: Readonly<Record<Zoom, number>> = { years: 84, months: 48 };
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function ends(from: IsoDate, zoom: Zoom): IsoDate {
  return zoom === 'years' ? `${from.slice(0, 4)}-12-31` : monthEnd(from);
}
const label = (from: IsoDate, zoom: Zoom): string =>
  zoom === 'years' ? from.slice(0, 4) : `${months[Number(from.slice(5, 7)) - 1]} ${from.slice(2, 4)}`;

/** Whole years or months from the first day to the last, all equally wide. */
export function scaleOf(first: IsoDate, last: IsoDate, zoom: Zoom): Scale {
  const width = widths[zoom];
  const periods: Period[] = [];
  let from = zoom === 'years' ? `${first.slice(0, 4)}-01-01` : `${first.slice(0, 7)}-01`;
  while (from <= last) {
    const to = ends(from, zoom);
    const left = periods.length * width;
    periods.push({
      key: zoom === 'years' ? from.slice(0, 4) : from.slice(0, 7),
      label: label(from, zoom),
      from,
      to,
      left,
      width,
    });
    from = daysAfter(to, 1);
  }
  const whole = periods.length * width;
  const byKey = new Map(periods.map((period) => [period.key, period]));
  const at = (day: IsoDate): number => {
    const period = byKey.get(day.slice(0, zoom === 'years' ? 4 : 7));
    if (period === undefined) return day < first ? 0 : whole;
    const share = daysBetween(period.from, day) / (daysBetween(period.from, period.to) + 1);
    return period.left + share * period.width;
  };
  return { periods, width: whole, at };
}

/** The search that shows what began in these days: what is drawn is counted without drafts. */
export const searchFor = ({ from, to }: Pick<Period, 'from' | 'to'>): string =>
  `after:${ukDate(daysAfter(from, -1))} before:${ukDate(daysAfter(to, 1))} status:ready`;
