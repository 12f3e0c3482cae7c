import type { EvidenceItem } from '../evidence.ts';
import type { Id, Sha256 } from '../ids.ts';
import type { Feedback } from './feedback.ts';
import { type ItemStanding, standingOf } from './item-standing.ts';

/** The feedback of one open portfolio by item, kept in step change by change. */
export type FeedbackIndex = {
  readonly of: (item: Id) => readonly Feedback[];
  /** Whether feedback was given on what its item says now. */
  readonly isPresent: (one: Feedback) => boolean;
  /** Worked out once for each version of an item and its feedback. */
  readonly standing: (item: Id) => ItemStanding;
  /** Items that are accepted as they are now. Costs what there is of feedback. */
  readonly accepted: () => ReadonlySet<Id>;
  readonly apply: (id: Id, after: Feedback | null) => void;
  /** An item is another now, or gone. */
  readonly itemChanged: (item: Id) => void;
};

type Items = {
  readonly get: (id: Id) => EvidenceItem | undefined;
  readonly contentOf: (item: EvidenceItem) => Sha256;
};

const nothing: ItemStanding = { state: 'none', by: null };

export function createFeedbackIndex(items: Items, feedback: Iterable<Feedback>): FeedbackIndex {
  const byItem = new Map<Id, Map<Id, Feedback>>();
  const itemOf = new Map<Id, Id>();
  const standings = new Map<Id, ItemStanding>();

  const isPresent = ({ item: id, content }: Feedback) => {
    const item = items.get(id);
    return item !== undefined && items.contentOf(item) === content;
  };
  const apply = (id: Id, after: Feedback | null) => {
    const item = after?.item ?? itemOf.get(id);
    if (item === undefined) return;
    standings.delete(item);
    const there = byItem.get(item) ?? new Map<Id, Feedback>();
    if (after === null) {
      there.delete(id);
      itemOf.delete(id);
    } else {
      there.set(id, after);
      itemOf.set(id, item);
      byItem.set(item, there);
    }
  };
  for (const one of feedback) apply(one.id, one);
  const standing = (item: Id) => {
    const there = byItem.get(item);
    // Nearly every item of nearly every portfolio.
    if (there === undefined || there.size === 0) return nothing;
    const known = standings.get(item) ?? standingOf([...there.values()], isPresent);
    standings.set(item, known);
    return known;
  };

  return {
    of: (item) => [...(byItem.get(item)?.values() ?? [])],
    isPresent,
    standing,
    accepted: () => new Set([...byItem.keys()].filter((item) => standing(item).state === 'accepted')),
    apply,
    itemChanged: (item) => standings.delete(item),
  };
}
