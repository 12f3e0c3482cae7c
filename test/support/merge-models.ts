import { createHash } from 'node:crypto';
import { walkBack } from '#shared/domain/merge/ancestry.ts';
import { planRecord } from '#shared/domain/merge/plan-record.ts';
import type { IncomingRevision, KnownHead } from '#shared/domain/merge/types.ts';
import type { Kit, Replica } from './merge-histories.ts';

const digest = (...parts: readonly unknown[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

type Kept = { readonly parents: readonly string[]; valued: boolean; readonly sealed: boolean };
type ModelRecord = { heads: readonly KnownHead[]; readonly kept: Map<string, Kept> };
export type ModelParcel = ReadonlyMap<number, readonly IncomingRevision[]>;

/** A parcel without one of its newest revisions, and without the names nothing in it follows any more. */
export function thinnerList<R extends { readonly revision: string; readonly parents: readonly string[] }>(
  all: readonly R[],
  hasValue: (one: R) => boolean,
): readonly R[] {
  const followed = new Set(all.flatMap(({ parents }) => parents));
  const dropped = all.find(({ revision }) => !followed.has(revision));
  const rest = all.filter((one) => one !== dropped);
  const parents = new Map(rest.map((one) => [one.revision, one.parents]));
  const behind = new Set<string>();
  const valued = rest.filter(hasValue).map(({ revision }) => revision);
  walkBack(valued, (revision) => parents.get(revision) ?? [], behind);
  return rest.filter((one) => hasValue(one) || behind.has(one.revision));
}

/** The rules of merging over sites in memory: heads and ancestry, nothing else. */
function modelReplica(): Replica<ModelParcel> {
  const records = new Map<number, ModelRecord>();
  const of = (number: number): ModelRecord => {
    const record = records.get(number) ?? { heads: [], kept: new Map() };
    records.set(number, record);
    return record;
  };
  let written = 0;
  return {
    edit: async (number, text, sealed, settles) => {
      const record = of(number);
      const names = record.heads.map(({ revision }) => revision);
      const parents = settles ? names.sort() : names.slice(0, 1);
      const revision = digest(number, text, sealed, parents);
      const rest = record.heads.filter((head) => !parents.includes(head.revision));
      record.heads = [{ revision, sealed }, ...rest];
      record.kept.set(revision, { parents, valued: true, sealed });
      written += 1;
      return { revision, parents };
    },
    heads: (number) => of(number).heads,
    knows: async (number) => new Set(of(number).kept.keys()),
    pack: async (numbers, depth) =>
      new Map(
        numbers.map((number) => {
          const { heads, kept } = of(number);
          const newest = new Set(heads.map(({ revision }) => revision));
          return [
            number,
            [...kept].map(([revision, { parents, valued, sealed }]) => ({
              revision,
              parents,
              valued: valued && (depth === 'all' || newest.has(revision)),
              sealed,
            })),
          ];
        }),
      ),
    receive: async (parcel) => {
      for (const [number, incoming] of parcel) {
        const record = of(number);
        const plan = planRecord(
          {
            heads: record.heads,
            parents: new Map([...record.kept].map(([revision, { parents }]) => [revision, parents])),
            named: new Set(
              [...record.kept].filter(([, { valued }]) => !valued).map(([revision]) => revision),
            ),
          },
          incoming,
        );
        const arrived = new Map(incoming.map((one) => [one.revision, one]));
        for (const revision of plan.names) {
          record.kept.set(revision, {
            parents: arrived.get(revision)?.parents ?? [],
            valued: false,
            sealed: false,
          });
        }
        for (const { revision } of plan.versions) {
          const { parents = [], sealed = false } = arrived.get(revision) ?? {};
          record.kept.set(revision, { parents, valued: true, sealed });
        }
        record.heads = plan.heads.map((revision) => ({
          revision,
          sealed: record.kept.get(revision)?.sealed ?? false,
        }));
        written += plan.names.length + plan.versions.length;
      }
    },
    written: () => String(written),
    reopen: async () => undefined,
  };
}

export const modelKit: Kit<ModelParcel> = {
  replica: async () => modelReplica(),
  thinner: (parcel) =>
    new Map([...parcel].map(([number, all]) => [number, thinnerList(all, ({ valued }) => valued)])),
};

type Last = { readonly revision: string; readonly sealed: boolean; readonly at: number };
export type LastParcel = ReadonlyMap<number, Last>;

/** The naive way: the later clock wins. Every site's clock is a little off, as clocks are. */
function lastWriterReplica(site: number): Replica<LastParcel> {
  const records = new Map<number, Last>();
  const known = new Map<number, Set<string>>();
  let clock = [0, 7, -3, 2, 11][site % 5] ?? 0;
  const take = (number: number, last: Last) => {
    records.set(number, last);
    const seen = known.get(number) ?? new Set();
    known.set(number, seen.add(last.revision));
  };
  return {
    edit: async (number, text, sealed) => {
      const before = records.get(number);
      clock += 2;
      const parents = before === undefined ? [] : [before.revision];
      const revision = digest(number, text, sealed, parents);
      take(number, { revision, sealed, at: clock });
      return { revision, parents };
    },
    heads: (number) => [records.get(number)].filter((last) => last !== undefined),
    knows: async (number) => known.get(number) ?? new Set(),
    pack: async (numbers) => new Map([...records].filter(([number]) => numbers.includes(number))),
    receive: async (parcel) => {
      for (const [number, last] of parcel) {
        if (last.at > (records.get(number)?.at ?? Number.NEGATIVE_INFINITY)) take(number, last);
      }
    },
    written: () => JSON.stringify([...records]),
    reopen: async () => undefined,
  };
}

export const lastWriterKit: Kit<LastParcel> = {
  replica: async (site) => lastWriterReplica(site),
  thinner: (parcel) => parcel,
};
