import { setImmediate as breathe } from 'node:timers/promises';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { JournalHead } from '#shared/domain/vault-records.ts';
import type { Stored } from './collections.ts';

/** One collection in memory. A deleted record leaves its last revision, so that a new one can name its parent. */
export type CollectionState = {
  readonly values: Map<string, Stored>;
  readonly revisions: Map<string, Sha256>;
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
};

export const emptyState = (names: readonly string[], head: JournalHead): State => ({
  collections: new Map(names.map((name) => [name, { values: new Map(), revisions: new Map() }])),
  head,
});

/** The collection, which must be one of the store's own. */
export function collectionOf(state: State, name: string): CollectionState {
  const collection = state.collections.get(name);
  if (collection === undefined) throw new TypeError('unknown collection');
  return collection;
}

/** Swaps in what changed: cost follows the change, not the store. Cannot fail half-way. */
export function apply(state: State, revisions: readonly Revision[], head: JournalHead): void {
  for (const { collection, id, revision, value } of revisions) {
    const kept = collectionOf(state, collection);
    kept.revisions.set(id, revision);
    if (value === null) kept.values.delete(id);
    else kept.values.set(id, value);
  }
  state.head = head;
}

/** The same records in maps of their own, untouched by later commits. */
export const snapshot = (state: State): State => ({
  collections: new Map(
    [...state.collections].map(([name, { values, revisions }]) => [
      name,
      { values: new Map(values), revisions: new Map(revisions) },
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
  for (const { values } of state.collections.values()) {
    for (const value of values.values()) {
      frozen(value);
      records += 1;
      if (records % recordsBetweenBreaths !== 0) continue;
      await breathe(undefined, { ref: false });
      if (!isWanted()) return;
    }
  }
}
