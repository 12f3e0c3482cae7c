import type { CapabilityCoverage, CoverageMap } from '#shared/domain/coverage/types.ts';
import type { Review } from '#shared/domain/review.ts';

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

const lastSigned = (reviews: readonly Review[]): Review | undefined =>
  reviews
    .filter((review) => review.state === 'signed')
    .toSorted((a, b) => b.heldOn.localeCompare(a.heldOn))[0];
