import { canonicalJson } from '#shared/domain/canonical.ts';
import { failure } from '#shared/domain/failure.ts';
import { isMerge } from '#shared/domain/history/steps.ts';
import type { HistoryLine } from '#shared/domain/history.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { isSealed } from '#shared/domain/merge/sealed.ts';
import type { Change, PortfolioRecords, PortfolioStore } from '../ports.ts';
import { keyOf, type Name, recordsTouched } from './touched.ts';

/** A side of a conflict that is put beside the shown version again. */
export type Reopened = Name & { readonly follows: Sha256; readonly value: unknown };

/** What taking lines back would write, and how many records stay as they are because they are signed. */
export type TakenBack = {
  readonly changes: readonly Change<PortfolioRecords>[];
  readonly reopened: readonly Reopened[];
  readonly kept: number;
};

/** A record's newest revisions as these lines found them and left them, the shown one first. */
type Made = Name & { readonly before: readonly Sha256[]; readonly after: readonly Sha256[] };

/** A plain change says by itself what it followed; after a merge the history is asked. */
async function madeBy(store: PortfolioStore, lines: readonly HistoryLine[]): Promise<readonly Made[]> {
  const first = lines[0]?.seq ?? 0;
  const last = lines.at(-1)?.seq ?? 0;
  const merged = lines.some(isMerge);
  const touched = recordsTouched(lines);
  const asked = touched.filter(
    ({ collection, id, changes }) =>
      merged ||
      store.heads(collection, id).length > 1 ||
      changes.some(({ parents, over }) => parents.length > 1 || over !== undefined),
  );
  const before = await store.history.headsAt(first - 1, asked);
  const after = await store.history.headsAt(last, asked);
  const known = new Map(
    asked.map((one, at) => {
      const [found, left] = [before[at], after[at]];
      if (found === undefined || left === undefined) throw failure('NOT_UNDOABLE', { why: 'gap' });
      return [keyOf(one), { before: found, after: left }];
    }),
  );
  return touched.map(({ collection, id, changes }) => {
    const newest = changes.at(-1)?.revision;
    const simple = { before: changes[0]?.parents ?? [], after: newest === undefined ? [] : [newest] };
    return { collection, id, ...(known.get(keyOf({ collection, id })) ?? simple) };
  });
}

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one) => b.includes(one));

const text = (value: unknown) => canonicalJson(value ?? null);

/** Undoing and redoing give a record back what it was under a new name: then its values are what they were. */
async function hasMovedOn(store: PortfolioStore, made: Made): Promise<boolean> {
  const heads = store.heads(made.collection, made.id);
  if (
    sameSet(
      heads.map(({ revision }) => revision),
      made.after,
    )
  )
    return false;
  const values = await store.history.values(made.after);
  const [shown, ...others] = heads.map(({ value }) => text(value));
  const [left, ...beside] = made.after.map((revision) => text(values.get(revision)));
  return shown !== left || !sameSet(others, beside);
}

/** A line with only those records that are still as it left them. */
export async function stillAsLeft(store: PortfolioStore, line: HistoryLine): Promise<HistoryLine> {
  const standing = new Set<string>();
  for (const one of await madeBy(store, [line]))
    if (!(await hasMovedOn(store, one))) standing.add(keyOf(one));
  return { ...line, changes: line.changes.filter((change) => standing.has(keyOf(change))) };
}

async function refuseMovedOn(store: PortfolioStore, made: readonly Made[]): Promise<void> {
  const movedOn: Made[] = [];
  for (const one of made) if (await hasMovedOn(store, one)) movedOn.push(one);
  const [first] = movedOn;
  if (first === undefined) return;
  const shown = store.heads(first.collection, first.id)[0]?.revision;
  const versions = await store.history.versions(first.collection, first.id);
  const by = versions.find(({ revision }) => revision === shown)?.action ?? '';
  if (by.startsWith('import.')) throw failure('NOT_UNDOABLE', { why: 'merged-on' });
  throw failure('CHANGED_SINCE', { count: movedOn.length });
}

/**
 * The changes that put everything back to how these lines, oldest first, found it. Nothing is written. Fails with
 * CHANGED_SINCE when a record has moved on, with NOT_UNDOABLE when it moved on by a merge, or is signed.
 */
export async function takeBack(store: PortfolioStore, lines: readonly HistoryLine[]): Promise<TakenBack> {
  const made = await madeBy(store, lines);
  const values = await store.history.values(made.flatMap(({ before }) => before));
  // What it was before lies in a gap of the history: bringing back anything else would be a guess.
  if (made.some(({ before }) => before.some((revision) => !values.has(revision)))) {
    throw failure('NOT_UNDOABLE', { why: 'gap' });
  }
  const shownBefore = ({ before: [shown] }: Made) =>
    shown === undefined ? null : (values.get(shown) ?? null);
  // What founds a portfolio stays too: without it there is nothing to open.
  const stays = (one: Made) =>
    one.collection === 'seals' ||
    (one.collection === 'portfolio' && shownBefore(one) === null) ||
    store.heads(one.collection, one.id).some(({ value }) => isSealed(one.collection, value)) ||
    isSealed(one.collection, shownBefore(one));
  const going = made.filter((one) => !stays(one));
  const kept = made.length - going.length;
  if (going.length === 0 || (kept > 0 && !lines.some(isMerge))) {
    throw failure('NOT_UNDOABLE', { why: 'sealed' });
  }
  await refuseMovedOn(store, going);

  const changes: Change<PortfolioRecords>[] = [];
  const reopened: Reopened[] = [];
  for (const one of going) {
    const { collection, id } = one;
    const heads = store.heads(collection, id);
    const present = new Set(heads.map(({ revision }) => revision));
    const beside = one.before.slice(1).filter((revision) => !present.has(revision));
    for (const follows of beside)
      reopened.push({ collection, id, follows, value: values.get(follows) ?? null });
    if (beside.length > 0 && text(heads[0]?.value) === text(shownBefore(one))) continue;
    changes.push({
      collection,
      id,
      value: shownBefore(one),
      // A conflict these lines brought about ends with them.
      ...(heads.length > Math.max(1, one.before.length) ? { settles: true } : {}),
      // The store validates each value against its collection before anything is written.
    } as Change<PortfolioRecords>);
  }
  return { changes, reopened, kept };
}
