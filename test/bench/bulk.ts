import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '#electron/app.ts';
import type { BulkChange } from '#shared/domain/evidence-list/bulk-change.ts';
import type { Id } from '#shared/domain/ids.ts';
import { largePassphrase, makeLargeVault } from '#test/support/large-vault.ts';

import { type BenchRow, benchRow } from './bench-row.ts';
import { builtFolders } from './built-folders.ts';
import { quietest } from './statistics.ts';

const sizes = [1000, 10_000] as const;
const singles = 20;
const rounds = 2;
/** More are rarely moved, and take long to measure. */
const movedAtMost = 1000;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const plain = { text: '', types: [], capability: null, verified: null, trash: false } as const;
const byDate = { by: 'startedOn', direction: 'descending' } as const;

async function takeBack(app: App, portfolioId: Id): Promise<void> {
  const { undo } = await app.services.history.undoState({ portfolioId });
  await app.services.history.undo({ portfolioId, seq: undo?.seq ?? 0, to: undo?.to ?? 0 });
}

type Kind = 'link' | 'move';
/** What the same comes to one item after another, as it would be without a change of many. Milliseconds. */
async function oneByOne(
  app: App,
  portfolioId: Id,
  other: Id,
  ids: readonly Id[],
): Promise<Record<Kind, number>> {
  const { evidence } = app.services;
  const few = ids.slice(0, singles);
  const each = async (work: (id: Id) => Promise<unknown>) =>
    (await timed(async () => {
      for (const id of few) await work(id);
    })) *
    (ids.length / few.length);
  const change = { kind: 'link', capability: 'IM8' } as const;
  return {
    link: await each((id) => evidence.changeMany({ portfolioId, ids: [id], change })),
    move: await each((id) => evidence.moveTo({ portfolioId, ids: [id], to: other })),
  };
}

type Note = (name: string, kind: Kind, work: () => Promise<unknown>) => Promise<void>;

async function round(app: App, portfolioId: Id, other: Id, ids: readonly Id[], note: Note): Promise<void> {
  const { evidence, history } = app.services;
  const change = (asked: BulkChange) => () => evidence.changeMany({ portfolioId, ids, change: asked });
  await note('linking', 'link', change({ kind: 'link', capability: 'IM7' }));
  await note('undoing that of', 'link', () => takeBack(app, portfolioId));
  if (ids.length > movedAtMost) return;
  await note('redoing that of', 'link', async () => {
    const { redo } = await history.undoState({ portfolioId });
    await history.redo({ portfolioId, seq: redo?.seq ?? 0 });
  });
  await note('unlinking', 'link', change({ kind: 'unlink', capability: 'IM7' }));
  await note('trashing, after a backup,', 'link', change({ kind: 'trash' }));
  await note('restoring', 'link', change({ kind: 'restore' }));
  await note('moving', 'move', () => evidence.moveTo({ portfolioId, ids, to: other }));
  await note('moving back, by undoing,', 'move', () => takeBack(app, portfolioId));
}

async function sizeBench(count: number): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bulk-'));
  const vaultFolder = join(folder, 'vault');
  await makeLargeVault(vaultFolder, count);
  const app = await createApp({ vaultFolder, host: 'browser', folders: builtFolders() });
  try {
    await app.services.app.unlock({ passphrase: largePassphrase });
    const [shelf] = await app.services.portfolios.list(undefined);
    const portfolioId = shelf?.id ?? '';
    const portfolio = await app.services.portfolios.get({ portfolioId });
    const { doctor, packId, targetDate, employer } = portfolio;
    const other = (await app.services.portfolios.create({ doctor, packId, targetDate, employer })).id;
    const { ids } = await app.services.evidence.ids({ portfolioId, filter: plain, sort: byDate });
    const times = new Map<string, { readonly kind: Kind; readonly all: number[] }>();
    const note: Note = async (name, kind, work) => {
      const known = times.get(name) ?? { kind, all: [] };
      times.set(name, known);
      known.all.push(await timed(work));
    };
    for (let number = 0; number < rounds; number += 1) await round(app, portfolioId, other, ids, note);
    const singly = await oneByOne(app, portfolioId, other, ids);
    return [...times].map(([name, { kind, all }]) =>
      benchRow({
        name: `${name} ${count} items at once`,
        value: quietest(all),
        unit: 'ms',
        baseline: kind === 'link' ? 'linking them one by one' : 'moving them one by one',
        baselineValue: singly[kind],
        limit: kind === 'link' ? 1 : 0.1,
      }),
    );
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Changes of many items, against doing them singly. */
export async function bulkBenches(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const count of sizes) rows.push(...(await sizeBench(count)));
  return rows;
}
