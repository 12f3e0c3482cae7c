import type { EvidenceItem, EvidenceRow } from '../evidence.ts';
import { type ListEntry, listEntry, orderBy, passes } from './entry.ts';
import { foldedWords } from './fold.ts';
import type { EvidenceFilter, EvidenceSort } from './query.ts';
import { evidenceRowOf } from './row.ts';
import { createSorted, type Sorted } from './sorted.ts';

/** A window of the list: `total` counts everything that passes the filter. */
export type EvidencePage = {
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly EvidenceRow[];
};

/** The evidence list of one open portfolio, kept in order change by change. */
export type EvidenceIndex = {
  /** One item before and after a change; undefined where it did not exist or no longer does. */
  readonly apply: (before: EvidenceItem | undefined, after: EvidenceItem | undefined) => void;
  /** Rows `offset` to `offset + limit` of the filtered list; fewer, or none, at its end. */
  readonly page: (filter: EvidenceFilter, sort: EvidenceSort, offset: number, limit: number) => EvidencePage;
};

type Lists = Readonly<Record<EvidenceSort['by'], Sorted<ListEntry>>>;

const lists = (): Lists => ({
  startedOn: createSorted(orderBy('startedOn')),
  title: createSorted(orderBy('title')),
  type: createSorted(orderBy('type')),
  updatedAt: createSorted(orderBy('updatedAt')),
});

const isPlain = ({ types, capability, verified }: EvidenceFilter, words: readonly string[]) =>
  types.length === 0 && capability === null && verified === null && words.length === 0;

export function createEvidenceIndex(): EvidenceIndex {
  const kept = new Map<string, ListEntry>();
  const live = lists();
  const trashed = lists();
  /** The last filtered list, so that scrolling through it filters once. */
  let last: { readonly key: string; readonly entries: readonly ListEntry[] } | null = null;

  const listsOf = (item: EvidenceItem) => Object.values(item.trashedAt === null ? live : trashed);

  function drop(id: string): void {
    const old = kept.get(id);
    if (old === undefined) return;
    kept.delete(id);
    for (const list of listsOf(old.item)) list.remove(old);
  }

  function filtered(filter: EvidenceFilter, by: EvidenceSort['by']): readonly ListEntry[] {
    const all = (filter.trash ? trashed : live)[by].values();
    const words = foldedWords(filter.text);
    if (isPlain(filter, words)) return all;
    const key = JSON.stringify([filter.trash, filter.types, filter.capability, filter.verified, words, by]);
    if (last?.key !== key) last = { key, entries: all.filter((entry) => passes(filter, words, entry)) };
    return last.entries;
  }

  return {
    apply: (before, after) => {
      last = null;
      if (before !== undefined) drop(before.id);
      if (after === undefined) return;
      drop(after.id);
      const entry = listEntry(after);
      kept.set(after.id, entry);
      for (const list of listsOf(after)) list.add(entry);
    },
    page: (filter, { by, direction }, offset, limit) => {
      const entries = filtered(filter, by);
      const total = entries.length;
      const slice =
        direction === 'ascending'
          ? entries.slice(offset, offset + limit)
          : entries.slice(Math.max(0, total - offset - limit), Math.max(0, total - offset)).reverse();
      return { total, offset, rows: slice.map(({ item }) => evidenceRowOf(item)) };
    },
  };
}
