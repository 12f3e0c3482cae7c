import { setImmediate as breathe } from 'node:timers/promises';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { JournalHead } from '#shared/domain/vault-records.ts';
import type { Stored } from './collections.ts';
import { headsAfter, headsIn } from './heads.ts';

/** A newest revision that is not the shown one. */
export type StoredHead = { readonly revision: Sha256; readonly value: Stored | null };

/** One collection in memory. A deleted record leaves its last revision, so that a new one can name its parent. */
export type CollectionState = {
  readonly values: Map<string, Stored>;
  readonly revisions: Map<string, Sha256>;
  /** Newest revisions beside the shown one, in order of their names: only for records changed in two places at once. */
  readonly others: Map<string, readonly StoredHead[]>;
};
/** What lowdb holds for one store. */
export type State = { readonly collections: ReadonlyMap<string, CollectionState>; head: JournalHead };

/** A record's new revision, ready for the journal. `value` null deletes. */
export type Revision = {
  readonly collection: string;
  readonly id: string;
  readonly revision: Sha256;
  readonly parents: readonly Sha256[];
  readonly value: Stored | null;
  /** The newest revisions it takes the place of, where these are not simply its parents. */
  readonly over?: readonly Sha256[] | undefined;
  /** It was superseded before it came: kept for the history alone. */
  readonly past?: true | undefined;
  /** The newest revision that is shown from now on, where it is not the one that would be. */
  readonly shown?: Sha256 | undefined;
};

export const emptyState = (names: readonly string[], head: JournalHead): State => ({
  collections: new Map(
    names.map((name) => [name, { values: new Map(), revisions: new Map(), others: new Map() }]),
  ),
  head,
});

/** The collection, which must be one of the store's own. */
export function collectionOf(state: State, name: string): CollectionState {
  const collection = state.collections.get(name);
  if (collection === undefined) throw new TypeError('unknown collection');
  return collection;
}

function show({ values, revisions }: CollectionState, id: string, { revision, value }: StoredHead): void {
  revisions.set(id, revision);
  if (value === null) values.delete(id);
  else values.set(id, value);
}

/** Puts one change in place. Nothing happens, and it returns false, when it does not fit the newest revisions. */
export function applyOne(state: State, change: Revision): boolean {
  const kept = collectionOf(state, change.collection);
  const { id } = change;
  const before = headsIn(kept, id);
  const after = headsAfter(
    before.map(({ revision }) => revision),
    change,
  );
  if (after === undefined) return false;
  if (change.past === true) return true;
  const [shown, ...others] = after.map(
    (revision) => before.find((head) => head.revision === revision) ?? { revision, value: change.value },
  );
  if (shown !== undefined) show(kept, id, shown);
  if (others.length > 0) kept.others.set(id, others);
  else kept.others.delete(id);
  return true;
}

/** Swaps in what changed: cost follows the change, not the store. Cannot fail half-way for what was prepared. */
export function apply(state: State, revisions: readonly Revision[], head: JournalHead): void {
  for (const revision of revisions) applyOne(state, revision);
  state.head = head;
}

/** What is shown now of the records these changes are about, of those where that is another revision than before. */
export function shownOf(
  state: State,
  changes: readonly Revision[],
  before: readonly (Sha256 | undefined)[],
): readonly Pick<Revision, 'collection' | 'id' | 'value'>[] {
  const told = new Set<string>();
  return changes.flatMap(({ collection, id }, place) => {
    const { values, revisions } = collectionOf(state, collection);
    const key = `${collection}/${id}`;
    if (told.has(key) || revisions.get(id) === before[place]) return [];
    told.add(key);
    return [{ collection, id, value: values.get(id) ?? null }];
  });
}

/** The same records in maps of their own, untouched by later commits. */
export const snapshot = (state: State): State => ({
  collections: new Map(
    [...state.collections].map(([name, { values, revisions, others }]) => [
      name,
      { values: new Map(values), revisions: new Map(revisions), others: new Map(others) },
    ]),
  ),
  head: state.head,
});

/** Freezes a record and everything in it. Returns it. */
export function freezeDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) {
    if (typeof part === 'object') freezeDeep(part);
  }
  return Object.freeze(value);
}

/** A record is frozen last of all its parts: once it is, so are they. */
export const frozen = <T>(record: T): T => (Object.isFrozen(record) ? record : freezeDeep(record));

const recordsBetweenBreaths = 250;

/**
 * Freezes everything a store holds, little by little: done while opening it would make that a quarter slower. Whoever
 * asks for one record meanwhile gets it frozen.
 * @param isWanted whether to go on: a store that has been closed needs no more.
 */
export async function freezeInBackground(state: State, isWanted: () => boolean): Promise<void> {
  let records = 0;
  for (const { values, others } of state.collections.values()) {
    for (const heads of others.values()) freezeDeep(heads);
    for (const value of values.values()) {
      frozen(value);
      records += 1;
      if (records % recordsBetweenBreaths !== 0) continue;
      await breathe(undefined, { ref: false });
      if (!isWanted()) return;
    }
  }
}
