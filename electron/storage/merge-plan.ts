import { failure } from '#shared/domain/failure.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { planRecord } from '#shared/domain/merge/plan-record.ts';
import { contentOf } from '#shared/domain/merge/revision-content.ts';
import { isSealed } from '#shared/domain/merge/sealed.ts';
import { summaryOf } from '#shared/domain/merge/summary.ts';
import type { KnownRecord, RecordPlan } from '#shared/domain/merge/types.ts';
import type { MergeKind, MergeSummary } from '#shared/domain/revisions.ts';
import { createBreaks } from './breaks.ts';
import { headsAfter, headsIn } from './heads.ts';
import { type HistoryIndex, revisionsOf } from './history-index.ts';
import type { Arrived } from './incoming.ts';
import type { KnownName, Marks } from './line-schema.ts';
import { currentFormat } from './migrations/registry.ts';
import type { Prepared } from './revision.ts';
import { collectionOf, type Revision, type State } from './state.ts';

/** What a merge will write. Nothing when everything is known. */
export type MergePlan = {
  readonly summary: MergeSummary;
  readonly changes: readonly Prepared[];
  readonly known: readonly KnownName[];
};

/**
 * What is known here of a record. A newest version whose line lies in a gap of the history is known all the same: what it
 * followed is taken from the side that has it.
 */
function knownRecord(
  state: State,
  index: HistoryIndex,
  group: readonly [Arrived, ...Arrived[]],
): KnownRecord {
  const [{ travel }] = group;
  const { collection, id } = travel;
  const all = revisionsOf(index, collection, id);
  const heads = headsIn(collectionOf(state, collection), id);
  const parents = new Map(all.map((one) => [one.revision, one.parents]));
  for (const { revision } of heads) {
    if (parents.has(revision)) continue;
    const arrived = group.find((one) => one.revision === revision);
    parents.set(revision, arrived?.parents ?? []);
  }
  return {
    heads: heads.map(({ revision, value }) => ({ revision, sealed: isSealed(collection, value) })),
    parents,
    named: new Set(all.filter(({ seq }) => seq === null).map(({ revision }) => revision)),
  };
}

const sameSet = (a: readonly Sha256[], b: readonly Sha256[]) =>
  a.length === b.length && a.every((one) => b.includes(one));

/** The planned versions as changes of the journal, said as briefly as the fold understands them. */
function changesOf(
  before: readonly Sha256[],
  plan: RecordPlan,
  arrivals: ReadonlyMap<Sha256, Arrived>,
): readonly Prepared[] {
  let heads = before;
  return plan.versions.map(({ revision, over }, place) => {
    const arrived = arrivals.get(revision);
    if (arrived === undefined) throw new TypeError('planned what did not arrive');
    const { collection, id, parents, by, shape = currentFormat, value } = arrived.travel;
    // Its parents say it where they are what it takes the place of; a first version beside others has to say so.
    const plain = over !== null && sameSet(over, parents) && (over.length > 0 || heads.length === 0);
    const standing: Revision = {
      collection,
      id,
      revision,
      parents,
      value: arrived.value,
      past: over === null ? true : undefined,
      over: over === null || plain ? undefined : over,
    };
    heads = headsAfter(heads, standing) ?? heads;
    const last = place === plan.versions.length - 1;
    const shown = last && heads[0] !== plan.heads[0] ? plan.heads[0] : undefined;
    const marks: Marks = {
      ...(standing.over === undefined ? {} : { over: [...standing.over] }),
      ...(over === null ? { past: true as const } : {}),
      ...(shown === undefined ? {} : { shown }),
      ...(by === null ? {} : { by }),
      ...(shape < currentFormat ? { shape } : {}),
    };
    const content = contentOf({ collection, id, parents, value: value as Revision['value'] });
    return { revision: { ...standing, shown }, content, marks };
  });
}

function byRecord(arrived: readonly Arrived[]): readonly (readonly [Arrived, ...Arrived[]])[] {
  const groups = new Map<string, [Arrived, ...Arrived[]]>();
  for (const one of arrived) {
    const key = `${one.travel.collection}/${one.travel.id}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

/** A revision has one record, here and in what arrives. Fails with PACKAGE_REFUSED. */
function refuseMoved(index: HistoryIndex, arrived: readonly Arrived[]): void {
  const places = new Map<Sha256, string>();
  for (const { revision, travel } of arrived) {
    const here = index.revisions.get(revision);
    const place = JSON.stringify([travel.collection, travel.id]);
    const other = here === undefined ? places.get(revision) : JSON.stringify([here.collection, here.id]);
    if (other !== undefined && other !== place) {
      throw failure('PACKAGE_REFUSED', { why: 'collection', entry: revision });
    }
    places.set(revision, place);
  }
}

/** What adding these revisions would do. Writes nothing. Fails with PACKAGE_REFUSED when their ancestry makes no sense. */
export async function planMerge(
  state: State,
  index: HistoryIndex,
  arrived: readonly Arrived[],
): Promise<MergePlan> {
  refuseMoved(index, arrived);
  const pause = createBreaks();
  const records: { collection: string; id: string; kind: MergeKind }[] = [];
  const changes: Prepared[] = [];
  const known: KnownName[] = [];
  for (const group of byRecord(arrived)) {
    const [{ travel }] = group;
    const { collection, id } = travel;
    const here = knownRecord(state, index, group);
    const plan = planRecord(here, group);
    // Of two with the same name, the one with the value.
    const arrivals = new Map(group.map((one) => [one.revision, one]));
    for (const one of group) if (one.valued) arrivals.set(one.revision, one);
    records.push({ collection, id, kind: plan.kind });
    const before = here.heads.map(({ revision }) => revision);
    changes.push(...changesOf(before, plan, arrivals));
    known.push(
      ...plan.names.map((rev) => ({ rev, collection, id, parents: [...(arrivals.get(rev)?.parents ?? [])] })),
    );
    await pause();
  }
  return { summary: summaryOf(records), changes, known };
}
