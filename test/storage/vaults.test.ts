import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFiles } from '#electron/storage/files.ts';
import { currentFormat } from '#electron/storage/migrations/registry.ts';
import { isSyncedFolder } from '#electron/storage/synced-folder.ts';
import { createVaults } from '#electron/storage/vaults.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { faultyFiles } from '#test/support/storage-faults.ts';
import {
  idFrom,
  sampleActor,
  sampleClock,
  sampleEvidence,
  samplePortfolio,
  sampleProfile,
} from '#test/support/storage-samples.ts';
import {
  type Bed,
  digestsBelow,
  failureOf,
  filesBelow,
  noLog,
  temporaryBed,
} from '#test/support/storage-stores.ts';

const passphrase = 'an invented sample passphrase';
const vaults = createVaults({ clock: sampleClock, newId: () => randomUUID(), log: noLog });
let bed: Bed;
let folder: string;
beforeEach(async () => {
  bed = await temporaryBed();
  folder = join(bed.folder, 'vault');
});
afterEach(() => bed.remove());

async function made() {
  const vault = await vaults.create(folder, passphrase, sampleActor);
  const profile = sampleProfile();
  await vault.profile.commit('vault.create', [{ collection: 'profile', id: profile.id, value: profile }]);
  return vault;
}

type Header = {
  format: number;
  needs: string;
  vaultId: string;
  check: string;
  keys: { kdf: { N: number; r: number; p: number; salt: string }; wrapped: string }[];
};
const header = async (): Promise<Header> => JSON.parse(await readFile(join(folder, 'vault.json'), 'utf8'));
/** Writes a header as someone would who knows the format, its check included. */
async function forge(change: (header: Header) => unknown): Promise<void> {
  const forged = await header();
  change(forged);
  const { check: _, ...body } = forged;
  const check = createHash('sha256').update(canonicalJson(body)).digest('hex');
  await writeFile(join(folder, 'vault.json'), JSON.stringify({ ...body, check }));
}

const withKdf = (change: Partial<Header['keys'][number]['kdf']>) => (forged: Header) =>
  forged.keys.map((slot) => Object.assign(slot.kdf, change));

describe('a vault', () => {
  it('gives everything back after it was closed and unlocked', async () => {
    expect((await vaults.inspect(folder)).state).toBe('absent');
    const vault = await made();
    const portfolio = samplePortfolio();
    const store = await vault.createPortfolio(portfolio);
    const item = sampleEvidence(3);
    await store.commit('evidence.add', [{ collection: 'evidence', id: item.id, value: item }]);
    async function* bytes() {
      yield Buffer.from('sample bytes');
    }
    const kept = await store.blobs.put(bytes());
    await vault.close();
    expect((await vaults.inspect(folder)).state).toBe('locked');

    const again = await vaults.unlock(folder, passphrase);
    expect(again.profile.get('profile', sampleActor)).toEqual(sampleProfile());
    const opened = await again.openPortfolio(portfolio.id);
    expect(opened?.get('portfolio', portfolio.id)).toEqual(portfolio);
    expect(opened?.get('evidence', item.id)).toEqual(item);
    expect(await opened?.blobs.has(kept.hash)).toBe(true);
    expect(await again.openPortfolio(portfolio.id)).toBe(opened);
    expect(await again.openPortfolio(idFrom(77))).toBeUndefined();
    expect(await again.openPortfolio('../profile')).toBeUndefined();
    expect(await again.checkPassphrase(passphrase)).toBe(true);
    expect(await again.checkPassphrase(`${passphrase} `)).toBe(false);
    await again.close();
  });

  it('takes a passphrase typed with composed or decomposed letters as the same', async () => {
    await (await vaults.create(folder, 'caf\u00e9 sample \ufb01ve', sampleActor)).close();
    await (await vaults.unlock(folder, 'cafe\u0301 sample five')).close();
  });

  it('refuses a wrong passphrase, lets the right one in afterwards, and changes nothing', async () => {
    await (await made()).close();
    const before = await digestsBelow(folder);
    expect(await failureOf(vaults.unlock(folder, 'a wrong one'))).toEqual({
      code: 'WRONG_PASSPHRASE',
      data: {},
    });
    expect(await digestsBelow(folder)).toEqual(before);
    await (await vaults.unlock(folder, passphrase)).close();
  });

  it('is never made where one is, nor opened where none is', async () => {
    await (await made()).close();
    expect((await failureOf(vaults.create(folder, passphrase, sampleActor))).code).toBe('VAULT_EXISTS');
    expect((await failureOf(vaults.unlock(join(bed.folder, 'none'), passphrase))).code).toBe('VAULT_ABSENT');
  });

  it('without its header is damaged, and no new one is made over it', async () => {
    await (await made()).close();
    await rm(join(folder, 'vault.json'));
    const fault = { code: 'VAULT_DAMAGED', data: { file: 'vault.json', what: 'missing' } };
    expect(await vaults.inspect(folder)).toMatchObject({ state: 'fault', fault });
    expect(await failureOf(vaults.create(folder, passphrase, sampleActor))).toEqual(fault);
    expect(await failureOf(vaults.unlock(folder, passphrase))).toEqual(fault);
  });

  it('is made in a folder where making one broke off', async () => {
    await mkdir(join(folder, 'profile'), { recursive: true });
    await writeFile(join(folder, 'profile', 'journal-000001.log'), '');
    await (await made()).close();
    await (await vaults.unlock(folder, passphrase)).close();
  });

  it('of a newer format names what it needs', async () => {
    await (await made()).close();
    await forge((forged) => {
      Object.assign(forged, { format: currentFormat + 1 });
      forged.needs = '3.1.0';
      Object.assign(forged, { somethingNew: true });
    });
    const fault = { code: 'VAULT_NEWER', data: { file: 'vault.json', needs: '3.1.0' } };
    expect(await vaults.inspect(folder)).toMatchObject({ state: 'fault', fault });
    expect(await failureOf(vaults.unlock(folder, passphrase))).toEqual(fault);
  });

  it.each([
    ['N', withKdf({ N: 2 ** 18 }), 'WRONG_PASSPHRASE'],
    ['p', withKdf({ p: 2 }), 'WRONG_PASSPHRASE'],
    ['salt', withKdf({ salt: Buffer.alloc(32).toString('base64') }), 'WRONG_PASSPHRASE'],
    ['vault id', (forged: Header) => Object.assign(forged, { vaultId: randomUUID() }), 'WRONG_PASSPHRASE'],
    ['weak N', withKdf({ N: 2 ** 10 }), 'VAULT_DAMAGED'],
    ['huge N', withKdf({ N: 2 ** 30 }), 'VAULT_DAMAGED'],
    ['r', withKdf({ r: 1 }), 'VAULT_DAMAGED'],
    ['no keys', (forged: Header) => Object.assign(forged, { keys: [] }), 'VAULT_DAMAGED'],
  ])('refuses a forged header: %s', async (_, change, code) => {
    await (await made()).close();
    await forge(change);
    expect((await failureOf(vaults.unlock(folder, passphrase))).code).toBe(code);
  });

  it('refuses every flipped bit and every cut of its header before asking for the passphrase', async () => {
    await (await made()).close();
    const path = join(folder, 'vault.json');
    const good = await readFile(path);
    for (let position = 0; position < good.length; position += 1) {
      const bad = Buffer.from(good);
      bad[position] = (bad[position] ?? 0) ^ (1 << (position % 7));
      await writeFile(path, bad);
      const found = await vaults.inspect(folder);
      // White space between the parts means nothing; everything else does.
      const same = (() => {
        try {
          return (
            canonicalJson(JSON.parse(bad.toString('utf8'))) ===
            canonicalJson(JSON.parse(good.toString('utf8')))
          );
        } catch {
          return false;
        }
      })();
      expect(found.state, `byte ${position}`).toBe(same ? 'locked' : 'fault');
    }
    for (let end = 0; end < good.length - 1; end += 5) {
      await writeFile(path, good.subarray(0, end));
      expect((await vaults.inspect(folder)).state).toBe('fault');
    }
  });

  it('writes planted text to no file', async () => {
    const canary = 'CANARYxylophone';
    const vault = await vaults.create(folder, `${canary} passphrase`, sampleActor);
    const profile = { ...sampleProfile(), name: `Dr ${canary}` };
    await vault.profile.commit(`${canary}.action`, [
      { collection: 'profile', id: profile.id, value: profile },
    ]);
    const store = await vault.createPortfolio({ ...samplePortfolio(), employer: canary });
    for (let number = 0; number < 60; number += 1) {
      const value = { ...sampleEvidence(number, canary), reflection: canary.repeat(20) };
      await store.commit('evidence.add', [{ collection: 'evidence', id: value.id, value }]);
    }
    async function* bytes() {
      yield Buffer.from(canary.repeat(1000));
    }
    const { hash } = await store.blobs.put(bytes());
    await vault.close();
    const files = await filesBelow(folder);
    const planted = [canary, hash, sampleEvidence(1).id, 'evidence', 'internal-medicine'];
    // The same search finds them in the plain record, so that it can find something.
    expect(planted.some((text) => JSON.stringify(profile).includes(text))).toBe(true);
    for (const [name, content] of files) {
      for (const text of planted) {
        for (const form of [
          text,
          Buffer.from(text).toString('base64').slice(0, 12),
          Buffer.from(text).toString('hex'),
        ]) {
          expect(`${name} ${content.includes(form)}`).toBe(`${name} false`);
          expect(name).not.toContain(form);
        }
      }
    }
    expect([...files.keys()].some((name) => name.includes('checkpoint-'))).toBe(true);
    expect([...files.keys()].some((name) => name.includes('blobs'))).toBe(true);
  });

  it('cannot have two portfolios swapped behind its back', async () => {
    const vault = await made();
    await vault.createPortfolio(samplePortfolio(1));
    await vault.createPortfolio(samplePortfolio(2));
    await vault.close();
    const path = (number: number) =>
      join(folder, 'portfolios', samplePortfolio(number).id, 'journal-000001.log');
    await writeFile(path(1), await readFile(path(2)));
    const again = await vaults.unlock(folder, passphrase);
    expect(await failureOf(again.openPortfolio(samplePortfolio(1).id))).toEqual({
      code: 'VAULT_DAMAGED',
      data: { file: `portfolios/${samplePortfolio(1).id}/journal-000001.log:1`, what: 'altered' },
    });
    await again.close();
  });

  it('says when a synchroniser seems to copy its folder', async () => {
    const synced = join(bed.folder, 'OneDrive - Sample Trust', 'vault');
    expect(await vaults.inspect(synced)).toMatchObject({ state: 'absent', synced: true });
    expect(await vaults.inspect(folder)).toMatchObject({ synced: false });
  });
});

describe('a synced folder', () => {
  it.each([
    ['C:\\Users\\sample\\OneDrive\\Waymark', {}],
    ['C:\\Users\\sample\\OneDrive - Sample Trust\\Waymark', {}],
    ['D:\\Work\\Waymark', { OneDriveCommercial: 'd:\\work' }],
    ['/home/sample/Dropbox/waymark', {}],
    ['/Users/sample/Library/Mobile Documents/com~apple~CloudDocs/waymark', {}],
    ['/Users/sample/Library/CloudStorage/GoogleDrive-sample@example.org/My Drive/waymark', {}],
    ['G:\\My Drive\\Waymark', {}],
    ['\\\\server\\share\\Waymark', {}],
  ])('is recognised: %s', (path, environment) => {
    expect(isSyncedFolder(path, environment)).toBe(true);
  });

  it.each([
    ['C:\\Users\\sample\\AppData\\Local\\Waymark', { OneDrive: 'C:\\Users\\sample\\OneDrive' }],
    ['/home/sample/.local/share/waymark', {}],
    ['/home/sample/dropboxes/waymark', {}],
    ['D:\\Workshop', { OneDrive: 'D:\\Work' }],
  ])('is not seen where there is none: %s', (path, environment) => {
    expect(isSyncedFolder(path, environment)).toBe(false);
  });
});

describe('a vault that could not be furnished', () => {
  it('is taken away again when its first record fails, and can be made once more', async () => {
    const faulty = faultyFiles(nodeFiles);
    const onFull = createVaults({
      clock: sampleClock,
      newId: () => randomUUID(),
      log: noLog,
      files: faulty.files,
    });
    const vault = await onFull.create(folder, passphrase, sampleActor);
    faulty.arm({ at: 0, kind: 'ENOSPC', lasting: false });
    const profile = sampleProfile();
    const furnish = vault.profile.commit('vault.create', [
      { collection: 'profile', id: profile.id, value: profile },
    ]);
    expect((await failureOf(furnish)).code).toBe('DISK_FULL');
    await vault.abandon();
    expect([...(await filesBelow(folder)).keys()]).toEqual([]);
    expect((await vaults.inspect(folder)).state).toBe('absent');
    await (await made()).close();
  });

  it('keeps every file once it has a record', async () => {
    await (await made()).abandon();
    expect((await vaults.inspect(folder)).state).toBe('locked');
    const again = await vaults.unlock(folder, passphrase);
    expect(again.profile.get('profile', sampleActor)).toEqual(sampleProfile());
    await again.close();
  });

  it('opens no portfolio while it is being closed', async () => {
    const vault = await made();
    const portfolio = samplePortfolio();
    await vault.createPortfolio(portfolio);
    await vault.close();
    const again = await vaults.unlock(folder, passphrase);
    const opening = failureOf(again.openPortfolio(portfolio.id));
    await again.close();
    expect((await opening).code).toBe('LOCKED');
  });
});
