import { createCoverageIndex } from '#shared/domain/coverage/coverage-index.ts';
import { daysAfter } from '#shared/domain/dates.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { evidenceTypeIds } from '#shared/domain/evidence-types.ts';
import { countingOf } from '#shared/guidance/counting.ts';
import { guidancePacks } from '#shared/guidance/packs.ts';
import { idFrom, sampleEvidence } from '#test/support/storage-samples.ts';
import { type BenchRow, benchRow } from './bench-row.ts';
import { steady } from './statistics.ts';

const count = 10_000;
const allowed = 5; // milliseconds, for so many items
const turns = 60;
const warmUp = 20;
const today = '2026-11-19';

/** Items of every type and age, two capabilities each. */
const itemsFor = (codes: readonly string[]): readonly EvidenceItem[] =>
  Array.from({ length: count }, (_, n) => ({
    ...sampleEvidence(n),
    id: idFrom(n),
    type: evidenceTypeIds[n % evidenceTypeIds.length] ?? 'cpd',
    startedOn: daysAfter(today, -(n % 3000)),
    endedOn: null,
    trashedAt: null,
    links: [n, n + 1].map((at) => ({ capability: codes[at % codes.length] ?? '', pages: '', note: '' })),
  }));

/** Reads of every item what any counting has to read. */
function read(items: readonly EvidenceItem[]): number {
  let sum = 0;
  for (const { links, startedOn, trashedAt } of items) {
    if (trashedAt === null && startedOn <= today)
      for (const { capability } of links) sum += capability.length;
  }
  return sum;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Coverage after the change of one item, and from the beginning, on the pack with most rules and a maintenance rule. */
export async function coverageBenches(): Promise<BenchRow[]> {
  const pack = guidancePacks.find(({ application }) => application?.maintenance !== undefined);
  if (pack === undefined) throw new Error('no pack has a maintenance rule');
  const items = itemsFor(pack.capabilities.map(({ code }) => code));
  const life = {
    targetDate: '2028-01-31',
    breaks: [{ from: '2024-01-01', to: '2024-06-30', reason: '' }],
    workingTime: [{ from: '2022-01-01', percent: 60 }],
  };
  const index = createCoverageIndex(pack, countingOf(pack, life));
  for (const item of items) index.apply(undefined, item);
  index.map(today);
  const changes: number[] = [];
  const reads: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const before = items[turn * 7];
    if (before === undefined) throw new Error('too few items');
    const after = { ...before, title: `Changed ${turn}`, startedOn: daysAfter(before.startedOn, 1) };
    changes.push(
      timed(() => {
        index.apply(before, after);
        index.map(today);
      }),
    );
    index.apply(after, before);
    index.map(today);
    reads.push(timed(() => read(items)));
  }
  return [
    benchRow({
      name: `coverage after a change of one of ${count} items`,
      value: steady(changes.slice(warmUp), 20),
      unit: 'ms',
      baseline: `reading the items, and ${allowed} ms`,
      baselineValue: steady(reads.slice(warmUp), 20) + allowed,
      limit: 1,
    }),
  ];
}
