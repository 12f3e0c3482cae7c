import type { IsoDate } from '../dates.ts';
import { gapsOf } from './gaps.ts';
import type { Scope } from './scope.ts';
import { strengthOf } from './strength.ts';
import type { CapabilityCoverage } from './types.ts';
import { windowStart } from './window.ts';

/** One capability's coverage, counted over its evidence. */
export function capabilityCoverage(
  code: string,
  scope: Scope,
  windowYears: number,
  targetDate: IsoDate,
  today: IsoDate,
): CapabilityCoverage {
  const countsAtTarget = windowStart(targetDate, windowYears);
  const countsToday = windowStart(today, windowYears);
  const kinds = new Set<string>();
  let inWindow = 0;
  let expiring = 0;
  let verified = 0;
  let newestOn: IsoDate | null = null;
  for (const entry of scope.entries()) {
    if (newestOn === null || entry.date > newestOn) newestOn = entry.date;
    if (entry.startedOn > today) continue;
    if (entry.date >= countsAtTarget) {
      inWindow += 1;
      kinds.add(entry.type);
      if (entry.verified) verified += 1;
    } else if (entry.date >= countsToday) {
      expiring += 1;
    }
  }
  const measured = scope.measured(today);
  const results = measured.map(({ result }) => result);
  const items = scope.size();
  return {
    code,
    strength: strengthOf(results, items, inWindow, today),
    items,
    inWindow,
    expiring,
    verified,
    kinds: kinds.size,
    newestOn,
    expectations: results,
    gaps: gapsOf(measured, items, today),
  };
}
