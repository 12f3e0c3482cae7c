import type { IsoDate } from '../dates.ts';
import type { Windows } from './counting.ts';
import { gapsOf } from './gaps.ts';
import type { Scope } from './scope.ts';
import { counts, standingOf } from './standing.ts';
import { strengthOf } from './strength.ts';
import type { CapabilityCoverage } from './types.ts';

/** One capability's coverage, counted over its evidence. @param drafts linked items that are not finished */
export function capabilityCoverage(
  code: string,
  scope: Scope,
  { windows, today, drafts }: { readonly windows: Windows; readonly today: IsoDate; readonly drafts: number },
): CapabilityCoverage {
  const period = scope.period(today);
  const countsToday = windows.clock.windowStart(today, windows.years, today);
  const kinds = new Set<string>();
  const standing = { inWindow: 0, maintained: 0, tooOld: 0, tooEarly: 0 };
  const marks = { verified: 0, unverified: 0, anonymised: 0, unanonymised: 0 };
  let expiring = 0;
  let newestOn: IsoDate | null = null;
  for (const entry of scope.entries()) {
    if (newestOn === null || entry.date > newestOn) newestOn = entry.date;
    const stands = standingOf(entry, period);
    standing[stands] += 1;
    if (stands === 'tooOld' && entry.date >= countsToday) expiring += 1;
    if (!counts(stands)) continue;
    kinds.add(entry.type);
    if (entry.verification === 'done') marks.verified += 1;
    if (entry.verification === 'needed') marks.unverified += 1;
    if (entry.anonymisation === 'done') marks.anonymised += 1;
    if (entry.anonymisation === 'needed') marks.unanonymised += 1;
  }
  const measured = scope.measured(today);
  const results = measured.map(({ result }) => result);
  const items = scope.size();
  return {
    code,
    strength: strengthOf(results, items, standing.inWindow + standing.maintained, today),
    items,
    ...standing,
    expiring,
    ...marks,
    kinds: kinds.size,
    drafts,
    newestOn,
    expectations: results,
    gaps: gapsOf(measured, items, today),
  };
}
