import { join } from 'node:path';
import type { Change, PortfolioRecords, RecordStore } from '#electron/services/ports.ts';
import { sampleEvidence } from './storage-samples.ts';
import { newSampleStore, type StoreOptions } from './storage-stores.ts';

export type Site = RecordStore<PortfolioRecords>;

/** Stores of one portfolio on several laptops. */
export const newSites = (folder: string, names: readonly string[], options?: StoreOptions): Promise<Site[]> =>
  Promise.all(names.map((name) => newSampleStore(join(folder, name), options)));

export const put = (number: number, title?: string): Change<PortfolioRecords> => {
  const value = sampleEvidence(number, title);
  return { collection: 'evidence', id: value.id, value };
};

/** Every record a site ever had, deleted ones too. */
export async function recordsOf(site: Site): Promise<readonly { collection: string; id: string }[]> {
  const lines = await site.history.lines(null, 1e9);
  const records = new Map<string, { collection: string; id: string }>();
  for (const { changes } of lines) {
    for (const { collection, id } of changes) records.set(`${collection}/${id}`, { collection, id });
  }
  return [...records.values()];
}

/** Sends everything from one site to another. */
export async function send(from: Site, to: Site, depth: 'heads' | 'all' = 'heads') {
  return to.merge('import.package', await from.history.travel(await recordsOf(from), depth));
}
