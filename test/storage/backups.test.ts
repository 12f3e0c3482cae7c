import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '#electron/app.ts';
import { makeBackup } from '#electron/services/make-backup.ts';
import { restoreVault } from '#electron/services/restore-vault.ts';
import { temporaryBeside } from '#electron/storage/file-steps.ts';
import { type Files, nodeFiles } from '#electron/storage/files.ts';
import { testItem, testPortfolio } from '#test/support/app-under-test.ts';
import {
  addItems,
  fillVault,
  movableClock,
  newPlace,
  ownPassphrase,
  type Place,
} from '#test/support/backup-vaults.ts';
import { failureOf, filesBelow } from '#test/support/storage-stores.ts';

let place: Place;
beforeEach(async () => {
  place = await newPlace();
});
afterEach(() => place.remove());

const folderOf = async (app: App) => (await app.ports.backups.folderFor(app.session.vault().id)).folder;
const backupsIn = async (folder: string) =>
  (await readdir(folder)).filter((name) => name.endsWith('.waymark-backup'));

describe('a backup', () => {
  it('holds header, heads and journals, with the attachments copied once beside it', async () => {
    const clock = movableClock('2026-03-01T09:00:00.000Z');
    const app = await place.app({ clock });
    const id = await fillVault(app);
    const first = await makeBackup(app.ports, app.session, 'by-hand');
    expect(first).toMatchObject({ reason: 'by-hand', attachments: { count: 2 } });
    const folder = await folderOf(app);
    const pool = await filesBelow(join(folder, 'attachments'));
    expect(pool.size).toBe(2);
    clock.move('2026-03-01T10:00:00.000Z');
    await addItems(app, id, { from: 40, items: 1, files: 1, fileSize: 900 });
    await makeBackup(app.ports, app.session, 'before-import');
    const { backups, unreadable } = await app.session.vault().backups.list(folder);
    expect(unreadable).toEqual([]);
    expect(backups.map(({ reason }) => reason)).toEqual(['before-import', 'by-hand']);
    const grown = await filesBelow(join(folder, 'attachments'));
    expect(grown.size).toBe(3);
    for (const [name, bytes] of pool) expect(grown.get(name)).toEqual(bytes);
  });

  it('holds an item that is moved to another portfolio while it is taken', async () => {
    let onList: ((path: string) => Promise<void>) | undefined;
    const files: Files = {
      ...nodeFiles,
      list: async (path) => {
        await onList?.(path);
        return nodeFiles.list(path);
      },
    };
    const app = await place.app({ files });
    await fillVault(app);
    await app.services.portfolios.create(testPortfolio);
    const vault = app.session.vault();
    // The one that is listed first: its journal would be asked before the other's.
    const [to = '', from = ''] = (await nodeFiles.list(join(vault.folder, 'portfolios'))) ?? [];
    const item = await app.services.evidence.create({ portfolioId: from, item: testItem });
    onList = async (path) => {
      if (!path.replaceAll('\\', '/').endsWith(to)) return;
      onList = undefined;
      await app.services.evidence.moveTo({ portfolioId: from, ids: [item.id], to });
    };
    const info = await makeBackup(app.ports, app.session, 'by-hand');
    expect(onList).toBeUndefined();
    const elsewhere = join(place.folder, 'restored');
    const path = join(await folderOf(app), info?.name ?? '');
    const secret = { passphrase: ownPassphrase };
    await restoreVault(app.ports, elsewhere, { secret, source: { path }, keepAside: false });
    const restored = await place.app({ vaultFolder: elsewhere });
    await restored.services.app.unlock(secret);
    const found = await Promise.all(
      [from, to].map(async (id) => (await restored.session.portfolio(id)).store.get('evidence', item.id)),
    );
    expect(found.filter((one) => one !== undefined)).toEqual([item]);
  });

  it('leaves alone what another computer is writing into the same folder, and clears away what nobody writes', async () => {
    const app = await place.app();
    await fillVault(app);
    await makeBackup(app.ports, app.session, 'by-hand');
    const folder = await folderOf(app);
    const theirs = temporaryBeside('waymark-2026-03-01-090000.waymark-backup');
    const abandoned = 'waymark-2026-01-01-090000.waymark-backup.tmp-0123456789abcdef';
    for (const name of [theirs, abandoned]) await writeFile(join(folder, name), 'half');
    await makeBackup(app.ports, app.session, 'by-hand');
    const names = await nodeFiles.list(folder);
    expect(names).toContain(theirs);
    expect(names).not.toContain(abandoned);
  });

  it('opens with the ordinary unzip', async () => {
    const app = await place.app();
    await fillVault(app);
    await makeBackup(app.ports, app.session, 'by-hand');
    const folder = await folderOf(app);
    const [name = ''] = await backupsIn(folder);
    const listed = execFileSync('unzip', ['-tq', join(folder, name)]).toString();
    expect(listed).toContain('No errors detected');
  });

  it('is not listed once a byte of it was changed', async () => {
    const app = await place.app();
    await fillVault(app);
    await makeBackup(app.ports, app.session, 'by-hand');
    const folder = await folderOf(app);
    const [name = ''] = await backupsIn(folder);
    const bytes = await readFile(join(folder, name));
    const at = bytes.lastIndexOf('"madeAt"');
    bytes[at + 12] = 0x39;
    await writeFile(join(folder, name), bytes);
    expect(await app.session.vault().backups.list(folder)).toMatchObject({ backups: [], unreadable: [name] });
  });

  it('is refused inside the vault, and where the chosen folder has gone', async () => {
    const app = await place.app();
    await fillVault(app);
    const vault = app.session.vault();
    await app.ports.backups.choose(vault.id, vault.folder);
    expect(await failureOf(makeBackup(app.ports, app.session, 'by-hand'))).toEqual({
      code: 'BACKUP_FAILED',
      data: { why: 'within-vault' },
    });
    const stick = join(place.folder, 'stick');
    await mkdir(stick);
    await app.ports.backups.choose(vault.id, stick);
    await makeBackup(app.ports, app.session, 'by-hand');
    await rm(stick, { recursive: true });
    expect(await failureOf(makeBackup(app.ports, app.session, 'by-hand'))).toEqual({
      code: 'BACKUP_FAILED',
      data: { why: 'folder' },
    });
  });
});

describe('automatic backups', () => {
  it('are made when a day’s work is closed, or else at the next opening; never without a change', async () => {
    const clock = movableClock('2026-03-01T09:00:00.000Z');
    const app = await place.app({ clock, automaticBackups: true });
    const id = await fillVault(app);
    const folder = await folderOf(app);
    const of = async (day: string) => (await backupsIn(folder)).filter((name) => name.includes(day));
    await app.services.app.lock(undefined);
    expect(await backupsIn(folder)).toHaveLength(1);
    await app.services.app.unlock({ passphrase: ownPassphrase });
    await addItems(app, id, { from: 50, items: 1, files: 0, fileSize: 0 });
    await app.services.app.lock(undefined);
    expect(await backupsIn(folder)).toHaveLength(1);
    clock.move('2026-03-01T17:00:00.000Z');
    await app.services.app.unlock({ passphrase: ownPassphrase });
    await app.services.app.lock(undefined);
    expect(await backupsIn(folder)).toHaveLength(2);
    await app.services.app.unlock({ passphrase: ownPassphrase });
    await addItems(app, id, { from: 60, items: 1, files: 0, fileSize: 0 });
    await app.services.app.lock(undefined);
    clock.move('2026-03-02T09:00:00.000Z');
    await app.services.app.unlock({ passphrase: ownPassphrase });
    await expect.poll(() => of('2026-03-02'), { timeout: 15_000 }).toHaveLength(1);
    clock.move('2026-03-03T09:00:00.000Z');
    await app.services.app.lock(undefined);
    expect(await of('2026-03-03')).toEqual([]);
    // Of the first day the later one stays: it holds all that the earlier one holds.
    expect(await of('2026-03-01')).toEqual([expect.stringContaining('-17')]);
  });
});
