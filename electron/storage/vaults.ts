import { randomBytes } from 'node:crypto';
import { failure, isFailure } from '#shared/domain/failure.ts';
import type { Clock, NewId, OpenVault, VaultInspection, Vaults } from '../services/ports.ts';
import { orStorageFailure } from './faults.ts';
import { removeTemporary } from './file-steps.ts';
import { type Files, nodeFiles } from './files.ts';
import { createJournal, type Log } from './journal-adapter.ts';
import { openVault } from './open-vault.ts';
import { unwrapDataKey, wrapDataKey } from './passphrase-slot.ts';
import { keyBytes } from './seal.ts';
import { isSyncedFolder } from './synced-folder.ts';
import { assertNeverUsed, portfoliosFolder, profileFolder } from './vault-folder.ts';
import { newHeader, readHeader, type VaultHeader, writeHeader } from './vault-header.ts';
import { lockVault, type VaultLock } from './vault-lock.ts';

export type VaultsOptions = {
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  /** Named to a second process that asks for the same vault. */
  readonly host?: 'desktop' | 'browser' | 'command';
  readonly files?: Files;
};

async function dataKeyOf(header: VaultHeader, passphrase: string): Promise<Buffer> {
  for (const slot of header.keys) {
    const key = await unwrapDataKey(slot, header.vaultId, passphrase);
    if (key !== undefined) return key;
  }
  throw failure('WRONG_PASSPHRASE', {});
}

/** Vault folders on this machine. */
export function createVaults(options: VaultsOptions): Vaults {
  const { clock, newId, log, host = 'browser', files = nodeFiles } = options;
  const since = new Date(Date.now() - process.uptime() * 1000).toISOString();
  const owner = `${host} ${process.pid} ${since}`;

  const locked = async (folder: string, work: (lock: VaultLock) => Promise<OpenVault>) => {
    const lock = await lockVault(await files.realPath(folder), owner);
    try {
      return await work(lock);
    } catch (thrown) {
      await lock.release();
      throw thrown;
    }
  };

  const inspect = async (folder: string): Promise<VaultInspection> => {
    const synced = isSyncedFolder(folder, process.env);
    try {
      if ((await readHeader(files, folder)) !== undefined) return { state: 'locked', folder, synced };
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
    await files.makeFolder(folder);
    return locked(folder, async (lock) => {
      if ((await readHeader(files, folder)) !== undefined) throw failure('VAULT_EXISTS', {});
      await assertNeverUsed(files, folder);
      await createJournal(files, `${folder}/${profileFolder}`);
      await files.makeFolder(`${folder}/${portfoliosFolder}`);
      const vaultId = newId();
      const dataKey = randomBytes(keyBytes);
      const header = newHeader(vaultId, [await wrapDataKey(dataKey, vaultId, passphrase)]);
      // The header comes last: a folder with one is a whole vault.
      await writeHeader(files, folder, header);
      return openVault({ files, clock, log, folder, header, dataKey, lock, actor });
    });
  };

  const unlock = async (folder: string, passphrase: string) => {
    if ((await readHeader(files, folder)) === undefined) {
      await assertNeverUsed(files, folder);
      throw failure('VAULT_ABSENT', {});
    }
    return locked(folder, async (lock) => {
      const header = await readHeader(files, folder);
      if (header === undefined) throw failure('VAULT_ABSENT', {});
      const dataKey = await dataKeyOf(header, passphrase);
      const vault = await openVault({ files, clock, log, folder, header, dataKey, lock, actor: null });
      // Leftovers do no harm: failing to remove them is no reason to keep the owner out.
      for (const place of [folder, `${folder}/${portfoliosFolder}`]) {
        await removeTemporary(files, place).catch(() => log('cleanup-failed', {}));
      }
      return vault;
    });
  };

  return {
    inspect: (folder) => orStorageFailure(() => inspect(folder)),
    create: (folder, passphrase, actor) => orStorageFailure(() => create(folder, passphrase, actor)),
    unlock: (folder, passphrase) => orStorageFailure(() => unlock(folder, passphrase)),
  };
}
