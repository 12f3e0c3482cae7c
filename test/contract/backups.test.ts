import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  completeFileSchema,
  mergedSchema,
  mergePreviewSchema,
  restoredSchema,
} from '#shared/contract/backups.ts';
import { backupInfoSchema } from '#shared/domain/backup.ts';
import { checkReportSchema, isSound } from '#shared/domain/vault-check.ts';
import {
  type AppUnderTest,
  heard,
  refusal,
  startApp,
  testItem,
  testPassphrase,
  testPortfolio,
  transports,
  upload,
  withPortfolio,
} from '#test/support/app-under-test.ts';

const nobody = crypto.randomUUID();

describe.each(transports)('backups, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  beforeEach(async () => {
    under = await startApp(transport);
    portfolioId = await withPortfolio(under);
    await under.client.evidence.create({ portfolioId, item: testItem });
  });
  afterEach(() => under.close());

  async function ended(starting: Promise<{ readonly jobId: string }>) {
    const { jobId } = await starting;
    const get = () => under.client.jobs.get({ id: jobId });
    await expect.poll(async () => (await get()).state, { timeout: 20_000 }).not.toBe('running');
    return get();
  }
  const made = async () => backupInfoSchema.parse((await ended(under.client.backups.make())).result);
  const secret = { passphrase: testPassphrase };

  it('are made, counted and said to be there', async () => {
    const none = await under.client.backups.status();
    expect(none).toMatchObject({ backups: [], overdue: true, failed: null, kept: true, chosen: false });
    const info = await made();
    const status = await under.client.backups.status();
    expect(status).toMatchObject({ backups: [info], overdue: false, running: false });
    expect(status.folder).not.toContain(`${under.vaultFolder}/`);
  });

  it('go to the folder somebody chose, and say so when it has gone', async () => {
    const stick = join(dirname(under.vaultFolder), 'stick');
    expect(await refusal(under.client.backups.choose({ folder: stick }))).toEqual({
      code: 'BACKUP_FAILED',
      data: { why: 'folder' },
    });
    expect(await refusal(under.client.backups.choose({ folder: under.vaultFolder }))).toEqual({
      code: 'BACKUP_FAILED',
      data: { why: 'within-vault' },
    });
    await mkdir(stick);
    expect(await under.client.backups.choose({ folder: stick })).toMatchObject({ chosen: true });
    await made();
    expect(await readdir(stick)).toHaveLength(1);
    await rm(stick, { recursive: true });
    const job = await ended(under.client.backups.make());
    expect(job).toMatchObject({
      state: 'failed',
      failure: { code: 'BACKUP_FAILED', data: { why: 'folder' } },
    });
    expect(await under.client.backups.status()).toMatchObject({
      backups: [],
      failed: { code: 'BACKUP_FAILED' },
      overdue: true,
    });
    expect(await under.client.backups.choose({ folder: null })).toMatchObject({ chosen: false });
  });

  it('check the vault, which is sound', async () => {
    const report = checkReportSchema.parse((await ended(under.client.backups.check())).result);
    expect(isSound(report)).toBe(true);
    expect(report.counts.stores).toBe(2);
  });

  it('come as one complete file, which brings everything back where nothing is', async () => {
    const file = completeFileSchema.parse((await ended(under.client.backups.saveComplete())).result);
    const answer = await under.send(`/outgoing/${file.id}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(bytes.length).toBe(file.size);
    expect(
      await refusal(under.client.backups.restore({ from: { uploadId: nobody }, secret, keepAside: true })),
    ).toMatchObject({ code: 'VAULT_EXISTS' });
    await under.client.app.lock();
    const uploadId = await upload(under, bytes);
    expect(
      await refusal(under.client.backups.restore({ from: { uploadId }, secret, keepAside: false })),
    ).toMatchObject({ code: 'VAULT_EXISTS' });
    await rm(under.vaultFolder, { recursive: true });
    const wrong = { passphrase: 'not this one at all' };
    const refused = await ended(
      under.client.backups.restore({ from: { uploadId }, secret: wrong, keepAside: false }),
    );
    expect(refused).toMatchObject({ state: 'failed', failure: { code: 'WRONG_PASSPHRASE' } });
    const job = await ended(under.client.backups.restore({ from: { uploadId }, secret, keepAside: false }));
    expect(restoredSchema.parse(job.result)).toMatchObject({ keptAside: null });
    await under.client.app.unlock({ passphrase: testPassphrase });
    expect((await under.client.portfolios.list()).map(({ id }) => id)).toEqual([portfolioId]);
  });

  it('are found on this computer before any vault is open, and the damaged vault is kept aside', async () => {
    const info = await made();
    await under.client.app.lock();
    await writeFile(join(under.vaultFolder, 'heads'), 'damage');
    expect(await refusal(under.client.app.unlock({ passphrase: testPassphrase }))).toMatchObject({
      code: 'VAULT_DAMAGED',
    });
    expect(await under.client.app.status()).toMatchObject({ state: 'fault' });
    const [found] = await under.client.backups.found();
    expect(found).toMatchObject({ own: true, info });
    expect(
      await refusal(under.client.backups.restore({ from: { foundId: 'gone' }, secret, keepAside: true })),
    ).toEqual({ code: 'NOT_FOUND', data: { what: 'backup' } });
    expect(
      await refusal(under.client.backups.restore({ from: { path: '/no/such' }, secret, keepAside: true })),
    ).toEqual({ code: 'NOT_FOUND', data: { what: 'backup' } });
    const job = await ended(
      under.client.backups.restore({ from: { foundId: found?.id ?? '' }, secret, keepAside: true }),
    );
    const { keptAside } = restoredSchema.parse(job.result);
    expect(await readdir(keptAside ?? '')).toContain('vault.json');
    expect(await under.client.app.status()).toMatchObject({ state: 'locked', fault: null });
    await under.client.app.unlock({ passphrase: testPassphrase });
    expect((await under.client.backups.status()).backups).toHaveLength(1);
  });

  const titles = async () => {
    const { rows } = await under.client.evidence.list({
      portfolioId,
      filter: { text: '', types: [], capability: null, verified: null, trash: false },
      sort: { by: 'title', direction: 'ascending' },
      offset: 0,
      limit: 50,
    });
    return rows.map(({ title }) => title);
  };
  const add = (title: string) => under.client.evidence.create({ portfolioId, item: { ...testItem, title } });
  /** The vault goes two ways from here: what `there` does is left only in the folder this returns. */
  async function twoWays(there: () => Promise<unknown>): Promise<string> {
    const base = `${under.vaultFolder}-before`;
    const other = `${under.vaultFolder}-LAPTOP`;
    await under.client.app.lock();
    await cp(under.vaultFolder, base, { recursive: true });
    await under.client.app.unlock({ passphrase: testPassphrase });
    await there();
    await under.client.app.lock();
    await rename(under.vaultFolder, other);
    await rename(base, under.vaultFolder);
    await under.client.app.unlock({ passphrase: testPassphrase });
    return other;
  }

  it('bring in a file that a sync program put aside, as one more version of the vault', async () => {
    const other = await twoWays(() => add('Written on the laptop'));
    const store = join('portfolios', portfolioId);
    const copy = join(under.vaultFolder, store, 'journal-000001-LAPTOP.log');
    await cp(join(other, store, 'journal-000001.log'), copy);
    await rm(other, { recursive: true });
    await add('Written here');
    const [found] = await under.client.backups.copies();
    expect(found).toEqual({
      id: `${store}/journal-000001-LAPTOP.log`,
      kind: 'file',
      place: `${store}/journal-000001-LAPTOP.log`,
    });
    const copyId = found?.id ?? '';
    const preview = mergePreviewSchema.parse(
      (await ended(under.client.backups.previewMerge({ copyId }))).result,
    );
    expect(preview).toMatchObject({ counts: { new: 1, changed: 0, conflicting: 0 }, newPortfolios: 0 });
    expect(await titles()).toEqual(['Advanced life support', 'Written here']);
    await ended(under.client.backups.merge({ copyId }));
    expect(await titles()).toEqual(['Advanced life support', 'Written here', 'Written on the laptop']);
    expect(await under.client.backups.copies()).toEqual([]);
    expect(await readdir(join(under.vaultFolder, 'set-aside', store))).toHaveLength(1);
    const again = await ended(under.client.backups.merge({ copyId }));
    expect(again).toMatchObject({ state: 'failed', failure: { code: 'NOT_FOUND' } });
  });

  it('bring in a copied folder of the vault, with a portfolio and files that are only there', async () => {
    let elsewhere = '';
    const other = await twoWays(async () => {
      elsewhere = (await under.client.portfolios.create(testPortfolio)).id;
      const uploadId = await upload(under, new Uint8Array([7, 7, 7]));
      const file = await under.client.files.keep({ portfolioId, uploadId, name: 'seven.txt' });
      await under.client.evidence.create({
        portfolioId,
        item: { ...testItem, title: 'With a file', attachments: [file] },
      });
    });
    const found = await under.client.backups.copies();
    expect(found).toEqual([{ id: other, kind: 'folder', place: other }]);
    const job = await ended(under.client.backups.merge({ copyId: other }));
    expect(mergedSchema.parse(job.result)).toMatchObject({ newPortfolios: 1, steps: [{ portfolioId }] });
    expect((await under.client.portfolios.list()).map(({ id }) => id).sort()).toEqual(
      [portfolioId, elsewhere].sort(),
    );
    expect(await titles()).toContain('With a file');
    const report = checkReportSchema.parse((await ended(under.client.backups.check())).result);
    expect(report.findings.filter(({ kind }) => kind === 'fault')).toEqual([]);
    expect(await under.client.backups.copies()).toEqual([]);
  });

  it('bring back from an earlier backup what was changed since, without losing what is newer', async () => {
    const info = await made();
    await add('Written after the backup');
    const same = { backup: info.name };
    const preview = mergePreviewSchema.parse((await ended(under.client.backups.previewMerge(same))).result);
    expect(preview.counts).toMatchObject({ new: 0, changed: 0, conflicting: 0 });
    await ended(under.client.backups.merge(same));
    expect(await titles()).toEqual(['Advanced life support', 'Written after the backup']);
    const missing = await ended(under.client.backups.previewMerge({ backup: 'no such backup' }));
    expect(missing).toMatchObject({ state: 'failed', failure: { code: 'NOT_FOUND' } });
  });

  it('bring in, as one step, what a backup has that was left behind by going back to an earlier one', async () => {
    await made();
    const [earlier] = await under.client.backups.found();
    await add('Written in between');
    const later = await made();
    await under.client.app.lock();
    await ended(
      under.client.backups.restore({ from: { foundId: earlier?.id ?? '' }, secret, keepAside: true }),
    );
    await under.client.app.unlock({ passphrase: testPassphrase });
    expect(await titles()).toEqual(['Advanced life support']);
    await add('Written since');
    const choice = { backup: later.name };
    const preview = mergePreviewSchema.parse((await ended(under.client.backups.previewMerge(choice))).result);
    expect(preview).toMatchObject({ counts: { new: 1, changed: 0, conflicting: 0 }, damaged: 0 });
    const { steps } = mergedSchema.parse((await ended(under.client.backups.merge(choice))).result);
    expect(await titles()).toEqual(['Advanced life support', 'Written in between', 'Written since']);
    expect(steps).toEqual([{ portfolioId, seq: expect.any(Number) }]);
    // What it noted of restores is its own affair, and stays there.
    expect(under.app.session.vault().profile.all('restores').size).toBe(1);
    for (const { seq } of steps) await under.client.history.undo({ portfolioId, seq, to: seq });
    expect(await titles()).toEqual(['Advanced life support', 'Written since']);
    const again = mergedSchema.parse((await ended(under.client.backups.merge(choice))).result);
    expect(again.steps).toEqual([]);
  });

  it('leave the settings as they are here, where both were changed', async () => {
    const lockAfter = (minutes: 5 | 30) => {
      const { profile } = under.app.session.vault();
      const settings = profile.get('settings', 'settings') ?? { id: 'settings' as const, outcomes: [] };
      const value = { ...settings, lockAfter: minutes };
      return profile.commit('settings.update', [{ collection: 'settings', id: 'settings', value }]);
    };
    const other = await twoWays(() => lockAfter(30));
    await lockAfter(5);
    await ended(under.client.backups.merge({ copyId: other }));
    const { profile } = under.app.session.vault();
    expect(profile.get('settings', 'settings')).toMatchObject({ lockAfter: 5 });
    expect(profile.conflicts()).toEqual([]);
  });

  it('are refused while the vault is locked, and take no garbage', async () => {
    await under.client.app.lock();
    for (const call of heard([
      under.client.backups.status(),
      under.client.backups.make(),
      under.client.backups.saveComplete(),
      under.client.backups.check(),
      under.client.backups.choose({ folder: null }),
      under.client.backups.copies(),
      under.client.backups.previewMerge({ backup: 'x' }),
      under.client.backups.merge({ backup: 'x' }),
    ])) {
      expect(await refusal(call)).toEqual({ code: 'LOCKED', data: {} });
    }
    const garbage = { from: { uploadId: 'no id' }, secret, keepAside: true };
    expect((await refusal(under.client.backups.restore(garbage))).code).toBe('INVALID');
  });
});
