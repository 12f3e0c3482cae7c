import { gapSentence } from '#renderer/text/gap-sentence.ts';
import type { CapabilityCoverage, CoverageMap } from '#shared/domain/coverage/types.ts';
import { strengths } from '#shared/domain/coverage/types.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import { openActions } from '#shared/domain/open-actions.ts';
import type { Action, Review } from '#shared/domain/review.ts';

/** One thing missing, ready to be shown. */
export type GapLine = {
  readonly code: string;
  readonly title: string;
  readonly words: string;
  readonly coverage: CapabilityCoverage;
};

/** The weakest capabilities first; of each, the most useful gap to mend. */
export function topGaps(map: CoverageMap, pack: GuidancePack, limit: number): readonly GapLine[] {
  return mendable(map)
    .toSorted(
      (a, b) =>
        strengths.indexOf(a.strength) - strengths.indexOf(b.strength) || b.gaps.length - a.gaps.length,
    )
    .slice(0, limit)
    .flatMap((coverage) => {
      const gap = coverage.gaps.find(({ kind }) => kind !== 'not-yet');
      if (gap === undefined) return [];
      const rule = coverage.expectations.find(({ expectation }) => expectation.id === gap.expectationId);
      const title = pack.capabilities.find(({ code }) => code === coverage.code)?.title ?? '';
      return [{ code: coverage.code, title, words: gapSentence(gap, rule), coverage }];
    });
}

/** Capabilities with something to do now: a rule whose period has not begun can wait. */
export const mendable = (map: CoverageMap): readonly CapabilityCoverage[] =>
  map.capabilities.filter((coverage) => coverage.gaps.some(({ kind }) => kind !== 'not-yet'));

/** Capabilities whose evidence counts today but will be too old on the target date, most affected first. */
export const expiring = (map: CoverageMap): readonly CapabilityCoverage[] =>
  map.capabilities.filter((coverage) => coverage.expiring > 0).toSorted((a, b) => b.expiring - a.expiring);

/** What comes next: a review in the calendar or a draft, else when the last one said the next should be. */
export type NextReview =
  | { readonly kind: 'planned'; readonly review: Review }
  | { readonly kind: 'due'; readonly on: string }
  | { readonly kind: 'none' };

export function nextReview(reviews: readonly Review[]): NextReview {
  const planned = reviews
    .filter((review) => review.state !== 'signed')
    .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))[0];
  if (planned !== undefined) return { kind: 'planned', review: planned };
  const due = lastSigned(reviews)?.nextReviewOn ?? null;
  return due === null ? { kind: 'none' } : { kind: 'due', on: due };
}

/** Actions that signed reviews left open, soonest first. */
export const actionsByDue = (reviews: readonly Review[]): readonly Action[] =>
  openActions(reviews.filter((review) => review.state === 'signed')).toSorted((a, b) =>
    a.dueOn.localeCompare(b.dueOn),
  );

const lastSigned = (reviews: readonly Review[]): Review | undefined =>
  reviews
    .filter((review) => review.state === 'signed')
    .toSorted((a, b) => b.heldOn.localeCompare(a.heldOn))[0];
