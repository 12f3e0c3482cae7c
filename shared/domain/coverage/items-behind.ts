import { z } from 'zod';
import type { IsoDate } from '../dates.ts';
import type { Expectation } from '../guidance-pack.ts';
import { capabilityCodeSchema } from '../ids.ts';
import type { Windows } from './counting.ts';
import type { Entry } from './entry.ts';
import { isAsked } from './measure.ts';
import type { Scope } from './scope.ts';
import { counts, standingOf } from './standing.ts';

/** What of the evidence a number counts. `counted`: in the window or kept up. The marks are of those. */
export const coverageMeasures = [
  'all',
  'counted',
  'inWindow',
  'maintained',
  'tooOld',
  'tooEarly',
  'expiring',
  'verified',
  'unverified',
  'anonymised',
  'unanonymised',
  'drafts',
  'seen',
] as const;
export const coverageMeasureSchema = z.enum(coverageMeasures);
export type CoverageMeasure = z.infer<typeof coverageMeasureSchema>;

/** A number of the map: of a capability or the whole portfolio, and of one of its rules or all its evidence. */
export const coverageQuestionSchema = z.strictObject({
  capability: capabilityCodeSchema.nullable(),
  /** The id of a rule there; null for all evidence. */
  expectation: z.string().max(80).nullable(),
  measure: coverageMeasureSchema,
});
export type CoverageQuestion = Readonly<z.output<typeof coverageQuestionSchema>>;

/**
 * The entries that make up one number, by the same reading that counted them. Drafts and what supervisors saw are not
 * told here: neither is an entry's own.
 */
export function* entriesBehind(
  scope: Scope,
  measure: CoverageMeasure,
  on: { readonly windows: Windows; readonly today: IsoDate; readonly expectation: Expectation | undefined },
): Iterable<Entry> {
  const { windows, today, expectation } = on;
  const period = scope.period(today, expectation);
  const countsToday = windows.clock.windowStart(today, expectation?.withinYears ?? windows.years, today);
  for (const entry of expectation === undefined ? scope.entries() : scope.entriesFor(expectation)) {
    if (expectation !== undefined && !isAsked(expectation, entry)) continue;
    // Under a rule about verified items the others are no part of any of its numbers but the one that looks for them.
    const own = expectation?.unit !== 'verified-items' || entry.verified || measure === 'unverified';
    const stands = standingOf(entry, period);
    if (own && isMeasured(entry, measure, stands, countsToday)) yield entry;
  }
}

function isMeasured(
  entry: Entry,
  measure: CoverageMeasure,
  stands: ReturnType<typeof standingOf>,
  countsToday: IsoDate,
): boolean {
  switch (measure) {
    case 'all':
      return true;
    case 'inWindow':
    case 'maintained':
    case 'tooOld':
    case 'tooEarly':
      return stands === measure;
    case 'expiring':
      return stands === 'tooOld' && entry.date >= countsToday;
    case 'verified':
      return counts(stands) && entry.verification === 'done';
    case 'unverified':
      return counts(stands) && entry.verification === 'needed';
    case 'anonymised':
      return counts(stands) && entry.anonymisation === 'done';
    case 'unanonymised':
      return counts(stands) && entry.anonymisation === 'needed';
    case 'drafts':
      return false;
    default:
      return counts(stands);
  }
}
