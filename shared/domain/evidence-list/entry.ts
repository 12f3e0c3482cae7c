import type { EvidenceItem } from '../evidence.ts';
import { sortKey } from './keys.ts';
import type { SortKey } from './query.ts';

/** One version of one item, with what sorting needs of it: worked out when first asked for. */
export type ListEntry = {
  readonly item: EvidenceItem;
  readonly key: (by: KeptOrder) => string | number;
};

/** Orders that do not depend on a search. */
export type KeptOrder = Exclude<SortKey, 'match'>;

export function listEntry(item: EvidenceItem, rankOf: (code: string) => number | undefined): ListEntry {
  const keys: Partial<Record<KeptOrder, string | number>> = {};
  return {
    item,
    key: (by) => {
      keys[by] ??= sortKey(item, by, rankOf);
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
