import type * as Crypto from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from '#electron/app.ts';
import { makeBackup } from '#electron/services/make-backup.ts';
import { mergeCopy, previewCopy } from '#electron/services/merge-copy.ts';
import { restoreVault } from '#electron/services/restore-vault.ts';
import { testPortfolio } from '#test/support/app-under-test.ts';
import {
  addItems,
  fillVault,
  movableClock,
  newPlace,
  ownPassphrase,
  type Place,
} from '#test/support/backup-vaults.ts';
import { failureOf } from '#test/support/storage-stores.ts';

vi.mock('node:crypto', async (original) =>
  (await import('#test/support/crash/cheap-scrypt.ts')).withCheapScrypt(await original<typeof Crypto>()),
);

const secret = { passphrase: ownPassphrase };
const clock = movableClock('2026-03-01T09:00:00Z');
const tools = { progress: () => undefined, signal: new AbortController().signal };
let place: Place;
let app: App;
/** Two portfolios: one that stays good, one that is to be damaged. */
let good: string;
let bad: string;
beforeEach(async () => {
  clock.move('2026-03-01T09:00:00Z');
  place = await newPlace();
  app = await place.app({ clock });
  good = await fillVault(app);
  bad = (await app.services.portfolios.create(testPortfolio)).id;
  await addItems(app, bad, { from: 50, items: 3, files: 1, fileSize: 500 });
});
afterEach(() => place.remove());

const vaultFolder = () => join(place.folder, 'vault');
const journal = () => join(vaultFolder(), 'portfolios', bad, 'journal-000001.log');
async function damage(): Promise<Buffer> {
  await app.services.app.lock(undefined);
  const bytes = await readFile(journal());
  // In a later line: what stands before it can still be read.
  const at = Math.floor(bytes.length * 0.8);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(journal(), bytes);
  await app.services.app.unlock(secret);
  return bytes;
}
const folder = async () => (await app.ports.backups.folderFor(app.session.vault().id)).folder;
const titles = async (id: string) => (await app.session.portfolio(id)).store.all('evidence').size;

describe('one damaged portfolio', () => {
  it('keeps no other from being backed up: its files go along as they are, and are named', async () => {
    const bytes = await damage();
    const made = await makeBackup(app.ports, app.session, 'by-hand');
    expect(made?.damaged).toEqual([{ store: `portfolios/${bad}`, what: 'records' }]);
    expect((await app.session.vault().backups.list(await folder())).unreadable).toEqual([]);

    const elsewhere = join(place.folder, 'elsewhere', 'vault');
    const other = await place.app({ vaultFolder: elsewhere, clock });
    const path = join(await folder(), made?.name ?? '');
    const restored = await restoreVault(other.ports, elsewhere, {
      source: { path },
      secret,
      keepAside: false,
    });
    expect(restored.report.findings.map(({ code }) => code)).toContain('damaged');
    expect(await readFile(join(elsewhere, 'portfolios', bad, 'journal-000001.log'))).toEqual(bytes);
    await other.services.app.unlock(secret);
    expect((await other.session.portfolio(good)).store.all('evidence').size).toBe(3);
    expect(await failureOf(other.session.portfolio(bad))).toMatchObject({ code: 'VAULT_DAMAGED' });
    // What is good of it opens there, as it would here.
    const { report } = await other.services.app.salvage(secret);
    expect(report.canOpen).toBe(true);
    await other.session.portfolio(bad);
  });

  it('keeps nothing from being brought in elsewhere', async () => {
    const before = await makeBackup(app.ports, app.session, 'by-hand');
    await addItems(app, good, { from: 80, items: 1, files: 0, fileSize: 0 });
    await damage();
    const { store } = await app.session.portfolio(good);
    const [item] = store.all('evidence').values();
    const value = { ...item, title: 'Changed since', id: item?.id ?? '' };
    await store.commit('evidence.update', [{ collection: 'evidence', id: value.id, value } as never]);
    const source = { path: join(await folder(), before?.name ?? '') };
    const preview = await previewCopy(app.session, source, tools);
    expect(preview).toMatchObject({ newPortfolios: 0, damaged: 1 });
    expect(await mergeCopy(app.ports, app.session, source, tools)).toMatchObject({ damaged: 1 });
    expect(await titles(good)).toBe(4);
    // And one made now, in which it is damaged, is brought in as far as it is good.
    const now = await makeBackup(app.ports, app.session, 'by-hand');
    const damagedToo = await previewCopy(app.session, { path: join(await folder(), now?.name ?? '') }, tools);
    expect(damagedToo).toMatchObject({ damaged: 1, counts: { conflicting: 0 } });
  });

  it('keeps the last backup that has it whole, however old, until it is whole again', async () => {
    const whole = await makeBackup(app.ports, app.session, 'by-hand');
    await damage();
    for (let month = 1; month < 18; month += 1) {
      clock.move(new Date(Date.UTC(2026, 3 + month, 1)).toISOString());
      await makeBackup(app.ports, app.session, 'by-hand');
    }
    const { backups } = await app.session.vault().backups.list(await folder());
    expect(backups.length).toBeLessThan(17);
    expect(backups.at(-1)?.name).toBe(whole?.name);
  });
});
