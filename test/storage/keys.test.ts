import { randomUUID } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Keychain } from '#electron/services/ports/keychain.ts';
import type { OpenVault } from '#electron/services/ports.ts';
import { nodeFiles } from '#electron/storage/files.ts';
import { createVaults, type VaultsOptions } from '#electron/storage/vaults.ts';
import { fakeKeychain } from '#test/support/fake-keychain.ts';
import { faultyFiles } from '#test/support/storage-faults.ts';
import { forgeHeader } from '#test/support/storage-headers.ts';
import { sampleActor, sampleClock, sampleProfile } from '#test/support/storage-samples.ts';
import {
  type Bed,
  digestsBelow,
  failureOf,
  filesBelow,
  noLog,
  temporaryBed,
} from '#test/support/storage-stores.ts';

const passphrase = 'an invented sample passphrase';
const another = 'quite another passphrase';
let bed: Bed;
let folder: string;
beforeEach(async () => {
  bed = await temporaryBed();
  folder = join(bed.folder, 'vault');
});
afterEach(() => bed.remove());

const vaultsWith = (options: Partial<VaultsOptions> = {}) =>
  createVaults({ clock: sampleClock, newId: () => randomUUID(), log: noLog, ...options });
const vaults = vaultsWith();

async function made(keychain?: Keychain): Promise<OpenVault> {
  const vault = await vaultsWith(keychain === undefined ? {} : { keychain }).create(
    folder,
    passphrase,
    sampleActor,
  );
  const profile = sampleProfile();
  await vault.profile.commit('vault.create', [{ collection: 'profile', id: profile.id, value: profile }]);
  return vault;
}

/** Opens it, sees that everything is there, and closes it. */
async function opens(opening: Promise<OpenVault>): Promise<void> {
  const vault = await opening;
  expect(vault.profile.get('profile', sampleActor)).toEqual(sampleProfile());
  await vault.close();
}

describe('the passphrase', () => {
  it('is changed without touching anything but the header', async () => {
    const vault = await made();
    const before = await digestsBelow(folder);
    await vault.keys.changePassphrase(another);
    expect(await vault.checkPassphrase(another)).toBe(true);
    expect(await vault.checkPassphrase(passphrase)).toBe(false);
    const after = await digestsBelow(folder);
    expect(after.filter((line) => !before.includes(line)).map((line) => line.split(' ')[0])).toEqual([
      'vault.json',
    ]);
    await vault.close();
    expect((await failureOf(vaults.unlock(folder, passphrase))).code).toBe('WRONG_PASSPHRASE');
    await opens(vaults.unlock(folder, another));
  });

  it('stays what it was when the disk refuses the new header, in memory too', async () => {
    await (await made()).close();
    const faulty = faultyFiles(nodeFiles);
    const vault = await vaultsWith({ files: faulty.files }).unlock(folder, passphrase);
    faulty.arm({ at: 0, kind: 'ENOSPC', lasting: false });
    expect((await failureOf(vault.keys.changePassphrase(another))).code).toBe('DISK_FULL');
    expect(await vault.checkPassphrase(passphrase)).toBe(true);
    await vault.close();
    await opens(vaults.unlock(folder, passphrase));
  });

  it('is not changed once the vault is closed', async () => {
    const vault = await made();
    const changing = vault.keys.changePassphrase(another);
    await vault.close();
    await changing;
    expect((await failureOf(vault.keys.changePassphrase(passphrase))).code).toBe('LOCKED');
    await opens(vaults.unlock(folder, another));
  });
});

describe('a forgotten passphrase', () => {
  it('is replaced with the recovery code, however it was typed', async () => {
    const vault = await made();
    const code = await vault.keys.newRecoveryCode();
    expect(vault.keys.state().recovery).toEqual({ madeAt: sampleClock.now().toISOString() });
    await vault.close();
    expect(await vaults.inspect(folder)).toMatchObject({ ways: { recovery: true, keychain: false } });

    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
    await opens(vaults.recover(folder, typed, another));
    expect((await failureOf(vaults.unlock(folder, passphrase))).code).toBe('WRONG_PASSPHRASE');
    await opens(vaults.unlock(folder, another));
    // The code goes on working: the page in the drawer is still good.
    await opens(vaults.recover(folder, code, passphrase));
  });

  it('is not replaced with an older code, a code of another vault, or none; and nothing is written', async () => {
    const vault = await made();
    const old = await vault.keys.newRecoveryCode();
    expect(await vault.keys.checkRecoveryCode(old)).toBe(true);
    const code = await vault.keys.newRecoveryCode();
    expect(code).not.toBe(old);
    expect(await vault.keys.checkRecoveryCode(old)).toBe(false);
    await vault.close();
    const other = await vaults.create(join(bed.folder, 'other'), passphrase, sampleActor);
    const foreign = await other.keys.newRecoveryCode();
    await other.close();
    const before = await digestsBelow(folder);
    for (const wrong of [old, foreign, '', code.slice(1), `${code}0`]) {
      expect((await failureOf(vaults.recover(folder, wrong, another))).code).toBe('WRONG_RECOVERY_CODE');
    }
    expect(await digestsBelow(folder)).toEqual(before);
    await opens(vaults.unlock(folder, passphrase));
  });

  it('is lost for good without a recovery code', async () => {
    const withCode = await made();
    const code = await withCode.keys.newRecoveryCode();
    await withCode.close();
    const bare = join(bed.folder, 'bare');
    await (await vaults.create(bare, passphrase, sampleActor)).close();
    expect(await vaults.inspect(bare)).toMatchObject({ ways: { recovery: false } });
    expect((await failureOf(vaults.recover(bare, code, another))).code).toBe('WRONG_RECOVERY_CODE');
  });

  it('leaves the old way in when the new passphrase cannot be written', async () => {
    const vault = await made();
    const code = await vault.keys.newRecoveryCode();
    await vault.close();
    const faulty = faultyFiles(nodeFiles);
    faulty.arm({ at: 0, kind: 'EIO', lasting: false });
    const broken = vaultsWith({ files: faulty.files });
    expect((await failureOf(broken.recover(folder, code, another))).code).toBe('STORAGE_FAILED');
    await opens(vaults.unlock(folder, passphrase));
    await opens(vaults.recover(folder, code, another));
  });

  it('writes the code to no file', async () => {
    const vault = await made();
    const code = await vault.keys.newRecoveryCode();
    await vault.close();
    for (const [name, bytes] of await filesBelow(folder))
      for (const form of [code, code.replaceAll('-', ''), ...code.split('-').slice(0, 1)])
        expect(`${name} ${bytes.includes(form)}`).toBe(`${name} false`);
  });
});

describe('the keychain', () => {
  const withKeychain = async () => {
    const computer = fakeKeychain();
    const vault = await made(computer.keychain);
    const code = await vault.keys.newRecoveryCode();
    await vault.keys.keepInKeychain();
    expect(vault.keys.state().keychain).not.toBeNull();
    await vault.close();
    return { ...computer, code, here: vaultsWith({ keychain: computer.keychain }) };
  };

  it('opens the vault on its own computer, and no more once it is switched off', async () => {
    const { here } = await withKeychain();
    expect(await here.inspect(folder)).toMatchObject({ ways: { recovery: true, keychain: true } });
    await opens(here.unlockWithKeychain(folder));
    const vault = await here.unlock(folder, passphrase);
    await vault.keys.forgetKeychain();
    expect(vault.keys.state().keychain).toBeNull();
    await vault.close();
    expect((await failureOf(here.unlockWithKeychain(folder))).code).toBe('NO_KEYCHAIN');
    await opens(here.unlock(folder, passphrase));
  });

  it.each([
    ['its keys were lost', (computer: ReturnType<typeof fakeKeychain>) => computer.lose()],
    ['it is gone', (computer: ReturnType<typeof fakeKeychain>) => computer.remove()],
  ])('is not needed when %s: passphrase and code open the vault', async (_, happens) => {
    const computer = await withKeychain();
    happens(computer);
    expect((await failureOf(computer.here.unlockWithKeychain(folder))).code).toBe('NO_KEYCHAIN');
    await opens(computer.here.unlock(folder, passphrase));
    await opens(computer.here.recover(folder, computer.code, another));
  });

  it('does not open a folder moved to another computer; passphrase and code do', async () => {
    const { code } = await withKeychain();
    const moved = join(bed.folder, 'elsewhere', 'vault');
    await cp(folder, moved, { recursive: true });
    for (const there of [vaultsWith({ keychain: fakeKeychain().keychain }), vaults]) {
      expect((await failureOf(there.unlockWithKeychain(moved))).code).toBe('NO_KEYCHAIN');
      await opens(there.unlock(moved, passphrase));
      await opens(there.recover(moved, code, passphrase));
    }
  });

  it('has its secret protected anew when it asks for that', async () => {
    const { rotate, here } = await withKeychain();
    const guarded = async () =>
      JSON.parse(await readFile(join(folder, 'vault.json'), 'utf8')).keys.find(
        (slot: { kind: string }) => slot.kind === 'keychain',
      ).guarded;
    const before = await guarded();
    rotate();
    await opens(here.unlockWithKeychain(folder));
    expect(await guarded()).not.toBe(before);
    await opens(here.unlockWithKeychain(folder));
  });

  it('is never used where there is none', async () => {
    const vault = await made();
    expect((await failureOf(vault.keys.keepInKeychain())).code).toBe('NO_KEYCHAIN');
    await vault.close();
    expect((await failureOf(vaults.unlockWithKeychain(folder))).code).toBe('NO_KEYCHAIN');
  });
});

describe('a header that was altered', () => {
  it('is found although every key in it still opens: a slot left out, or put back', async () => {
    const vault = await made();
    const old = await readFile(join(folder, 'vault.json'), 'utf8');
    await vault.keys.newRecoveryCode();
    await vault.close();
    const now = JSON.parse(await readFile(join(folder, 'vault.json'), 'utf8'));
    const altered = { code: 'VAULT_DAMAGED', data: { file: 'vault.json', what: 'altered' } };
    const seal = JSON.parse(old).seal;
    for (const forged of [
      { ...now, keys: now.keys.filter((slot: { kind: string }) => slot.kind !== 'recovery') },
      { ...now, keys: [...now.keys].reverse() },
      { ...now, needs: '0.1.0' },
      { ...now, seal },
    ]) {
      await writeFile(join(folder, 'vault.json'), forgeHeader(forged));
      // The plain check is right, so the passphrase is asked for; only then can it be known.
      expect((await vaults.inspect(folder)).state).toBe('locked');
      expect(await failureOf(vaults.unlock(folder, passphrase))).toEqual(altered);
    }
  });
});
