import type { Id } from '../ids.ts';
import type { Review } from '../review.ts';
import { stateOf } from './standing.ts';
import type { ReviewStep } from './step.ts';

// Whether the window is open has no part in any of this.
const anyDay = '2000-01-01';

const endOf = (review: Review, steps: readonly ReviewStep[]): Id | null =>
  stateOf(review, steps, anyDay).course.next;

/**
 * Reviews that count: neither withdrawn nor amended, nor standing in place of one that was not. Everything that looks
 * back, at the last review or at open actions or in statistics, looks at these.
 */
export function currentReviews(reviews: Iterable<Review>, steps: Iterable<ReviewStep>): readonly Review[] {
  const all = [...reviews];
  const taken = [...steps];
  const ends = new Map(all.map((review) => [review.id, endOf(review, taken)]));
  return all.filter((review) => {
    const { follows } = review;
    // One whose predecessor is not here is taken at its word.
    const stands =
      follows === undefined || !ends.has(follows.review) || ends.get(follows.review) === review.id;
    return stands && (ends.get(review.id) ?? null) === null;
  });
}

/** Whether its outcome has been released to the doctor, if only to be amended later. One of earlier versions: once signed. */
export const isReleased = (review: Review, steps: Iterable<ReviewStep>): boolean =>
  review.rules === undefined ? review.state === 'signed' : stateOf(review, steps, anyDay).released !== null;

/** Whether a review may go to the doctor it is of: while nothing is written yet, and once it is released. */
export const mayDoctorSee = (review: Review, steps: Iterable<ReviewStep>): boolean =>
  review.state === 'scheduled' || isReleased(review, steps);

/** The review and those before it that it stands in place of, newest first: what members wrote belongs to the oldest. */
export function lineageOf(review: Review, find: (id: Id) => Review | undefined): readonly Review[] {
  const found = [review];
  for (let at = review.follows; at !== undefined; ) {
    const before = find(at.review);
    if (before === undefined || found.includes(before)) break;
    found.push(before);
    at = before.follows;
  }
  return found;
}
