import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Files, nodeFiles } from '#electron/storage/files.ts';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testPassphrase,
  testProfile,
} from '#test/support/app-under-test.ts';
import {
  ended,
  filledPortfolio,
  introduce,
  jobFailure,
  merged,
  newVault,
  previewOf,
  recipientProfile,
  startOpening,
  writtenPackage,
} from '#test/support/package-apps.ts';
import { filesBelow } from '#test/support/storage-stores.ts';

const eio = () => Object.assign(new Error('EIO'), { code: 'EIO' });

describe('the files of a package that is being checked', () => {
  let doctor: AppUnderTest;
  let panel: AppUnderTest;
  let to: string;
  /** What fails on the panel's disk. */
  let broken: (call: 'sync' | 'syncFolder', path: string) => boolean;
  let onFolder: (path: string) => void;
  const disk: Files = {
    ...nodeFiles,
    makeFolder: async (path) => {
      onFolder(path);
      await nodeFiles.makeFolder(path);
    },
    open: async (path, mode) => {
      const file = await nodeFiles.open(path, mode);
      return { ...file, sync: async () => (broken('sync', path) ? Promise.reject(eio()) : file.sync()) };
    },
    syncFolder: async (path) =>
      broken('syncFolder', path) ? Promise.reject(eio()) : nodeFiles.syncFolder(path),
  };
  const staged = async () =>
    [...(await filesBelow(panel.vaultFolder))].filter(([name]) => name.startsWith('staging'));
  const stored = async () =>
    [...(await filesBelow(panel.vaultFolder)).keys()].filter((name) => name.includes('/blobs/'));
  const findings = async () => {
    const { jobId } = await panel.client.backups.check();
    return (await ended(panel, { jobId })).result;
  };

  beforeEach(async () => {
    broken = () => false;
    onFolder = () => undefined;
    [doctor, panel] = await Promise.all([startApp('in process'), startApp('in process', { files: disk })]);
    await Promise.all([newVault(doctor, testProfile), newVault(panel, recipientProfile)]);
    to = await introduce(panel, doctor);
    await introduce(doctor, panel);
  });
  afterEach(() => Promise.all([doctor.close(), panel.close()]));

  it('wait in the vault, sealed, and are moved to where they belong', async () => {
    const { portfolioId, file } = await filledPortfolio(doctor);
    const { bytes } = await writtenPackage(doctor, { portfolioId, recipients: [to] });
    const { openId } = await previewOf(panel, bytes);
    const [waiting, ...more] = await staged();
    expect(more).toEqual([]);
    expect(waiting?.[1].includes('%PDF')).toBe(false);
    expect(await merged(panel, openId)).toMatchObject({ files: 1 });
    expect(await staged()).toEqual([]);
    // The very same sealed bytes: nothing was read, opened and sealed a second time.
    const [name = ''] = await stored();
    expect((await filesBelow(panel.vaultFolder)).get(name)?.equals(waiting?.[1] ?? Buffer.alloc(0))).toBe(
      true,
    );
    const { store } = await panel.app.session.portfolio(portfolioId);
    expect((await store.blobs.read(file.hash))?.size).toBe(file.size);
  });

  it('are gone when the vault is locked, and what a crash left is gone when it is opened', async () => {
    const { portfolioId } = await filledPortfolio(doctor);
    const { bytes } = await writtenPackage(doctor, { portfolioId, recipients: [to] });
    const { openId } = await previewOf(panel, bytes);
    expect(await staged()).toHaveLength(1);
    await panel.client.app.lock();
    expect(await staged()).toEqual([]);
    const left = join(panel.vaultFolder, 'staging.tmp-0123456789abcdef');
    await mkdir(left);
    await writeFile(join(left, '0'), 'left by a crash');
    await panel.client.app.unlock({ passphrase: testPassphrase });
    expect(await staged()).toEqual([]);
    expect(await refusal(panel.client.packages.merge({ openId }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are gone when checking is cancelled', async () => {
    const { portfolioId } = await filledPortfolio(doctor);
    const { bytes } = await writtenPackage(doctor, { portfolioId, recipients: [to] });
    // Cancelled before its first byte is looked at, which is when cancelling is met: the folder is there by then.
    let made = false;
    onFolder = (path) => {
      made ||= path.includes('staging.tmp-');
    };
    const { jobId } = await startOpening(panel, bytes);
    expect(await panel.client.jobs.cancel({ id: jobId })).toMatchObject({ state: 'cancelled' });
    expect(made).toBe(true);
    expect(await staged()).toEqual([]);
  });

  it('are stored anew when the disk could not keep them while they waited', async () => {
    const { portfolioId, file } = await filledPortfolio(doctor);
    const { bytes } = await writtenPackage(doctor, { portfolioId, recipients: [to] });
    broken = (call, path) => call === 'sync' && path.includes('staging.tmp-');
    const { openId } = await previewOf(panel, bytes);
    const [waiting] = await staged();
    broken = () => false;
    expect(await merged(panel, openId)).toMatchObject({ files: 1 });
    const [name = ''] = await stored();
    expect((await filesBelow(panel.vaultFolder)).get(name)?.equals(waiting?.[1] ?? Buffer.alloc(0))).toBe(
      false,
    );
    const { store } = await panel.app.session.portfolio(portfolioId);
    expect((await store.blobs.read(file.hash))?.size).toBe(file.size);
    expect(await staged()).toEqual([]);
  });

  it('are not taken for durable when their folder could not be synced: it is told, and can be tried again', async () => {
    const { portfolioId, file } = await filledPortfolio(doctor);
    const { bytes } = await writtenPackage(doctor, { portfolioId, recipients: [to] });
    const { openId } = await previewOf(panel, bytes);
    broken = (call, path) => call === 'syncFolder' && path.includes('/blobs/');
    expect(await jobFailure(panel, panel.client.packages.merge({ openId }))).toMatchObject({
      code: 'STORAGE_FAILED',
    });
    expect(await panel.client.portfolios.list()).toEqual([]);
    broken = () => false;
    await merged(panel, openId);
    const { store } = await panel.app.session.portfolio(portfolioId);
    expect((await store.blobs.read(file.hash))?.size).toBe(file.size);
    expect(await findings()).toMatchObject({ findings: [] });
  });
});
