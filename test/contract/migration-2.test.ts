import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '#electron/app.ts';
import type { AppClient } from '#electron/host/router-client.ts';
import { currentFormat } from '#electron/storage/migrations/registry.ts';
import { createVaults } from '#electron/storage/vaults.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { testItem } from '#test/support/app-under-test.ts';
import { testFolders } from '#test/support/renderer-folder.ts';
import { sampleClock } from '#test/support/storage-samples.ts';
import { type Bed, noLog, temporaryBed } from '#test/support/storage-stores.ts';

// A vault as Waymark 0.2.0 left it, with a signed item.
const fixture = join(import.meta.dirname, '../fixtures/vaults/format-2');
type Told = {
  readonly head: unknown;
  readonly collections: Readonly<Record<string, { readonly count: number; readonly sha256: string }>>;
};
type Expected = {
  readonly passphrase: string;
  readonly recoveryCode: string;
  readonly sealed: string;
  readonly stores: { readonly profile: Told; readonly portfolio: Told };
};

let bed: Bed;
let vaultFolder: string;
let expected: Expected;
beforeEach(async () => {
  bed = await temporaryBed();
  vaultFolder = join(bed.folder, 'vault');
  await cp(join(fixture, 'vault'), vaultFolder, { recursive: true });
  expected = JSON.parse(await readFile(join(fixture, 'expected.json'), 'utf8'));
});
afterEach(() => bed.remove());

async function start() {
  const renderer = join(bed.folder, 'renderer');
  await mkdir(renderer, { recursive: true });
  const app = await createApp({
    vaultFolder,
    backupRoot: join(bed.folder, 'backups'),
    host: 'browser',
    folders: await testFolders(renderer),
  });
  const link = new RPCLink({ url: 'http://waymark.invalid/rpc', fetch: (request) => app.door(request) });
  const client: AppClient = createORPCClient(link);
  return { app, client };
}
const headerOf = async () => JSON.parse(await readFile(join(vaultFolder, 'vault.json'), 'utf8'));

type Store = { readonly all: (name: never) => ReadonlyMap<string, unknown> };
const told = (store: Store, names: readonly string[]) =>
  Object.fromEntries(
    names.map((name) => {
      const records = Object.fromEntries(store.all(name as never));
      const sha256 = createHash('sha256').update(canonicalJson(records)).digest('hex');
      return [name, { count: Object.keys(records).length, sha256 }];
    }),
  );

describe('a vault of Waymark 0.2', () => {
  it('opens with every record as it was, its signature still valid, and takes what only 0.3 knows', async () => {
    expect((await headerOf()).format).toBe(2);
    const { app, client } = await start();
    await client.app.unlock({ passphrase: expected.passphrase });
    expect(await headerOf()).toMatchObject({ format: currentFormat, needs: '0.3.0' });
    const [portfolio] = await client.portfolios.list();
    const portfolioId = portfolio?.id ?? '';
    const { store } = await app.session.portfolio(portfolioId);
    expect(told(store, Object.keys(expected.stores.portfolio.collections))).toEqual(
      expected.stores.portfolio.collections,
    );
    const seals = await client.seals.list({ portfolioId, collection: 'evidence', id: expected.sealed });
    expect(seals.map(({ validity }) => validity)).toEqual(['valid']);
    const item = { ...testItem, tags: ['teaching'], draft: true as const };
    const { id } = await client.evidence.create({ portfolioId, item });
    expect(await client.evidence.get({ portfolioId, id })).toMatchObject(item);
    // An answer that is absent was taken away.
    await client.evidence.update({ portfolioId, id, item: testItem });
    expect(await client.evidence.get({ portfolioId, id })).not.toHaveProperty('draft');
    await client.app.lock();
    await app.close();
  });

  it('opens with its recovery code, and with the new passphrase after that', async () => {
    const vaults = createVaults({ clock: sampleClock, newId: () => randomUUID(), log: noLog });
    const vault = await vaults.recover(vaultFolder, expected.recoveryCode, 'another fixture passphrase');
    await vault.close();
    expect((await headerOf()).format).toBe(currentFormat);
    const again = await vaults.unlock(vaultFolder, 'another fixture passphrase');
    expect(again.profile.all('shelf').size).toBe(1);
    await again.close();
  });
});
