import type { EvidenceItem } from '../evidence.ts';
import { type Ranks, sortKey } from './keys.ts';
import type { SortKey } from './query.ts';

/** One version of one item, with what sorting needs of it: worked out when first asked for. */
export type ListEntry = {
  readonly item: EvidenceItem;
  readonly key: (by: KeptOrder) => string | number;
};

/** Orders that do not depend on a search. */
export type KeptOrder = Exclude<SortKey, 'match'>;

export function listEntry(item: EvidenceItem, ranks: Ranks): ListEntry {
  const keys: Partial<Record<KeptOrder, string | number>> = {};
  return {
    item,
    key: (by) => {
      // Where it stands with the check changes without the item.
      if (by === 'identifiers') return sortKey(item, by, ranks);
      keys[by] ??= sortKey(item, by, ranks);
      return keys[by];
    },
  };
}

export const compare = <T extends string | number>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

/** Order by one key, ties by id. */
export const orderBy =
  (by: KeptOrder) =>
  (a: ListEntry, b: ListEntry): number =>
    compare(a.key(by), b.key(by)) || compare(a.item.id, b.item.id);
