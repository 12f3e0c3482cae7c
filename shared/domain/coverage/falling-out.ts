import type { IsoDate } from '../dates.ts';
import { daysAfter } from '../dates.ts';
import type { EvidenceItem } from '../evidence.ts';
import { horizonOf } from './clock.ts';
import type { Windows } from './counting.ts';

/** The first day of submission on which evidence of `date` would be too old. */
export type FallsOut = (date: IsoDate) => IsoDate | null;

/**
 * Asks when evidence falls out of the pack's window, for submissions from `today` until `until`. Null: not by then, or
 * it is too old already.
 */
export function fallsOutOf({ clock, years }: Windows, today: IsoDate, until: IsoDate): FallsOut {
  const days: IsoDate[] = [];
  const froms: IsoDate[] = [];
  let latest = '';
  const last = horizonOf(today, until);
  for (let day = today; day <= last; day = daysAfter(day, 1)) {
    const from = clock.windowStart(day, years, today);
    // Leap years may bring the start a day back within a break; what fell out stays out.
    if (from > latest) latest = from;
    days.push(day);
    froms.push(latest);
  }
  return (date) => {
    let low = 0;
    let high = days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((froms[middle] ?? '') > date) high = middle;
      else low = middle + 1;
    }
    return low === 0 ? null : (days[low] ?? null);
  };
}

/** The day an item's age is measured from. */
export const agedFrom = ({ startedOn, endedOn }: Pick<EvidenceItem, 'startedOn' | 'endedOn'>): IsoDate =>
  endedOn ?? startedOn;
