import type { EvidenceItem } from '../evidence.ts';
import { evidenceTypeIds } from '../evidence-types.ts';
import { fold } from './fold.ts';
import type { EvidenceFilter, EvidenceSort } from './query.ts';

/** One version of one item, with what sorting and searching need of it. Search text is folded when first asked for. */
export type ListEntry = {
  readonly item: EvidenceItem;
  readonly keys: Readonly<Record<EvidenceSort['by'], string | number>>;
  readonly haystack: () => string;
};

const typeRank = new Map(evidenceTypeIds.map((type, index) => [type, index]));

export function listEntry(item: EvidenceItem): ListEntry {
  let haystack: string | undefined;
  return {
    item,
    keys: {
      startedOn: item.startedOn,
      title: fold(item.title),
      type: typeRank.get(item.type) ?? evidenceTypeIds.length,
      updatedAt: item.updatedAt,
    },
    haystack: () => {
      // The separator is no part of any word, so a word cannot match across two fields.
      haystack ??= [item.title, item.place, item.role, item.reflection].map(fold).join('\n');
      return haystack;
    },
  };
}

const compare = <T extends string | number>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

/** Order by one key, ties by id. */
export const orderBy =
  (by: EvidenceSort['by']) =>
  (a: ListEntry, b: ListEntry): number =>
    compare(a.keys[by], b.keys[by]) || compare(a.item.id, b.item.id);

/**
 * Whether an item passes a filter, the trash apart.
 * @param words the filter's text, folded.
 */
export function passes(filter: EvidenceFilter, words: readonly string[], entry: ListEntry): boolean {
  const { type, links, verification } = entry.item;
  if (filter.types.length > 0 && !filter.types.includes(type)) return false;
  if (filter.verified !== null && filter.verified !== (verification !== null)) return false;
  if (filter.capability === 'none' && links.length > 0) return false;
  if (filter.capability !== null && filter.capability !== 'none') {
    if (!links.some((link) => link.capability === filter.capability)) return false;
  }
  return words.every((word) => entry.haystack().includes(word));
}
