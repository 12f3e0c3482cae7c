import { mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '#electron/app.ts';
import { headsInBackups, judgeVault } from '#electron/services/check-vault.ts';
import { makeBackup } from '#electron/services/make-backup.ts';
import { fillSample } from '#electron/services/sample/fill-sample.ts';
import { type CheckReport, isSound } from '#shared/domain/vault-check.ts';
import { addItems, fillVault, newPlace, ownPassphrase, type Place } from '#test/support/backup-vaults.ts';
import { digestsBelow, failureOf, filesBelow } from '#test/support/storage-stores.ts';

let place: Place;
beforeEach(async () => {
  place = await newPlace();
});
afterEach(() => place.remove());

const vaultFolder = () => join(place.folder, 'vault');
const check = (app: App, outside = true): Promise<CheckReport> =>
  app.ports.vaults.examine(vaultFolder(), { passphrase: ownPassphrase }, {}, async (reading) =>
    judgeVault(app.ports, reading, outside ? await headsInBackups(app.ports, reading) : []),
  );
const faultsOf = ({ findings }: CheckReport) =>
  findings.filter(({ kind }) => kind === 'fault').map(({ code }) => code);

describe('checking a vault', () => {
  it('finds nothing wrong with a sound one, reads all of it and changes nothing', async () => {
    const app = await place.app();
    const id = await fillVault(app);
    await app.services.app.lock(undefined);
    const before = await digestsBelow(vaultFolder());
    const report = await check(app);
    expect(report.findings).toEqual([]);
    expect(report.counts).toMatchObject({ stores: 2, attachments: 2, records: 4, sealedHeads: 1 });
    expect(await digestsBelow(vaultFolder())).toEqual(before);
    await app.services.app.unlock({ passphrase: ownPassphrase });
    await app.session.portfolio(id);
    expect(await failureOf(check(app))).toMatchObject({ code: 'VAULT_IN_USE' });
  });

  it('holds for the sample with its signed review, while it is open and being written to', async () => {
    const app = await place.app();
    const owner = app.ports.newId();
    const vault = await app.ports.vaults.create(vaultFolder(), ownPassphrase, owner);
    app.session.open(vault);
    const sample = await fillSample(app.ports, vault, owner);
    await sample.hold();
    const { store } = await app.session.portfolio(sample.portfolioId);
    const examining = vault.examine({});
    for (const item of [...store.all('evidence').values()].slice(0, 20)) {
      const value = { ...item, title: `${item.title} again` };
      await store.commit('evidence.update', [{ collection: 'evidence', id: item.id, value }]);
    }
    const report = await judgeVault(app.ports, await examining);
    expect(faultsOf(report)).toEqual([]);
    expect(report.counts.seals).toBeGreaterThan(0);
  });

  it('names what is wrong, and goes on to the rest', async () => {
    const app = await place.app();
    const id = await fillVault(app);
    await app.services.app.lock(undefined);
    const files = await filesBelow(vaultFolder());
    const blobs = [...files.keys()].filter((name) => name.includes('blobs'));
    const [first = '', second = ''] = blobs;
    const altered = Buffer.from(files.get(first) ?? []);
    altered[200] = (altered[200] ?? 0) ^ 1;
    await writeFile(join(vaultFolder(), first), altered);
    await rm(join(vaultFolder(), second));
    const journal = join(vaultFolder(), 'profile', 'journal-000001.log');
    await truncate(journal, (await readFile(journal)).length - 30);
    const report = await check(app);
    expect(faultsOf(report).sort()).toEqual([
      'attachment-damaged',
      'attachment-missing',
      'attachment-missing',
      'cut-since-sealed',
      // Its entry was in the line that was cut.
      'portfolio-not-on-shelf',
    ]);
    expect(report.findings.some(({ place: where }) => where.startsWith(`portfolios/${id}`))).toBe(true);
  });

  it('finds a vault rolled back whole, sealed heads and all, against a backup made since', async () => {
    const app = await place.app();
    const id = await fillVault(app);
    await app.services.app.lock(undefined);
    const old = await filesBelow(vaultFolder());
    await app.services.app.unlock({ passphrase: ownPassphrase });
    await addItems(app, id, { from: 30, items: 2, files: 0, fileSize: 0 });
    await makeBackup(app.ports, app.session, 'by-hand');
    await app.services.app.lock(undefined);
    await rm(vaultFolder(), { recursive: true });
    for (const [name, bytes] of old) {
      const path = join(vaultFolder(), name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    }
    // Taken by itself it is a sound vault, and opens: that is what a rollback looks like.
    expect(isSound(await check(app, false))).toBe(true);
    expect(faultsOf(await check(app))).toEqual(['cut-since-outside']);
  });
});
