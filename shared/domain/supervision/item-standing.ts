import type { Feedback } from './feedback.ts';
import type { FeedbackState } from './feedback-states.ts';
import { isThisPerson, type PersonOnRecord } from './person.ts';

export type ItemStanding = {
  readonly state: FeedbackState;
  /** The feedback that says so; null where nobody has looked. */
  readonly by: Feedback | null;
};

/** By the clocks of those who gave it, which need not agree: good enough to show, and to tell one person's from each other. */
export const oldestFirst = (a: Feedback, b: Feedback): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Somebody who cannot sign off has said nothing of the item. */
export const speaks = ({ verdict }: Feedback): boolean => verdict !== 'declined';
const decides = ({ verdict }: Feedback) => verdict === 'accepted' || verdict === 'returned';

/** Of each person the last that decides something, else their last. */
function lastOfEach(feedback: readonly Feedback[]): readonly Feedback[] {
  const people: { readonly who: PersonOnRecord; last: Feedback }[] = [];
  for (const one of feedback) {
    const known = people.find(({ who }) => isThisPerson(who, one.by));
    if (known === undefined) people.push({ who: one.by, last: one });
    else if (decides(one) || !decides(known.last)) known.last = one;
  }
  return people.map(({ last }) => last);
}

/**
 * Where an item stands. Whoever sent it back last stands against everybody's acceptance; a comment after a decision
 * leaves the decision as it is.
 * @param feedback all there is of this item, in any order
 * @param isPresent whether it was given on what the item says now
 */
export function standingOf(
  feedback: readonly Feedback[],
  isPresent: (one: Feedback) => boolean,
): ItemStanding {
  const spoken = feedback.filter(speaks).sort(oldestFirst);
  const present = lastOfEach(spoken.filter(isPresent)).toSorted(oldestFirst);
  for (const verdict of ['returned', 'accepted'] as const) {
    const found = present.findLast((one) => one.verdict === verdict);
    if (found !== undefined) return { state: verdict, by: found };
  }
  const seen = present.at(-1);
  if (seen !== undefined) return { state: 'seen', by: seen };
  const earlier = spoken.at(-1);
  return earlier === undefined ? { state: 'none', by: null } : { state: 'changed', by: earlier };
}
