import { hash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { PortfolioRecords, RecordStore } from '#electron/services/ports.ts';
import { portfolioCollections } from '#electron/storage/collections.ts';
import { type Files, nodeFiles } from '#electron/storage/files.ts';
import { createJournal } from '#electron/storage/journal-adapter.ts';
import { type CheckpointPolicy, openRecordStore } from '#electron/storage/record-store.ts';
import { isFailure } from '#shared/domain/failure.ts';
import { idFrom, sampleActor, sampleClock } from './storage-samples.ts';

export const sampleVaultId = idFrom(1, 7);
export const sampleKey = Buffer.alloc(32, 7);
export const noLog = () => undefined;
/** Keeps everything in the journal. */
export const neverCheckpoint: CheckpointPolicy = { lines: 1e9, bytes: 1e12, linesAtClose: 1e9 };

export type Bed = { readonly folder: string; readonly remove: () => Promise<void> };
export async function temporaryBed(): Promise<Bed> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-storage-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

export type StoreOptions = { readonly files?: Files; readonly policy?: CheckpointPolicy };

/** A portfolio's record store alone, under a known key: what a vault opens, without the quarter second of scrypt. */
export async function openSampleStore(
  folder: string,
  { files = nodeFiles, policy }: StoreOptions = {},
): Promise<RecordStore<PortfolioRecords>> {
  return openRecordStore({
    files,
    place: { vaultId: sampleVaultId, store: 'portfolios/sample', key: sampleKey, folder },
    collections: portfolioCollections,
    clock: sampleClock,
    log: noLog,
    actor: () => sampleActor,
    actorName: () => 'Dr Sample Doctor',
    ...(policy === undefined ? {} : { policy }),
  });
}

export async function newSampleStore(folder: string, options: StoreOptions = {}) {
  await createJournal(nodeFiles, folder);
  return openSampleStore(folder, options);
}

/** Everything a store holds, as plain data. */
export const contentsOf = (store: RecordStore<PortfolioRecords>) => ({
  head: store.head(),
  portfolio: Object.fromEntries(store.all('portfolio')),
  evidence: Object.fromEntries(store.all('evidence')),
  reviews: Object.fromEntries(store.all('reviews')),
  seals: Object.fromEntries(store.all('seals')),
});

/** Every file below a folder with its bytes. */
export async function filesBelow(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found = new Map<string, Buffer>();
  for (const path of files.sort()) found.set(relative(folder, path), await readFile(path));
  return found;
}

/** Every file below a folder with its hash, to see that nothing at all was changed. */
export const digestsBelow = async (folder: string) =>
  [...(await filesBelow(folder))].map(([name, bytes]) => `${name} ${hash('sha256', bytes)}`);

/** What a promise failed with, as `CODE` and data; throws when it did not fail. */
export async function failureOf(work: Promise<unknown>): Promise<{ code: string; data: unknown }> {
  try {
    await work;
  } catch (thrown) {
    if (isFailure(thrown)) return { code: thrown.failure, data: thrown.data };
    throw thrown;
  }
  throw new Error('expected a failure');
}
