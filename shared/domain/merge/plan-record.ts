import { failure } from '../failure.ts';
import type { Sha256 } from '../ids.ts';
import { following, inOrder, type Parents, walkBack } from './ancestry.ts';
import type { IncomingRevision, KnownRecord, PlannedVersion, RecordPlan } from './types.ts';

const sameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((part, index) => part === b[index]);

/** As many as a version that settles between them may name as its parents. */
export const mostHeads = 32;

const nonsense = (revision: Sha256) => failure('PACKAGE_REFUSED', { why: 'ancestry', entry: revision });

/** One entry a revision, that with a value where there are several. Two that name other parents are a lie. */
function onceEach(incoming: readonly IncomingRevision[]): ReadonlyMap<Sha256, IncomingRevision> {
  const kept = new Map<Sha256, IncomingRevision>();
  for (const one of incoming) {
    const other = kept.get(one.revision);
    if (other !== undefined && !sameList(other.parents, one.parents)) throw nonsense(one.revision);
    if (other === undefined || (one.valued && !other.valued)) kept.set(one.revision, one);
  }
  return kept;
}

/** What is new to this vault, each after what it follows. Fails when the ancestry has gaps, circles or contradictions. */
function newcomers(known: KnownRecord, incoming: ReadonlyMap<Sha256, IncomingRevision>) {
  const fresh: Sha256[] = [];
  for (const { revision, parents } of incoming.values()) {
    const here = known.parents.get(revision);
    if (here !== undefined) {
      if (!sameList(here, parents)) throw nonsense(revision);
      continue;
    }
    for (const parent of parents) {
      if (!known.parents.has(parent) && !incoming.has(parent)) throw nonsense(revision);
    }
    fresh.push(revision);
  }
  const ordered = inOrder(fresh, (revision) => incoming.get(revision)?.parents ?? []);
  if (ordered === undefined) throw nonsense(fresh[0] ?? '');
  return ordered;
}

/** Sealed before unsealed, ours or what follows ours before what does not, then the smallest hash. */
function inOrderOfShowing(
  heads: readonly { readonly revision: Sha256; readonly sealed: boolean }[],
  followsOurs: (revision: Sha256) => boolean,
): readonly Sha256[] {
  const rank = new Map(
    heads.map(({ revision, sealed }) => [revision, (sealed ? 0 : 2) + (followsOurs(revision) ? 0 : 1)]),
  );
  const revisions = heads.map(({ revision }) => revision).sort();
  const [shown, ...others] = revisions.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  return shown === undefined ? [] : [shown, ...others.sort()];
}

/**
 * What happens to one record when these revisions are added to those that are known: the union. The newest are those
 * no other one follows; no clock is asked. Ours stays in view until one follows it, unless a sealed one stands beside.
 * Fails with PACKAGE_REFUSED: `ancestry`, or `versions` for more side by side than could ever be settled.
 */
export function planRecord(known: KnownRecord, arriving: readonly IncomingRevision[]): RecordPlan {
  const incoming = onceEach(arriving);
  const fresh = newcomers(known, incoming);
  const parents: Parents = (revision) => known.parents.get(revision) ?? incoming.get(revision)?.parents ?? [];
  const valued = fresh.filter((revision) => incoming.get(revision)?.valued);
  const names = fresh.filter((revision) => !incoming.get(revision)?.valued);
  const before = known.heads.map(({ revision }) => revision);

  const superseded = new Set<Sha256>();
  walkBack([...before, ...valued], parents, superseded);
  for (const name of names) {
    // A name that nothing with a value follows would be a newest revision nobody can read.
    if (!superseded.has(name)) throw nonsense(name);
  }

  const seals = new Map(known.heads.map(({ revision, sealed }) => [revision, sealed]));
  const fillsIn = [...incoming.values()].filter((one) => one.valued && known.named.has(one.revision));
  const newest = valued.filter((revision) => !superseded.has(revision));
  const heads = [...before.filter((revision) => !superseded.has(revision)), ...newest].map((revision) => ({
    revision,
    sealed: seals.get(revision) ?? incoming.get(revision)?.sealed ?? false,
  }));
  if (newest.length > 0 && heads.length > mostHeads) {
    throw failure('PACKAGE_REFUSED', { why: 'versions', entry: newest[0] ?? '' });
  }
  const [ours] = before;
  const after =
    newest.length === 0
      ? before
      : inOrderOfShowing(
          heads,
          followsOurs(ours, heads.length, [...known.parents.keys(), ...fresh], parents),
        );

  const past = [
    ...fillsIn.map((one) => one.revision),
    ...valued.filter((revision) => superseded.has(revision)),
  ];
  const order = inOrder(past, parents) ?? past;
  return {
    kind: kindOf(before, after, newest),
    names,
    versions: [
      ...order.map((revision): PlannedVersion => ({ revision, over: null })),
      ...replacing(before, newest, after, parents),
    ],
    heads: after,
  };
}

function followsOurs(
  ours: Sha256 | undefined,
  heads: number,
  all: Iterable<Sha256>,
  parents: Parents,
): (revision: Sha256) => boolean {
  if (ours === undefined || heads < 2) return () => true;
  const later = following(ours, all, parents);
  return (revision) => revision === ours || later.has(revision);
}

/** Each newest revision with the old ones it takes the place of: every old one goes once, the shown one chooses first. */
function replacing(
  before: readonly Sha256[],
  newest: readonly Sha256[],
  after: readonly Sha256[],
  parents: Parents,
): readonly PlannedVersion[] {
  const isNew = new Set(newest);
  const seen = new Set<Sha256>();
  return after
    .filter((revision) => isNew.has(revision))
    .map((revision) => {
      const behind = new Set(walkBack([revision], parents, seen));
      return { revision, over: before.filter((old) => behind.has(old)) };
    });
}

function kindOf(
  before: readonly Sha256[],
  after: readonly Sha256[],
  newest: readonly Sha256[],
): RecordPlan['kind'] {
  if (newest.length === 0) return 'known';
  if (before.length === 0) return 'new';
  return after.length > 1 ? 'conflicting' : 'changed';
}
