import type { EvidenceItem, EvidenceRow } from '../evidence.ts';
import type { Id, Sha256 } from '../ids.ts';
import { type CheckOf, nothingChecked } from './check-of.ts';
import { compare, type KeptOrder, type ListEntry, listEntry, orderBy } from './entry.ts';
import { type FeedbackOf, noFeedback } from './feedback-of.ts';
import { grouped } from './groups.ts';
import { findText, type Plan, planOf } from './plan.ts';
import type { QueryContext } from './query/parse.ts';
import type { EvidenceFilter, EvidenceSort, Grouping, ListGroup } from './query.ts';
import { evidenceRowOf } from './row.ts';
import { createSorted, type Sorted } from './sorted.ts';
import { type AttachedTexts, noTexts } from './text/attached-texts.ts';
import { createFullText } from './text/full-text.ts';

/** A window of the list: `total` counts everything that passes the filter. */
export type EvidencePage = {
  /** Lines of the list: an item stands in each of its groups. */
  readonly total: number;
  /** Items; less than `total` where some stand in several groups. */
  readonly items: number;
  readonly offset: number;
  readonly rows: readonly EvidenceRow[];
  /** All groups in their order, with the first page of a grouped list; else empty. */
  readonly groups: readonly ListGroup[];
};

/** The evidence list of one open portfolio, kept in order change by change. */
export type EvidenceIndex = {
  /** One item before and after a change; undefined where it did not exist or no longer does. */
  readonly apply: (before: EvidenceItem | undefined, after: EvidenceItem | undefined) => void;
  /** The text of an attached file was read. */
  readonly arrived: (file: Sha256) => void;
  /** What `checkOf` says may have changed. */
  readonly checksChanged: () => void;
  /** What `feedbackOf` says may have changed. */
  readonly feedbackChanged: () => void;
  /** Takes a slice of what waits into the full text. @returns whether there is more. */
  readonly settle: () => boolean;
  /** Rows `offset` to `offset + limit` of the filtered list; fewer, or none, at its end. */
  readonly page: (
    filter: EvidenceFilter,
    sort: EvidenceSort,
    offset: number,
    limit: number,
    group?: Grouping | null,
  ) => EvidencePage;
  /** Every item that passes, once, in order. */
  readonly ids: (filter: EvidenceFilter, sort: EvidenceSort) => readonly Id[];
};

export type IndexOptions = {
  /** Codes of the guidance, in its order. */
  readonly capabilities?: () => readonly string[];
  /** What searches are read against, where that is more than these codes. */
  readonly context?: () => QueryContext;
  readonly texts?: AttachedTexts;
  readonly checkOf?: CheckOf;
  readonly feedbackOf?: FeedbackOf;
};

/** Ordered lists of the same entries, each made when it is first asked for. */
function createOrders(entries: () => Iterable<ListEntry>) {
  const lists = new Map<KeptOrder, Sorted<ListEntry>>();
  return {
    add: (entry: ListEntry) => {
      for (const list of lists.values()) list.add(entry);
    },
    remove: (entry: ListEntry) => {
      for (const list of lists.values()) list.remove(entry);
    },
    forget: () => lists.clear(),
    forgetOne: (by: KeptOrder) => lists.delete(by),
    values: (by: KeptOrder): readonly ListEntry[] => {
      const known = lists.get(by);
      if (known !== undefined) return known.values();
      const list = createSorted(orderBy(by));
      for (const entry of entries()) list.add(entry);
      lists.set(by, list);
      return list.values();
    },
  };
}

type Filtered = { readonly key: string; readonly entries: readonly ListEntry[] };
type Shown = Filtered & { readonly items: number; readonly groups: readonly ListGroup[] };

/** Below this share of the list, what was found is sorted; above, the sorted list is looked through. */
const fewAreOneIn = 10;

export function createEvidenceIndex(options: IndexOptions = {}): EvidenceIndex {
  const {
    capabilities = () => [],
    texts = noTexts,
    checkOf = nothingChecked,
    feedbackOf = noFeedback,
  } = options;
  const context = options.context ?? (() => ({ capabilities: codes }));
  const kept = new Map<Id, ListEntry>();
  const trashedIds = new Set<Id>();
  const fullText = createFullText(texts);
  const of = function* (trash: boolean) {
    for (const [id, entry] of kept) if (trashedIds.has(id) === trash) yield entry;
  };
  const live = createOrders(() => of(false));
  const trashed = createOrders(() => of(true));
  /** The last filtered list, so that scrolling through it filters once. */
  let last: Shown | null = null;
  let codes = capabilities();
  let ranks: ReadonlyMap<string, number> = new Map(codes.map((code, at) => [code, at]));
  const rankOf = (code: string) => ranks.get(code);

  /** Under other guidance codes have other places, and searches may mean something else. */
  function followGuidance(): void {
    if (codes === capabilities()) return;
    codes = capabilities();
    ranks = new Map(codes.map((code, at) => [code, at]));
    last = null;
    live.forget();
    trashed.forget();
    for (const [id, { item }] of kept) kept.set(id, listEntry(item, { rankOf, checkOf }));
  }
  function checksChanged(): void {
    last = null;
    live.forgetOne('identifiers');
    trashed.forgetOne('identifiers');
  }
  const ordersOf = (id: Id) => (trashedIds.has(id) ? trashed : live);

  function drop(id: Id): void {
    const old = kept.get(id);
    if (old === undefined) return;
    ordersOf(id).remove(old);
    kept.delete(id);
    trashedIds.delete(id);
  }

  function search(plan: Plan, sort: EvidenceSort): readonly ListEntry[] {
    const text = findText(plan, fullText);
    const passes = ({ item }: ListEntry) => text.passes(item.id) && plan.tests.every((test) => test(item));
    const orders = plan.trash ? trashed : live;
    const scores = text.within;
    const by = sort.by === 'match' ? 'startedOn' : sort.by;
    const few = scores !== undefined && scores.size * fewAreOneIn < kept.size;
    const found: ListEntry[] = few
      ? [...scores.keys()].flatMap((id) => {
          const entry = kept.get(id);
          return entry !== undefined && trashedIds.has(id) === plan.trash && passes(entry) ? [entry] : [];
        })
      : orders.values(by).filter(passes);
    if (few) found.sort(orderBy(by));
    if (sort.by !== 'match' || scores === undefined) return found;
    const scoreOf = ({ item }: ListEntry) => scores.get(item.id) ?? 0;
    return found.sort((a, b) => compare(scoreOf(a), scoreOf(b)));
  }

  function filtered(filter: EvidenceFilter, plan: Plan, sort: EvidenceSort, group: Grouping | null): Shown {
    const key = JSON.stringify([filter, sort.by, group === null ? null : [group, sort.direction]]);
    if (last?.key === key) return last;
    const orders = plan.trash ? trashed : live;
    const found = plan.plain
      ? orders.values(sort.by === 'match' ? 'startedOn' : sort.by)
      : search(plan, sort);
    if (group === null) {
      // A whole list is the orders' own, which moves on with the next change; so does `last`.
      last = { key, entries: found, items: found.length, groups: [] };
      return last;
    }
    const inOrder = sort.direction === 'descending' ? [...found].reverse() : found;
    last = { key, ...grouped(inOrder, group, sort, rankOf), items: found.length };
    return last;
  }

  function rowOf({ item }: ListEntry, words: readonly string[]): EvidenceRow {
    const found = words.length === 0 ? undefined : fullText.where(item, words);
    const row = evidenceRowOf(item, checkOf, feedbackOf);
    return found === undefined ? row : { ...row, found };
  }

  return {
    apply: (before, after) => {
      followGuidance();
      checksChanged();
      if (before !== undefined && before.id !== after?.id) {
        drop(before.id);
        fullText.remove(before);
      }
      if (after === undefined) return;
      drop(after.id);
      const entry = listEntry(after, { rankOf, checkOf });
      kept.set(after.id, entry);
      if (after.trashedAt !== null) trashedIds.add(after.id);
      ordersOf(after.id).add(entry);
      fullText.put(after);
    },
    arrived: (file) => {
      last = null;
      fullText.arrived(file);
    },
    checksChanged,
    feedbackChanged: () => {
      last = null;
    },
    settle: () => {
      // What is taken in now may match what is shown.
      last = null;
      return fullText.settle();
    },
    page: (filter, sort, offset, limit, group = null) => {
      followGuidance();
      const plan = planOf(filter, context(), checkOf, feedbackOf);
      const { entries, items, groups } = filtered(filter, plan, sort, group);
      const total = entries.length;
      const words = [...plan.words, ...plan.phrases.flat()];
      const slice =
        group !== null || sort.direction === 'ascending'
          ? entries.slice(offset, offset + limit)
          : entries.slice(Math.max(0, total - offset - limit), Math.max(0, total - offset)).reverse();
      const rows = slice.map((entry) => rowOf(entry, words));
      return { total, items, offset, rows, groups: offset === 0 ? groups : [] };
    },
    ids: (filter, sort) => {
      followGuidance();
      const plan = planOf(filter, context(), checkOf, feedbackOf);
      const ids = filtered(filter, plan, sort, null).entries.map(({ item }) => item.id);
      return sort.direction === 'ascending' ? ids : ids.reverse();
    },
  };
}
