import { randomBytes } from 'node:crypto';
import { failure, isFailure } from '#shared/domain/failure.ts';
import type { SalvageReport } from '#shared/domain/salvage.ts';
import type { Keychain } from '../services/ports/keychain.ts';
import type { Clock, NewId, OpenVault, VaultInspection, Vaults } from '../services/ports.ts';
import { finishRestore, removeLeftovers, restoreVault } from './backups/restore.ts';
import { readVault } from './check/read-vault.ts';
import { draftsFolder } from './drafts.ts';
import { orStorageFailure } from './faults.ts';
import { removeTemporary } from './file-steps.ts';
import { type Files, nodeFiles } from './files.ts';
import { createJournal, type Log } from './journal-adapter.ts';
import { createNetworkPlace } from './network-place.ts';
import { noKeychain } from './no-keychain.ts';
import { openVault } from './open-vault.ts';
import { wrapDataKey } from './passphrase-slot.ts';
import { examineVault } from './salvage/examine-vault.ts';
import { salvageVault } from './salvage/salvage-vault.ts';
import { keyBytes } from './seal.ts';
import { isSyncedFolder } from './synced-folder.ts';
import {
  headerOfToday,
  keyByKeychain,
  keyByPassphrase,
  keyByRecoveryCode,
  keyBySecret,
} from './unlock-header.ts';
import { assertNeverUsed, portfoliosFolder, profileFolder } from './vault-folder.ts';
import {
  broughtUp,
  readHeader,
  type SealedHeader,
  sealedHeader,
  slotOf,
  type VaultHeader,
  writeHeader,
} from './vault-header.ts';
import { lockVault, type VaultLock } from './vault-lock.ts';

export type VaultsOptions = {
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  /** Named to a second process that asks for the same vault. */
  readonly host?: 'desktop' | 'browser' | 'command';
  readonly files?: Files;
  readonly keychain?: Keychain;
  /** Whether a folder lies on another machine. */
  readonly onNetwork?: (folder: string) => Promise<boolean>;
  /**
   * Runs with a vault of an older format that has just been opened and can only be read, before anything is written in
   * the new format: the place for a backup. When it fails the vault stays as it was on disk, and can be read but not
   * changed (READ_ONLY) until it is unlocked again, which tries again.
   */
  readonly beforeUpgrade?: (vault: OpenVault) => Promise<void>;
};

type Entered = { readonly dataKey: Buffer; readonly header: SealedHeader };

/** Vault folders on this machine. */
export function createVaults(options: VaultsOptions): Vaults {
  const { clock, newId, log, host = 'browser', files = nodeFiles, keychain = noKeychain } = options;
  const { beforeUpgrade = async () => undefined, onNetwork = createNetworkPlace() } = options;
  const since = new Date(Date.now() - process.uptime() * 1000).toISOString();
  const owner = `${host} ${process.pid} ${since}`;

  const locked = async <T>(folder: string, work: (lock: VaultLock) => Promise<T>, releaseAfter = false) => {
    const lock = await lockVault(await files.realPath(folder), owner);
    try {
      const result = await work(lock);
      if (releaseAfter) await lock.release();
      return result;
    } catch (thrown) {
      await lock.release();
      throw thrown;
    }
  };

  const inspect = async (folder: string): Promise<VaultInspection> => {
    const synced = isSyncedFolder(folder, process.env) || (await onNetwork(folder));
    try {
      await finishRestore(files, folder);
      const header = await readHeader(files, folder);
      if (header !== undefined) {
        const has = (kind: 'recovery' | 'keychain') => slotOf(header, kind) !== undefined;
        const ways = { recovery: has('recovery'), keychain: has('keychain') };
        return { state: 'locked', folder, synced, ways };
      }
      await assertNeverUsed(files, folder);
      return { state: 'absent', folder, synced };
    } catch (thrown) {
      if (!isFailure(thrown)) throw thrown;
      const { failure: code, data } = thrown;
      if (code !== 'VAULT_NEWER' && code !== 'VAULT_DAMAGED') throw thrown;
      const fault = { code, data } as Extract<VaultInspection, { state: 'fault' }>['fault'];
      return { state: 'fault', folder, synced, fault };
    }
  };

  const create = async (folder: string, passphrase: string, actor: string) => {
    await finishRestore(files, folder);
    await files.makeFolder(folder);
    return locked(folder, async (lock) => {
      if ((await readHeader(files, folder)) !== undefined) throw failure('VAULT_EXISTS', {});
      await assertNeverUsed(files, folder);
      await createJournal(files, `${folder}/${profileFolder}`);
      await files.makeFolder(`${folder}/${portfoliosFolder}`);
      const vaultId = newId();
      const dataKey = randomBytes(keyBytes);
      const header = sealedHeader(dataKey, vaultId, [await wrapDataKey(dataKey, vaultId, passphrase)]);
      // The header comes last: a folder with one is a whole vault.
      await writeHeader(files, folder, header);
      return openVault({
        files,
        clock,
        log,
        folder,
        header,
        dataKey,
        keychain,
        lock,
        actor,
        mayWrite: () => true,
      });
    });
  };

  const assertThere = async (folder: string) => {
    if ((await readHeader(files, folder)) !== undefined) return;
    await assertNeverUsed(files, folder);
    throw failure('VAULT_ABSENT', {});
  };

  /** @param enter finds the data key; it may bring a header to put in the place of the one that was read. */
  const entering = async (folder: string, enter: (header: VaultHeader) => Promise<Entered>) => {
    await finishRestore(files, folder);
    await assertThere(folder);
    return locked(folder, async (lock) => {
      const found = await readHeader(files, folder);
      if (found === undefined) throw failure('VAULT_ABSENT', {});
      const { dataKey, header } = await enter(found);
      const opened = { files, clock, log, folder, header, dataKey, keychain, lock, actor: null };
      let upToDate = found.format === header.format;
      const vault = await openVault({ ...opened, mayWrite: () => upToDate });
      // Leftovers do no harm: failing to remove them is no reason to keep the owner out.
      for (const place of [folder, `${folder}/${portfoliosFolder}`, `${folder}/${draftsFolder}`]) {
        await removeTemporary(files, place).catch(() => log('cleanup-failed', {}));
      }
      await removeLeftovers(files, folder).catch(() => log('cleanup-failed', {}));
      if (!upToDate) upToDate = await upgrade(vault, folder, header);
      return vault;
    });
  };

  /** Returns whether the vault is now of today's format. If not, the owner can still read: the old one is untouched. */
  const upgrade = async (vault: OpenVault, folder: string, header: SealedHeader) => {
    try {
      await beforeUpgrade(vault);
      await writeHeader(files, folder, header);
      log('vault-upgraded', { format: header.format });
      return true;
    } catch {
      log('upgrade-failed', { format: header.format });
      return false;
    }
  };

  const byPassphrase = async (found: VaultHeader, passphrase: string): Promise<Entered> => {
    const dataKey = await keyByPassphrase(found, passphrase);
    return { dataKey, header: await headerOfToday(found, dataKey, { passphrase }) };
  };

  const unlock = (folder: string, passphrase: string) =>
    entering(folder, (found) => byPassphrase(found, passphrase));

  const findDamage = async (folder: string, passphrase: string) => {
    await assertThere(folder);
    const read = async () => {
      const found = await readHeader(files, folder);
      if (found === undefined) throw failure('VAULT_ABSENT', {});
      const dataKey = await keyByPassphrase(found, passphrase);
      const { report } = await examineVault(files, { folder, vaultId: found.vaultId, dataKey });
      dataKey.fill(0);
      return report;
    };
    return locked(folder, read, true);
  };

  const salvage = async (folder: string, passphrase: string) => {
    let report: SalvageReport = { findings: [], canOpen: true };
    const vault = await entering(folder, async (found) => {
      const entered = await byPassphrase(found, passphrase);
      const place = { folder, vaultId: found.vaultId, dataKey: entered.dataKey };
      report = await salvageVault(files, place, clock.now());
      const lines = report.findings.reduce((sum, { unreadable }) => sum + (unreadable ?? 0), 0);
      log('vault-salvaged', { files: report.findings.length, lines });
      return entered;
    });
    return { vault, report };
  };

  const recover = (folder: string, code: string, newPassphrase: string) =>
    entering(folder, async (found) => {
      const dataKey = keyByRecoveryCode(found, code);
      const others = found.keys.filter(({ kind }) => kind !== 'passphrase');
      const slot = await wrapDataKey(dataKey, found.vaultId, newPassphrase);
      const keys = [slot, ...others];
      // In force before the vault opens, and in its own format: it is brought up only after its backup.
      const format = found.format === 1 ? undefined : found.format;
      const header = sealedHeader(dataKey, found.vaultId, keys, format);
      await writeHeader(files, folder, header);
      return { dataKey, header: broughtUp(dataKey, header) };
    });

  const unlockWithKeychain = async (folder: string) => {
    let renew = false;
    const vault = await entering(folder, async (found) => {
      const entered = await keyByKeychain(found, keychain);
      // Format 1 has no such slot, so this header is not one.
      if (found.format === 1) throw failure('NO_KEYCHAIN', {});
      renew = entered.renew;
      return { dataKey: entered.dataKey, header: broughtUp(entered.dataKey, found) };
    });
    if (renew) await vault.keys.keepInKeychain().catch(() => log('keychain-not-renewed', {}));
    return vault;
  };

  const examine: Vaults['examine'] = async (folder, secret, watch, judge) => {
    if ((await readHeader(files, folder)) === undefined) {
      await assertNeverUsed(files, folder);
      throw failure('VAULT_ABSENT', {});
    }
    return locked(
      folder,
      async () => {
        const header = await readHeader(files, folder);
        if (header === undefined) throw failure('VAULT_ABSENT', {});
        const dataKey = await keyBySecret(header, secret);
        return judge(await readVault(files, { folder, vaultId: header.vaultId, dataKey }, watch));
      },
      true,
    );
  };

  return {
    examine: (folder, secret, watch, judge) => orStorageFailure(() => examine(folder, secret, watch, judge)),
    restore: (folder, request, judge) => {
      const lock = (realFolder: string) => lockVault(realFolder, owner);
      return orStorageFailure(() => restoreVault({ files, clock, newId, log, lock, judge }, folder, request));
    },
    idOf: async (folder) => (await readHeader(files, folder).catch(() => undefined))?.vaultId,
    inspect: (folder) => orStorageFailure(() => inspect(folder)),
    create: (folder, passphrase, actor) => orStorageFailure(() => create(folder, passphrase, actor)),
    unlock: (folder, passphrase) => orStorageFailure(() => unlock(folder, passphrase)),
    recover: (folder, code, passphrase) => orStorageFailure(() => recover(folder, code, passphrase)),
    findDamage: (folder, passphrase) => orStorageFailure(() => findDamage(folder, passphrase)),
    salvage: (folder, passphrase) => orStorageFailure(() => salvage(folder, passphrase)),
    unlockWithKeychain: (folder) => orStorageFailure(() => unlockWithKeychain(folder)),
  };
}
