import { daysAfter, type IsoDate } from '../dates.ts';
import type { Break } from '../portfolio.ts';

export const onLeave = (breaks: readonly Break[], day: IsoDate): boolean =>
  breaks.some(({ from, to }) => from <= day && (to === null || day <= to));

/**
 * The day by which something is expected when days of leave since it was asked for do not count. Null while the leave
 * has no end: nothing is expected.
 */
export function dueAfterLeave(since: IsoDate, until: IsoDate, breaks: readonly Break[]): IsoDate | null {
  const counted = breaks.filter(({ to }) => to === null || to >= since);
  if (counted.length === 0) return until;
  let left = 0;
  for (let day = since; day <= until; day = daysAfter(day, 1)) if (onLeave(counted, day)) left += 1;
  let due = until;
  const endless = counted.filter(({ to }) => to === null).map(({ from }) => from);
  while (left > 0) {
    due = daysAfter(due, 1);
    if (endless.some((from) => from <= due)) return null;
    if (!onLeave(counted, due)) left -= 1;
  }
  return endless.some((from) => from <= due) ? null : due;
}
