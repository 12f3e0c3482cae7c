import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { type App, createApp } from '#electron/app.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import {
  fieldBoost,
  fieldText,
  type TextField,
  textFields,
} from '#shared/domain/evidence-list/text/item-fields.ts';
import { tokensOf } from '#shared/domain/evidence-list/tokens.ts';
import { largePassphrase, makeLargeVault } from '#test/support/large-vault.ts';

import { type BenchRow, benchRow } from './bench-row.ts';
import { builtFolders } from './built-folders.ts';

const count = 10_000;
/** Each is typed letter by letter: every beginning of it is a search. */
const typed = [
  'audit of sepsis',
  'teaching session',
  'reflection on a difficult case',
  'quality improvement project',
  'leeds',
  'chair of the governance meeting',
  'feedback 2024',
  'nothing of the kind',
];
const rounds = 3;

const beginnings = typed.flatMap((text) => [...text].map((_, at) => text.slice(0, at + 1)));

const p95 = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The library alone over the same words, asked for the same: each word the beginning of one, all of them. */
function bareIndex(items: Iterable<EvidenceItem>): MiniSearch<EvidenceItem> {
  const bare = new MiniSearch<EvidenceItem>({
    fields: [...textFields],
    extractField: (item, field) => (field === 'id' ? item.id : fieldText(item, field as TextField)),
    tokenize: (text) => tokensOf(text),
    processTerm: (term) => term,
    searchOptions: { prefix: true, combineWith: 'AND', boost: fieldBoost },
  });
  for (const item of items) bare.add(item);
  return bare;
}

async function measure(app: App): Promise<readonly BenchRow[]> {
  await app.services.app.unlock({ passphrase: largePassphrase });
  const [shelf] = await app.services.portfolios.list(undefined);
  const portfolioId = shelf?.id ?? '';
  const { store } = await app.session.portfolio(portfolioId);
  const bare = bareIndex(store.all('evidence').values());
  const list = (text: string, by: 'startedOn' | 'match') =>
    app.services.evidence.list({
      portfolioId,
      filter: { text, types: [], capability: null, verified: null, trash: false },
      sort: { by, direction: 'descending' },
      offset: 0,
      limit: 60,
    });
  const found = await list('audit', 'match');
  if (found.total !== bare.search('audit').length || found.total === 0)
    throw new Error('not the same search');
  const times = {
    bare: [] as number[],
    list: [] as number[],
    best: [] as number[],
    filtered: [] as number[],
  };
  for (let round = 0; round <= rounds; round += 1) {
    // The first round lets the compiler see the code.
    if (round === 1) for (const all of Object.values(times)) all.length = 0;
    for (const text of beginnings) {
      times.bare.push(await timed(() => bare.search(text)));
      times.list.push(await timed(() => list(text, 'startedOn')));
      times.best.push(await timed(() => list(text, 'match')));
      times.filtered.push(await timed(() => list(`${text} -verified:yes after:2015`, 'startedOn')));
    }
  }
  const row = (name: string, value: readonly number[]) =>
    benchRow({
      name: `${name}, ${count} items, p95`,
      value: p95(value),
      unit: 'ms',
      baseline: 'the bare MiniSearch query, p95',
      baselineValue: p95(times.bare),
      limit: 1.5,
    });
  return [
    row('typing in search', times.list),
    row('typing in search, best match first', times.best),
    row('typing in search, with filters', times.filtered),
  ];
}

/** A letter typed into the search of a large portfolio, until its first rows are there, against the library alone. */
export async function searchBenches(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-search-'));
  const vaultFolder = join(folder, 'vault');
  await makeLargeVault(vaultFolder, count);
  const app = await createApp({ vaultFolder, host: 'browser', folders: builtFolders() });
  try {
    return await measure(app);
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}
