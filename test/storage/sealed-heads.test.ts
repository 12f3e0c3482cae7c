import { readFile, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '#electron/app.ts';
import { verifySeal } from '#electron/trust/seal.ts';
import { textOfHeads } from '#shared/domain/sealed-heads.ts';
import {
  addItems,
  fillVault,
  movableClock,
  newPlace,
  ownPassphrase,
  type Place,
} from '#test/support/backup-vaults.ts';
import { failureOf } from '#test/support/storage-stores.ts';

let place: Place;
beforeEach(async () => {
  place = await newPlace();
});
afterEach(() => place.remove());

const unlock = (app: App) => app.services.app.unlock({ passphrase: ownPassphrase });
const journalOf = (id: string) => join(place.folder, 'vault', 'portfolios', id, 'journal-000001.log');

async function cutLastLine(path: string): Promise<void> {
  const text = await readFile(path, 'latin1');
  await truncate(path, text.lastIndexOf('\n', text.length - 2) + 1);
}

describe('sealed heads', () => {
  it('are sealed by the owner’s key when the vault is closed, over every journal', async () => {
    const app = await place.app();
    const id = await fillVault(app);
    await app.services.app.lock(undefined);
    await unlock(app);
    const vault = app.session.vault();
    const sealed = vault.heads.sealed();
    if (sealed === undefined) throw new Error('nothing was sealed');
    expect(sealed.why).toBe('close');
    const { store } = await app.session.portfolio(id);
    expect(sealed.stores).toEqual({ profile: vault.profile.head(), [`portfolios/${id}`]: store.head() });
    const [leaf = ''] = sealed.certificates;
    expect(verifySeal(textOfHeads(sealed), sealed.signature, leaf)).toBe(true);
    expect(verifySeal(textOfHeads({ ...sealed, why: 'export' }), sealed.signature, leaf)).toBe(false);
  });

  it('are sealed by the first save of each day, and not by each save', async () => {
    const clock = movableClock('2026-03-01T09:00:00.000Z');
    const app = await place.app({ clock });
    const id = await fillVault(app);
    const path = join(place.folder, 'vault', 'heads');
    const sealedAt = () => app.session.vault().heads.sealed()?.at;
    await expect.poll(sealedAt, { timeout: 15_000 }).toBe('2026-03-01T09:00:00.000Z');
    const first = await stat(path);
    clock.move('2026-03-01T15:00:00.000Z');
    await addItems(app, id, { from: 10, items: 2, files: 0, fileSize: 0 });
    clock.move('2026-03-02T09:00:00.000Z');
    await addItems(app, id, { from: 20, items: 1, files: 0, fileSize: 0 });
    await expect.poll(sealedAt, { timeout: 15_000 }).toBe('2026-03-02T09:00:00.000Z');
    expect(app.session.vault().heads.sealed()?.why).toBe('daily');
    expect((await stat(path)).ino).not.toBe(first.ino);
  });

  it('show that lines were cut from the end, which the chain alone does not', async () => {
    const app = await place.app();
    const id = await fillVault(app);
    await app.services.app.lock(undefined);
    await cutLastLine(journalOf(id));
    await unlock(app);
    const refused = await failureOf(app.session.portfolio(id));
    expect(refused).toEqual({
      code: 'VAULT_DAMAGED',
      data: { file: `portfolios/${id}/journal-000001.log`, what: 'cut' },
    });
    await app.services.app.lock(undefined);
    // Without them the shorter journal looks whole.
    await rm(join(place.folder, 'vault', 'heads'));
    await unlock(app);
    expect((await app.session.portfolio(id)).store.all('evidence').size).toBe(2);
  });

  it('let a journal be ahead of them: a crash after a save is no damage', async () => {
    const app = await place.app();
    const id = await fillVault(app);
    await app.services.app.lock(undefined);
    await unlock(app);
    await addItems(app, id, { from: 30, items: 3, files: 0, fileSize: 0 });
    const before = await readFile(join(place.folder, 'vault', 'heads'));
    await app.session.vault().close();
    expect(await readFile(join(place.folder, 'vault', 'heads'))).toEqual(before);
    const next = await place.app();
    await unlock(next);
    expect((await next.session.portfolio(id)).store.all('evidence').size).toBe(6);
  });
});
