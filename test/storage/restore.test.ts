import { hash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '#electron/app.ts';
import { makeBackup } from '#electron/services/make-backup.ts';
import { restoreVault } from '#electron/services/restore-vault.ts';
import { isSound } from '#shared/domain/vault-check.ts';
import {
  addItems,
  fileBytes,
  fillVault,
  newPlace,
  ownPassphrase,
  type Place,
} from '#test/support/backup-vaults.ts';
import { sized } from '#test/support/prove.ts';
import { digestsBelow, failureOf, filesBelow } from '#test/support/storage-stores.ts';

let place: Place;
beforeEach(async () => {
  place = await newPlace();
});
afterEach(() => place.remove());

const request = { reason: 'by-hand', at: new Date('2026-03-01T09:00:00Z'), version: '0.1.0' } as const;
const secret = { passphrase: ownPassphrase };

/** Everything a person would miss: records, every version there ever was, and the bytes of the attached files. */
async function everything(app: App, id: string) {
  const { store } = await app.session.portfolio(id);
  const evidence = [...store.all('evidence').values()];
  const versions = [];
  const files = [];
  for (const item of evidence) {
    versions.push(await store.history.versions('evidence', item.id));
    for (const { hash } of item.attachments) {
      const blob = await store.blobs.read(hash);
      const parts = [];
      for await (const part of blob?.bytes ?? []) parts.push(part);
      files.push(Buffer.concat(parts).toString('hex'));
    }
  }
  return { profile: app.session.profile(), head: store.head(), evidence, versions, files };
}

async function changeTwice(app: App, id: string) {
  const { store } = await app.session.portfolio(id);
  const [item] = store.all('evidence').values();
  if (item === undefined) throw new Error('no item');
  for (const title of ['Second title', 'Third title']) {
    const value = { ...item, title };
    await store.commit('evidence.update', [{ collection: 'evidence', id: item.id, value }]);
  }
}

describe('the restore drill', () => {
  it('brings everything back on a new machine from one file and the recovery code, byte for byte', async () => {
    const app = await place.app();
    const id = await fillVault(app, { items: 4, files: 3, fileSize: 1_200_000 });
    await changeTwice(app, id);
    const vault = app.session.vault();
    const code = await vault.keys.newRecoveryCode();
    const before = await everything(app, id);
    expect(before.files).toContain(Buffer.from(fileBytes(1, 1_200_001)).toString('hex'));
    const stick = join(place.folder, 'stick');
    await mkdir(stick);
    await vault.backups.save(stick, 'all.waymark-backup', request);
    await app.close();
    await rm(join(place.folder, 'vault'), { recursive: true });

    const machine = join(place.folder, 'new-machine');
    const other = await place.app({ vaultFolder: join(machine, 'vault') });
    const restored = await restoreVault(other.ports, join(machine, 'vault'), {
      source: { path: join(stick, 'all.waymark-backup') },
      secret: { recoveryCode: code },
      keepAside: false,
    });
    expect(isSound(restored.report)).toBe(true);
    expect(restored.keptAside).toBeNull();
    await other.services.app.unlock({ passphrase: ownPassphrase });
    expect(await everything(other, id)).toEqual(before);
    expect((await readdir(machine)).sort()).toEqual(['vault']);
    // And work goes on from there.
    await addItems(other, id, { from: 90, items: 1, files: 1, fileSize: 10 });
  });

  it('brings a daily backup back from its folder, with the attachments beside it', async () => {
    const app = await place.app();
    const id = await fillVault(app);
    const before = await everything(app, id);
    const made = await makeBackup(app.ports, app.session, 'by-hand');
    const { folder } = await app.ports.backups.folderFor(app.session.vault().id);
    await app.close();
    const other = await place.app({ vaultFolder: join(place.folder, 'other', 'vault') });
    const source = { path: join(folder, made?.name ?? '') };
    await restoreVault(other.ports, join(place.folder, 'other', 'vault'), {
      source,
      secret,
      keepAside: false,
    });
    await other.services.app.unlock({ passphrase: ownPassphrase });
    expect(await everything(other, id)).toEqual(before);
  });
});

describe('restoring', () => {
  const vaultFolder = () => join(place.folder, 'vault');
  async function backedUp() {
    const app = await place.app();
    const id = await fillVault(app);
    const path = join(place.folder, 'all.waymark-backup');
    await app.session.vault().backups.save(place.folder, 'all.waymark-backup', request);
    await app.services.app.lock(undefined);
    return { app, id, path };
  }

  it('keeps a damaged vault aside, byte for byte, and never deletes it', async () => {
    const { app, id, path } = await backedUp();
    const journal = join(vaultFolder(), 'portfolios', id, 'journal-000001.log');
    const bytes = await readFile(journal);
    bytes[400] = (bytes[400] ?? 0) ^ 1;
    await writeFile(journal, bytes);
    const damagedVault = await digestsBelow(vaultFolder());
    const source = { path };
    expect(
      await failureOf(restoreVault(app.ports, vaultFolder(), { source, secret, keepAside: false })),
    ).toEqual({
      code: 'VAULT_EXISTS',
      data: {},
    });
    const { keptAside } = await restoreVault(app.ports, vaultFolder(), { source, secret, keepAside: true });
    expect(await digestsBelow(keptAside ?? '')).toEqual(damagedVault);
    await app.services.app.unlock({ passphrase: ownPassphrase });
    expect((await app.session.portfolio(id)).store.all('evidence').size).toBe(3);
  });

  it('refuses a wrong passphrase, a changed byte and a cut file, and leaves nothing behind', async () => {
    const { app, path } = await backedUp();
    const before = await digestsBelow(vaultFolder());
    const whole = await readFile(path);
    const to = join(place.folder, 'elsewhere', 'vault');
    const own = 'profile/journal-000001.log';
    const { length } = (await filesBelow(vaultFolder())).get(own) ?? Buffer.alloc(0);
    // What was in the backup; behind it stands that it was restored, and when.
    const restoredFrom = async () => {
      const found = [...(await filesBelow(to))];
      return found.map(
        ([name, bytes]) =>
          `${name} ${hash('sha256', name === own ? bytes.subarray(0, length) : bytes, 'hex')}`,
      );
    };
    const restoring = async (passphrase = ownPassphrase) => {
      const source = { path: join(place.folder, 'bad.waymark-backup') };
      await restoreVault(app.ports, to, { source, secret: { passphrase }, keepAside: true });
      const digests = await restoredFrom();
      await rm(to, { recursive: true });
      return digests;
    };
    const attempt = async (bytes: Buffer) => {
      await writeFile(join(place.folder, 'bad.waymark-backup'), bytes);
      return restoring().catch((thrown: unknown) => failureOf(Promise.reject(thrown)));
    };
    await writeFile(join(place.folder, 'bad.waymark-backup'), whole);
    expect((await failureOf(restoring('another passphrase'))).code).toBe('WRONG_PASSPHRASE');
    const good = await restoring();
    expect(await attempt(whole.subarray(0, whole.length - 10))).toMatchObject({ code: 'PACKAGE_REFUSED' });
    let refusals = 0;
    const step = Math.ceil(whole.length / sized(10, 600));
    for (let at = 40; at < whole.length; at += step) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 4;
      const outcome = await attempt(changed);
      // A date or a checksum of the archive itself, which nothing depends on: the vault is what it was.
      if (Array.isArray(outcome)) expect(outcome).toEqual(good);
      else refusals += 1;
    }
    expect(refusals).toBeGreaterThan(sized(7, 500));
    expect(await digestsBelow(vaultFolder())).toEqual(before);
    expect(await readdir(join(place.folder, 'elsewhere'))).toEqual([]);
  });

  it('refuses a backup somebody without the key made of the vault’s own ciphertext', async () => {
    const { app } = await backedUp();
    await app.services.app.unlock({ passphrase: ownPassphrase });
    await addItems(app, [...app.session.vault().profile.all('shelf').keys()][0] ?? '', {
      from: 60,
      items: 1,
      files: 0,
      fileSize: 0,
    });
    const made = await makeBackup(app.ports, app.session, 'by-hand');
    const { folder } = await app.ports.backups.folderFor(app.session.vault().id);
    await app.services.app.lock(undefined);
    const file = join(folder, made?.name ?? '');
    const bytes = await readFile(file);
    // A later date than it was made on: the manifest's own code no longer fits.
    const at = bytes.lastIndexOf('"reason":"by-hand"');
    bytes.write('"reason":"by-hanD"', at);
    await writeFile(file, bytes);
    const to = join(place.folder, 'elsewhere', 'vault');
    const refused = await failureOf(
      restoreVault(app.ports, to, { source: { path: file }, secret, keepAside: false }),
    );
    expect(refused.code).toBe('PACKAGE_REFUSED');
  });

  it('leaves nothing beside the vault when it was interrupted before that, once the vault is opened again', async () => {
    const { app, id } = await backedUp();
    const restored = `${vaultFolder()}.restored`;
    await cp(vaultFolder(), restored, { recursive: true });
    await mkdir(join(place.folder, 'vault.tmp-0123456789abcdef', 'vault'), { recursive: true });
    await mkdir(join(place.folder, 'vault.tmp-of-somebody-else'));
    await app.ports.vaults.inspect(vaultFolder());
    // Nobody has the lock yet: it might be a restore that is under way.
    expect(await readdir(restored)).toContain('vault.json');
    await app.services.app.unlock({ passphrase: ownPassphrase });
    const left = (await readdir(place.folder)).filter((name) => name.startsWith('vault'));
    expect(left.sort()).toEqual(['vault', 'vault.tmp-of-somebody-else']);
    expect((await app.session.portfolio(id)).store.all('evidence').size).toBe(3);
  });

  it('is finished at the next start when it was interrupted between the two renames', async () => {
    const { app, id } = await backedUp();
    const restored = `${vaultFolder()}.restored`;
    await cp(vaultFolder(), restored, { recursive: true });
    // As a crash leaves it: the old vault is aside already, the restored one not yet in its place.
    await rename(vaultFolder(), `${vaultFolder()}-kept-aside-20260301-090000`);
    expect((await app.services.app.status(undefined)).state).toBe('locked');
    await app.services.app.unlock({ passphrase: ownPassphrase });
    expect((await app.session.portfolio(id)).store.all('evidence').size).toBe(3);
  });
});
