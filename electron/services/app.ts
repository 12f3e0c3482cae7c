import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Profile } from '#shared/domain/profile.ts';
import { furnishVault } from './furnish-vault.ts';
import { refuseWeak } from './passphrase.ts';
import type { OpenVault, Ports } from './ports.ts';
import { fillSample } from './sample/fill-sample.ts';
import { samplePassphrase } from './sample/sample-people.ts';
import type { Session } from './session.ts';

type Status = Awaited<ReturnType<Services['app']['status']>>;

export function createAppService(ports: Ports, session: Session): Services['app'] {
  const status = async (): Promise<Status> => {
    const found = await ports.vaults.inspect(ports.vaultFolder);
    const open = session.current();
    return {
      state: open !== undefined ? 'open' : found.state,
      fault: open === undefined && found.state === 'fault' ? found.fault : null,
      host: ports.host,
      version: ports.version,
      vaultFolder: open?.folder ?? found.folder,
      syncedFolder: found.synced,
      profile: session.profile() ?? null,
      sample: session.isSample(),
    };
  };

  return {
    status,
    createVault: async ({ passphrase, profile }) => {
      refuseWeak(passphrase);
      await session.close();
      const owner = ports.newId();
      const vault = await ports.vaults.create(ports.vaultFolder, passphrase, owner);
      try {
        await furnishVault(ports, vault, owner, profile, false);
      } catch (fault) {
        // A vault without an owner and keys would open, and be of no use: better none, to be made again.
        await vault.abandon().catch(() => ports.log('abandon-failed', {}));
        throw fault;
      }
      session.open(vault);
      return status();
    },
    unlock: async ({ passphrase }) => {
      const open = session.current();
      if (open !== undefined && !session.isSample()) {
        // Another page of this app has unlocked it meanwhile.
        if (!(await open.checkPassphrase(passphrase))) throw failure('WRONG_PASSPHRASE', {});
        return status();
      }
      await session.closed();
      const vault = await ports.vaults.unlock(ports.vaultFolder, passphrase);
      await session.close();
      session.open(vault);
      return status();
    },
    lock: async () => {
      await session.close();
      await ports.uploads.dropAll();
      await ports.outbox.dropAll();
      return status();
    },
    openSample: async () => {
      await session.close();
      const { folder, remove } = await ports.temporaryFolder();
      let vault: OpenVault | undefined;
      try {
        const owner = ports.newId();
        vault = await ports.vaults.create(folder, samplePassphrase, owner);
        await fillSample(ports, vault, owner);
      } catch (fault) {
        await vault?.close().catch(() => ports.log('close-failed', {}));
        await remove();
        throw fault;
      }
      session.open(vault, remove);
      return status();
    },
    updateProfile: async (input) => {
      const vault = session.vault();
      const profile = session.profile();
      if (profile === undefined) throw failure('LOCKED', {});
      const updated: Profile = { ...profile, ...input };
      await vault.profile.commit('profile.update', [
        { collection: 'profile', id: profile.id, value: updated },
      ]);
      return updated;
    },
  };
}
