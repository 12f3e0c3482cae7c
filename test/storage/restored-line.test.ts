import type * as Crypto from 'node:crypto';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from '#electron/app.ts';
import { headsInBackups, judgeVault } from '#electron/services/check-vault.ts';
import { makeBackup } from '#electron/services/make-backup.ts';
import { restoreVault } from '#electron/services/restore-vault.ts';
import { isSound } from '#shared/domain/vault-check.ts';
import {
  addItems,
  fillVault,
  movableClock,
  newPlace,
  ownPassphrase,
  type Place,
} from '#test/support/backup-vaults.ts';

vi.mock('node:crypto', async (original) =>
  (await import('#test/support/crash/cheap-scrypt.ts')).withCheapScrypt(await original<typeof Crypto>()),
);

let place: Place;
let app: App;
let id: string;
let clock: ReturnType<typeof movableClock>;
beforeEach(async () => {
  place = await newPlace();
  clock = movableClock('2026-03-01T09:00:00Z');
  app = await place.app({ clock });
  id = await fillVault(app);
});
afterEach(() => place.remove());

const vaultFolder = () => join(place.folder, 'vault');
const secret = { passphrase: ownPassphrase };
let number = 30;
function next(): number {
  number += 1;
  return number;
}
const write = () => addItems(app, id, { from: next(), items: 1, files: 0, fileSize: 0 });
const lock = () => app.services.app.lock(undefined);
const unlock = () => app.services.app.unlock(secret);

async function backup(at: string): Promise<string> {
  clock.move(at);
  return (await makeBackup(app.ports, app.session, 'by-hand'))?.name ?? '';
}
async function restore(name: string, at: string): Promise<void> {
  const { folder } = await app.ports.backups.folderFor(app.session.vault().id);
  await lock();
  clock.move(at);
  await restoreVault(app.ports, vaultFolder(), {
    source: { path: join(folder, name) },
    secret,
    keepAside: true,
  });
  await unlock();
}
async function findings(): Promise<readonly string[]> {
  await lock();
  const report = await app.ports.vaults.examine(vaultFolder(), secret, {}, async (reading) =>
    judgeVault(app.ports, reading, await headsInBackups(app.ports, reading)),
  );
  await unlock();
  expect(isSound(report)).toBe(report.findings.every(({ kind }) => kind === 'note'));
  return report.findings.map(({ code, place: where, detail }) => `${code} ${where} ${detail}`);
}
/** The vault as it was, put back by hand: what somebody who cuts or rewrites journals comes to. */
async function snapshot(): Promise<() => Promise<void>> {
  await lock();
  const kept = join(place.folder, `kept-${next()}`);
  await cp(vaultFolder(), kept, { recursive: true });
  await unlock();
  return async () => {
    await lock();
    await rm(vaultFolder(), { recursive: true });
    await cp(kept, vaultFolder(), { recursive: true });
    await unlock();
  };
}

describe('after an earlier backup was restored', () => {
  it('the backups made since that one are called left behind, and nothing else is wrong', async () => {
    const first = await backup('2026-03-01T10:00:00Z');
    await write();
    const second = await backup('2026-03-02T10:00:00Z');
    await restore(first, '2026-03-03T10:00:00Z');
    const left = `backup-left-behind ${second} 2026-03-03T10:00:00.000Z`;
    expect(await findings()).toEqual([left]);
    // And the history of the vault's own record says so.
    const [line] = await app.session.vault().profile.history.lines(null, 1);
    expect(line).toMatchObject({ action: 'vault.restore', who: app.session.profile()?.id });
    await write();
    await backup('2026-03-04T10:00:00Z');
    expect(await findings()).toEqual([left]);
  });

  it('a journal that lost what a backup of the present line holds is still found', async () => {
    const first = await backup('2026-03-01T10:00:00Z');
    const rollBack = await snapshot();
    await write();
    const second = await backup('2026-03-02T10:00:00Z');
    await restore(first, '2026-03-03T10:00:00Z');
    const restored = await snapshot();
    await write();
    const third = await backup('2026-03-04T10:00:00Z');
    await restored();
    expect(await findings()).toEqual([
      `backup-left-behind ${second} 2026-03-03T10:00:00.000Z`,
      `cut-since-outside portfolios/${id} ${third}`,
    ]);
    // Rolled back behind the restore, nothing is excused any more.
    await rollBack();
    const found = await findings();
    expect(found.filter((line) => line.endsWith(second))).not.toEqual([]);
    expect(found.filter((line) => line.endsWith(third))).not.toEqual([]);
    expect(found.filter((line) => line.startsWith('backup-left-behind'))).toEqual([]);
  });

  it('a second restore, to a backup from before the first, leaves the line between them behind too', async () => {
    const names = [await backup('2026-03-01T10:00:00Z')];
    for (const day of ['02', '03']) {
      await write();
      names.push(await backup(`2026-03-${day}T10:00:00Z`));
    }
    const [first = '', second = '', third = ''] = names;
    await restore(first, '2026-03-04T10:00:00Z');
    await write();
    const between = await backup('2026-03-05T10:00:00Z');
    expect(await findings()).toEqual([
      `backup-left-behind ${second} 2026-03-04T10:00:00.000Z`,
      `backup-left-behind ${third} 2026-03-04T10:00:00.000Z`,
    ]);
    await restore(third, '2026-03-06T10:00:00Z');
    expect(await findings()).toEqual([`backup-left-behind ${between} 2026-03-06T10:00:00.000Z`]);
  });

  it('a restore that the journals do not bear out, or that is still to come, explains nothing', async () => {
    await write();
    const rollBack = await snapshot();
    await write();
    const name = await backup('2026-03-02T10:00:00Z');
    const heads = app.session.vault().heads.current();
    await rollBack();
    const note = (record: { readonly at: string; readonly heads: typeof heads }) => {
      const value = { id: app.ports.newId(), madeAt: '2026-03-01T12:00:00.000Z', ...record };
      return app.session
        .vault()
        .profile.commit('vault.restore', [{ collection: 'restores', id: value.id, value }]);
    };
    clock.move('2026-03-03T10:00:00Z');
    await note({ at: '2030-01-01T00:00:00.000Z', heads: {} });
    expect(await findings()).toEqual([`cut-since-outside portfolios/${id} ${name}`]);
    await note({ at: '2026-03-03T10:00:00.000Z', heads });
    expect(await findings()).toContain(`cut-since-outside portfolios/${id} 2026-03-01T12:00:00.000Z`);
  });
});
