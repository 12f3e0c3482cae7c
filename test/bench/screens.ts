import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { makeLargeVault } from '#test/support/large-vault.ts';
import { type BenchRow, benchRow } from './bench-row.ts';
import {
  coverageScreen,
  evidenceScreen,
  forget,
  leave,
  openItem,
  openVault,
  type Screen,
  startBrowser,
  visit,
} from './screen-visits.ts';
import { steady } from './statistics.ts';

const small = 100;
const large = 10_000;
const limit = 1.5;
const itemLimit = 1.2;
/** Each round starts the app anew for either size. */
const rounds = 6;
const visitsPerRound = 3;

const measures = ['firstEvidence', 'evidence', 'item', 'firstCoverage', 'coverage'] as const;
type Measure = (typeof measures)[number];
type Times = Readonly<Record<Measure, number[]>>;
const noTimes = (): Times => ({
  firstEvidence: [],
  evidence: [],
  item: [],
  firstCoverage: [],
  coverage: [],
});

/** One start of the app over one vault: each screen's first visit, from a page that knows nothing yet, and later ones. */
async function measureOnce(browser: Browser, vaultFolder: string, times: Times): Promise<void> {
  const { page, close } = await openVault(browser, vaultFolder);
  const measureScreen = async (screen: Screen, first: number[], later: number[]) => {
    await leave(page);
    await forget(page);
    first.push(await visit(page, screen));
    for (let turn = 0; turn < visitsPerRound; turn += 1) {
      await leave(page);
      later.push(await visit(page, screen));
    }
  };
  try {
    await measureScreen(evidenceScreen, times.firstEvidence, times.evidence);
    for (let turn = 0; turn < visitsPerRound; turn += 1) times.item.push(await openItem(page, turn));
    await measureScreen(coverageScreen, times.firstCoverage, times.coverage);
  } finally {
    await close();
  }
}

const rowsOf = (few: Times, many: Times): readonly BenchRow[] => {
  const names: Readonly<Record<Measure, string>> = {
    firstEvidence: `evidence list, ${large} items, first visit`,
    evidence: `evidence list, ${large} items`,
    item: `opening an item of ${large}`,
    firstCoverage: `coverage map, ${large} items, first visit`,
    coverage: `coverage map, ${large} items`,
  };
  // The visits of one round make one median, a round's first visit stands for itself.
  const timeOf = (times: Times, measure: Measure) =>
    steady(times[measure], measure.startsWith('first') ? 1 : visitsPerRound);
  return measures.map((measure) =>
    benchRow({
      name: names[measure],
      value: timeOf(many, measure),
      unit: 'ms',
      baseline: `${small} items`,
      baselineValue: timeOf(few, measure),
      limit: measure === 'item' ? itemLimit : limit,
    }),
  );
};

/** How long the two screens that show a whole portfolio take to open in a real browser: small portfolio beside large. */
export async function screenBenches(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  const vaultOf = (count: number) => join(folder, String(count), 'vault');
  const browser = await startBrowser();
  try {
    for (const count of [small, large]) await makeLargeVault(vaultOf(count), count);
    const few = noTimes();
    const many = noTimes();
    for (let round = 0; round < rounds; round += 1) {
      // Which of the two goes first changes every round: neither always finds the machine rested.
      const turns = [
        { count: small, times: few },
        { count: large, times: many },
      ];
      for (const { count, times } of round % 2 === 0 ? turns : turns.toReversed()) {
        await measureOnce(browser, vaultOf(count), times);
      }
    }
    return rowsOf(few, many);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}
