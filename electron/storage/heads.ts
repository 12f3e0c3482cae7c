import type { Sha256 } from '#shared/domain/ids.ts';
import type { CollectionState, Revision, State, StoredHead } from './state.ts';

/** Where a change stands among a record's newest revisions. */
export type Standing = Pick<Revision, 'revision' | 'parents' | 'over' | 'past' | 'shown'>;

/** The newest revisions of a record, the shown one first; empty when there never was one. */
export function headsIn({ values, revisions, others }: CollectionState, id: string): readonly StoredHead[] {
  const revision = revisions.get(id);
  if (revision === undefined) return [];
  return [{ revision, value: values.get(id) ?? null }, ...(others.get(id) ?? [])];
}

/**
 * The names of the newest revisions after a change: it takes the place of what it is `over` (its parents, if it does
 * not say), first if the shown one was among them, and what it calls `shown` comes first. Undefined when that makes no
 * sense: it is over something that is no newest revision, or follows nothing where there is something to follow.
 */
export function headsAfter(before: readonly Sha256[], change: Standing): readonly Sha256[] | undefined {
  const { revision, parents, over, past, shown } = change;
  if (before.includes(revision)) return undefined;
  if (past === true) return over === undefined && shown === undefined ? before : undefined;
  const gone = over ?? parents;
  if (over === undefined && before.length > 0 && gone.length === 0) return undefined;
  if (new Set(gone).size !== gone.length || !gone.every((old) => before.includes(old))) return undefined;
  const kept = before.filter((old) => !gone.includes(old));
  const [first] = before;
  const all = first !== undefined && kept.includes(first) ? [...kept, revision] : [revision, ...kept];
  if (shown === undefined) return inOrder(all, all[0]);
  return all.includes(shown) ? inOrder(all, shown) : undefined;
}

const inOrder = (all: readonly Sha256[], first: Sha256 | undefined): readonly Sha256[] =>
  first === undefined ? [] : [first, ...all.filter((one) => one !== first).sort()];

/** Records with more than one newest revision. */
export function* conflictsIn({ collections }: State): Generator<{ collection: string; id: string }> {
  for (const [collection, { others }] of collections) {
    for (const id of others.keys()) yield { collection, id };
  }
}
