import { join } from 'node:path';
import { createApp } from '#electron/app.ts';
import { furnishVault } from '#electron/services/furnish-vault.ts';
import { newPortfolio } from '#electron/services/portfolios.ts';
import { sampleEvidence } from '#electron/services/sample/sample-evidence.ts';
import { sampleItem } from '#electron/services/sample/sample-items.ts';
import { sampleOwner, samplePortfolio } from '#electron/services/sample/sample-people.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { testFolders } from './renderer-folder.ts';

export const largePassphrase = 'a large test passphrase';
const batch = 200;

const day = (index: number) => String(1 + (index % 28)).padStart(2, '0');

/** Items like the sample's, as many as asked, spread over the days of their months. */
function items(count: number, today: string): readonly EvidenceItem[] {
  return Array.from({ length: count }, (_, index) => {
    const line = sampleEvidence[index % sampleEvidence.length];
    if (line === undefined) throw new Error('the sample is empty');
    const item = sampleItem(line, today, crypto.randomUUID(), []);
    const startedOn = `${item.startedOn.slice(0, 8)}${day(index)}`;
    return { ...item, startedOn, endedOn: null, title: `${item.title} (${index + 1})` };
  });
}

/** Makes a vault with one portfolio of `count` items, then closes it. */
export async function makeLargeVault(vaultFolder: string, count: number): Promise<void> {
  const app = await createApp({
    vaultFolder,
    host: 'browser',
    folders: await testFolders(join(vaultFolder, '..')),
  });
  const { ports } = app;
  const owner = ports.newId();
  const vault = await ports.vaults.create(vaultFolder, largePassphrase, owner);
  await furnishVault(ports, vault, owner, sampleOwner, false);
  const { store } = await newPortfolio(
    ports,
    vault,
    samplePortfolio(`${Number(ports.clock.today().slice(0, 4)) + 1}-12-31`),
    false,
  );
  const all = items(count, ports.clock.today());
  for (let from = 0; from < all.length; from += batch) {
    await store.commit(
      'bench.fill',
      all.slice(from, from + batch).map((item) => ({ collection: 'evidence', id: item.id, value: item })),
    );
  }
  await vault.close();
  await app.close();
}
