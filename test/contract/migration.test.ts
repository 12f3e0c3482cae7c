import { randomUUID } from 'node:crypto';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '#electron/app.ts';
import type { AppClient } from '#electron/host/router-client.ts';
import { currentFormat } from '#electron/storage/migrations/registry.ts';
import { createVaults } from '#electron/storage/vaults.ts';
import { refusal, testItem } from '#test/support/app-under-test.ts';
import { testFolders } from '#test/support/renderer-folder.ts';
import { sampleClock } from '#test/support/storage-samples.ts';
import { type Bed, filesBelow, noLog, temporaryBed } from '#test/support/storage-stores.ts';

// A vault as Waymark 0.1.0 had just made it, with one portfolio.
const fixture = join(import.meta.dirname, '../fixtures/vaults/format-1-new/vault');
const passphrase = 'a fixture passphrase';

let bed: Bed;
let vaultFolder: string;
let backupRoot: string;
beforeEach(async () => {
  bed = await temporaryBed();
  vaultFolder = join(bed.folder, 'vault');
  backupRoot = join(bed.folder, 'backups');
  await cp(fixture, vaultFolder, { recursive: true });
});
afterEach(() => bed.remove());

async function start() {
  const folders = await testFolders(await mkdirIn('renderer'));
  const app = await createApp({ vaultFolder, backupRoot, host: 'browser', folders });
  const link = new RPCLink({ url: 'http://waymark.invalid/rpc', fetch: (request) => app.door(request) });
  const client: AppClient = createORPCClient(link);
  return { app, client };
}
async function mkdirIn(name: string): Promise<string> {
  const folder = join(bed.folder, name);
  await mkdir(folder, { recursive: true });
  return folder;
}
const formatOf = async () => JSON.parse(await readFile(join(vaultFolder, 'vault.json'), 'utf8')).format;

describe('a vault of Waymark 0.1 in today’s app', () => {
  it('is backed up at its first unlocking, and then takes saves', async () => {
    const { app, client } = await start();
    expect(await formatOf()).toBe(1);
    await client.app.unlock({ passphrase });
    expect(await formatOf()).toBe(currentFormat);
    const [portfolio] = await client.portfolios.list();
    await client.evidence.create({ portfolioId: portfolio?.id ?? '', item: testItem });
    await client.app.lock();
    await app.close();
    const vaults = createVaults({ clock: sampleClock, newId: () => randomUUID(), log: noLog });
    const vault = await vaults.unlock(vaultFolder, passphrase);
    const names = [...(await filesBelow(backupRoot)).keys()];
    const folder = join(backupRoot, names[0]?.split('/').slice(0, -1).join('/') ?? '');
    const { backups } = await vault.backups.list(folder);
    expect(backups.map(({ reason }) => reason)).toEqual(['before-migration']);
    await vault.close();
  });

  it('comes back from the backup made before it was brought up, as one of today’s format', async () => {
    const { app, client } = await start();
    await client.app.unlock({ passphrase });
    const [portfolio] = await client.portfolios.list();
    const portfolioId = portfolio?.id ?? '';
    await client.evidence.create({ portfolioId, item: testItem });
    await client.app.lock();
    const [found] = await client.backups.found();
    const from = { foundId: found?.id ?? '' };
    const { jobId } = await client.backups.restore({ from, secret: { passphrase }, keepAside: true });
    const job = () => client.jobs.get({ id: jobId });
    await expect.poll(async () => (await job()).state, { timeout: 20_000 }).not.toBe('running');
    expect((await job()).state).toBe('done');
    expect(await formatOf()).toBe(currentFormat);
    await client.app.unlock({ passphrase });
    expect(app.session.vault().profile.all('restores').size).toBe(1);
    expect((await app.session.portfolio(portfolioId)).store.all('evidence').size).toBe(0);
    await app.close();
  });

  it('can be read, and says that it cannot be changed, where no backup can be made', async () => {
    // A file stands where the folder of backups would be.
    await writeFile(backupRoot, 'in the way');
    const { app, client } = await start();
    await client.app.unlock({ passphrase });
    const [portfolio] = await client.portfolios.list();
    const portfolioId = portfolio?.id ?? '';
    expect((await client.portfolios.get({ portfolioId })).employer).toBe('Sample Trust');
    const refused = await refusal(client.evidence.create({ portfolioId, item: testItem }));
    expect(refused.code).toBe('READ_ONLY');
    await client.app.lock();
    await app.close();
    expect(await formatOf()).toBe(1);
    for (const [name, bytes] of await filesBelow(fixture)) {
      expect((await readFile(join(vaultFolder, name))).equals(bytes), name).toBe(true);
    }
  });
});
