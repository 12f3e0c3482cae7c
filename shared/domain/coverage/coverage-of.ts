import type { IsoDate } from '../dates.ts';
import type { EvidenceItem } from '../evidence.ts';
import type { GuidancePack } from '../guidance-pack.ts';
import type { Counting } from './counting.ts';
import { createCoverageIndex } from './coverage-index.ts';
import type { CoverageMap } from './types.ts';

/**
 * The coverage of a whole portfolio, counted from the start. For a portfolio that is open, keep a
 * `createCoverageIndex` instead.
 * @param options `targetDate` is the day evidence must still be current; `today` decides what has happened yet.
 */
export function coverageOf(
  pack: GuidancePack,
  items: Iterable<EvidenceItem>,
  { today, ...counting }: Counting & { readonly today: IsoDate },
): CoverageMap {
  const index = createCoverageIndex(pack, counting);
  for (const item of items) index.apply(undefined, item);
  return index.map(today);
}
