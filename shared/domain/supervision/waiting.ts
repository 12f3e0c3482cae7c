import type { IsoDate } from '../dates.ts';
import type { EvidenceItem } from '../evidence.ts';
import type { Feedback } from './feedback.ts';
import { oldestFirst, speaks } from './item-standing.ts';
import { isThisPerson, type PersonOnRecord } from './person.ts';

/** `answered`: it was sent back or commented on, and is another now; `changed`: it was seen or accepted, and is another now. */
export const waitingReasons = ['answered', 'changed', 'new'] as const;
export type WaitingReason = (typeof waitingReasons)[number];

export type WaitingItem = {
  readonly item: EvidenceItem;
  readonly why: WaitingReason;
  /** Their own last feedback on it; null where they gave none. */
  readonly last: Feedback | null;
  readonly since: IsoDate;
};

type Reviewer = Pick<PersonOnRecord, 'name' | 'gmcNumber'>;

/** What somebody has said of an item so far, oldest first. */
export const ownFeedback = (feedback: readonly Feedback[], me: Reviewer): readonly Feedback[] =>
  feedback.filter((one) => speaks(one) && isThisPerson(one.by, me)).sort(oldestFirst);

/**
 * Why an item waits for somebody; null: it does not. Drafts and what is in the trash wait for nobody.
 * @param isPresent whether feedback was given on what the item says now
 */
export function whyWaiting(
  item: EvidenceItem,
  own: readonly Feedback[],
  isPresent: (one: Feedback) => boolean,
): WaitingReason | null {
  if (item.draft === true || item.trashedAt !== null || own.some(isPresent)) return null;
  const last = own.at(-1);
  if (last === undefined) return 'new';
  return last.verdict === 'returned' || last.verdict === 'comment' ? 'answered' : 'changed';
}

const rank = ({ why }: WaitingItem) => (why === 'answered' ? 0 : 1);
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What was answered first; then what has waited longest; of one day the oldest evidence. */
export const queueOrder = (a: WaitingItem, b: WaitingItem): number =>
  rank(a) - rank(b) ||
  order(a.since, b.since) ||
  order(a.item.startedOn, b.item.startedOn) ||
  order(a.item.id, b.item.id);
