import { evidenceTypeIds } from '../evidence-types.ts';
import { compare, type ListEntry } from './entry.ts';
import { fold } from './fold.ts';
import type { EvidenceSort, Grouping, ListGroup } from './query.ts';

type Group = { readonly key: string; readonly rank: string | number; readonly entries: ListEntry[] };

const end = Number.MAX_SAFE_INTEGER;

function placesOf(
  entry: ListEntry,
  by: Grouping,
  sort: EvidenceSort,
  rankOf: (code: string) => number | undefined,
): readonly { readonly id: string; readonly key: string; readonly rank: string | number }[] {
  const { item } = entry;
  switch (by) {
    case 'type':
      return [{ id: item.type, key: item.type, rank: evidenceTypeIds.indexOf(item.type) }];
    case 'capability': {
      if (item.links.length === 0) return [{ id: 'none', key: 'none', rank: end }];
      const codes = [...new Set(item.links.map(({ capability }) => capability))];
      // Those that the guidance does not know come behind its own.
      return codes.map((code) => ({ id: code, key: code, rank: rankOf(code) ?? end - 1 }));
    }
    case 'year': {
      const year = item.startedOn.slice(0, 4);
      const oldestFirst = sort.by === 'startedOn' && sort.direction === 'ascending';
      return [{ id: year, key: year, rank: oldestFirst ? Number(year) : -Number(year) }];
    }
    case 'status': {
      const draft = item.draft === true;
      return [{ id: draft ? 'draft' : 'ready', key: draft ? 'draft' : 'ready', rank: draft ? 0 : 1 }];
    }
    case 'place': {
      const folded = fold(item.place);
      return [{ id: folded, key: item.place, rank: folded === '' ? '\uffff' : folded }];
    }
  }
}

/** Entries group by group, each group in the order they came in. */
export function grouped(
  entries: readonly ListEntry[],
  by: Grouping,
  sort: EvidenceSort,
  rankOf: (code: string) => number | undefined,
): { readonly entries: readonly ListEntry[]; readonly groups: readonly ListGroup[] } {
  const found = new Map<string, Group>();
  for (const entry of entries) {
    for (const { id, key, rank } of placesOf(entry, by, sort, rankOf)) {
      const group = found.get(id) ?? { key, rank, entries: [] };
      group.entries.push(entry);
      found.set(id, group);
    }
  }
  const all = [...found.values()].sort((a, b) => compare(a.rank, b.rank) || compare(a.key, b.key));
  return {
    entries: all.flatMap((group) => group.entries),
    groups: all.map((group) => ({ key: group.key, count: group.entries.length })),
  };
}
