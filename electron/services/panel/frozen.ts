import { createCoverageIndex } from '#shared/domain/coverage/coverage-index.ts';
import type { CoverageMap } from '#shared/domain/coverage/types.ts';
import { type EvidenceItem, evidenceItemSchema } from '#shared/domain/evidence.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { Snapshot } from '#shared/domain/review-process/snapshot.ts';
import {
  type SupervisorReport,
  supervisorReportSchema,
} from '#shared/domain/supervision/supervisor-report.ts';
import { countingOf } from '#shared/guidance/counting.ts';
import type { PortfolioStore } from '../ports.ts';
import { type OpenPortfolio, portfolioOf } from '../session.ts';
import { inSlices } from '../slices.ts';

/** What was handed in for a review, as it was then. */
export type Frozen = {
  readonly snapshot: Snapshot;
  readonly items: ReadonlyMap<Id, EvidenceItem>;
  /** By capability, newest first. */
  readonly under: ReadonlyMap<string, readonly EvidenceItem[]>;
  readonly coverage: CoverageMap;
  readonly report: SupervisorReport | null;
  /** Versions that were handed in and are not kept here. */
  readonly missing: number;
};

const newestFirst = (a: EvidenceItem, b: EvidenceItem) =>
  (b.endedOn ?? b.startedOn).localeCompare(a.endedOn ?? a.startedOn) || (a.id < b.id ? -1 : 1);

type Named = Snapshot['items'][number];

/** The value of each version: what is shown now where that is still it, or else what the history kept. */
async function valuesOf(
  store: PortfolioStore,
  collection: 'evidence' | 'supervisorReports',
  versions: readonly Named[],
): Promise<ReadonlyMap<Id, unknown>> {
  const found = new Map<Id, unknown>();
  const older: Named[] = [];
  for (const version of versions) {
    const head = store.heads(collection, version.id).find(({ revision }) => revision === version.revision);
    if (head === undefined) older.push(version);
    else found.set(version.id, head.value);
  }
  if (older.length === 0) return found;
  const kept = await store.history.values(older.map(({ revision }) => revision));
  for (const { id, revision } of older) found.set(id, kept.get(revision));
  return found;
}

async function thaw({ store, pack }: OpenPortfolio, snapshot: Snapshot): Promise<Frozen> {
  const values = await valuesOf(store, 'evidence', snapshot.items);
  const index = createCoverageIndex(pack, countingOf(pack, portfolioOf(store)));
  const items = new Map<Id, EvidenceItem>();
  const under = new Map<string, EvidenceItem[]>();
  await inSlices(snapshot.items, ({ id }) => {
    const read = evidenceItemSchema.safeParse(values.get(id));
    if (!read.success) return;
    items.set(id, read.data);
    index.apply(undefined, read.data);
    for (const code of new Set(read.data.links.map(({ capability }) => capability))) {
      const listed = under.get(code);
      if (listed === undefined) under.set(code, [read.data]);
      else listed.push(read.data);
    }
  });
  for (const listed of under.values()) listed.sort(newestFirst);
  const reported = snapshot.report === null ? [] : [snapshot.report];
  const report = supervisorReportSchema.safeParse(
    [...(await valuesOf(store, 'supervisorReports', reported)).values()][0],
  );
  return {
    snapshot,
    items,
    under,
    coverage: index.map(snapshot.on),
    report: report.success ? report.data : null,
    missing: snapshot.items.length - items.size,
  };
}

type Kept = { readonly key: string; readonly frozen: Promise<Frozen> };
const mostKept = 4; // of one portfolio: this review's, and those somebody looked back at
const thawed = new WeakMap<PortfolioStore, readonly Kept[]>();

/**
 * What a snapshot holds. It never changes, so it is put together once for as long as the guidance and the portfolio's own
 * facts, by which it is counted, stay the same.
 */
export function frozenOf(portfolio: OpenPortfolio, snapshot: Snapshot): Promise<Frozen> {
  const { store, pack } = portfolio;
  const { id } = portfolioOf(store);
  const facts = store.heads('portfolio', id)[0]?.revision ?? '';
  const key = [snapshot.id, pack.id, pack.version, facts].join(' ');
  const kept = thawed.get(store) ?? [];
  const known = kept.find((one) => one.key === key);
  if (known !== undefined) return known.frozen;
  const frozen = thaw(portfolio, snapshot);
  const fresh = { key, frozen };
  thawed.set(store, [fresh, ...kept].slice(0, mostKept));
  const forget = () =>
    thawed.set(
      store,
      (thawed.get(store) ?? []).filter((one) => one !== fresh),
    );
  frozen.then(
    // A version that is not here may still come with a package.
    ({ missing }) => (missing > 0 ? forget() : undefined),
    forget,
  );
  return frozen;
}

/** How many items came, or were changed, after the submission. */
export function lateIn(store: PortfolioStore, snapshot: Snapshot): number {
  const handedIn = new Map(snapshot.items.map(({ id, revision }) => [id, revision]));
  return [...store.all('evidence').values()].filter(
    ({ id, trashedAt, draft }) =>
      trashedAt === null &&
      draft !== true &&
      !store.heads('evidence', id).some(({ revision }) => revision === handedIn.get(id)),
  ).length;
}
