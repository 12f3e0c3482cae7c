import { datePartsOf, daysAfter, type IsoDate, monthEnd } from '../dates.ts';
import type { Id } from '../ids.ts';
import type { DeadlineSettings } from './deadline-settings.ts';
import type { DoctorFacts, ReviewFacts } from './facts.ts';
import { dueAfterLeave } from './leave.ts';

/** The same day so many months later, or the month's last where it is shorter. */
export function monthsAfter(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = datePartsOf(date);
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  const end = monthEnd(first);
  return day >= datePartsOf(end).day ? end : daysAfter(first, day - 1);
}

const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a.localeCompare(b) < 0 ? a : b);

/** When a doctor's next review is due, and whether it is in the calendar. */
export type ReviewDue = {
  /** Null while a leave without an end goes on. */
  readonly on: IsoDate | null;
  /** Counted from the last review that was held; null: from joining. */
  readonly last: IsoDate | null;
  readonly planned: { readonly review: Id; readonly heldOn: IsoDate } | null;
};

const held = ({ review }: ReviewFacts, today: IsoDate): boolean =>
  review.state === 'signed' || (review.state === 'drafted' && review.heldOn <= today);
const over = ['not-held', 'postponed', 'withdrawn', 'amended'];

/**
 * A review is due so many months after the last one that was held, or after joining, and no later than the day that
 * panel asked for. Leave stops the clock.
 */
export function reviewDue(
  { reviews, joinedOn, breaks }: Pick<DoctorFacts, 'reviews' | 'joinedOn' | 'breaks'>,
  { reviewEvery }: Pick<DeadlineSettings, 'reviewEvery'>,
  today: IsoDate,
): ReviewDue {
  const last = reviews.filter((one) => held(one, today)).at(-1)?.review;
  const from = last?.heldOn ?? joinedOn;
  const yearly = monthsAfter(from, reviewEvery);
  const asked = last?.nextReviewOn ?? yearly;
  const next = reviews.find(
    (one) => !held(one, today) && !over.includes(one.standing.state) && one.review.heldOn >= from,
  )?.review;
  return {
    on: dueAfterLeave(from, earlier(asked, yearly), breaks),
    last: last?.heldOn ?? null,
    planned: next === undefined ? null : { review: next.id, heldOn: next.heldOn },
  };
}
