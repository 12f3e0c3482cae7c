import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import { createInTurn } from '#shared/domain/in-turn.ts';
import type { Profile } from '#shared/domain/profile.ts';
import type { AutoLock } from './auto-lock.ts';
import { assertFinished } from './finished-vault.ts';
import { furnishVault } from './furnish-vault.ts';
import { refuseWeak } from './passphrase.ts';
import type { OpenVault, Ports } from './ports.ts';
import { examineVault, type RefusedVault, salvageVault } from './salvage.ts';
import { fillSample } from './sample/fill-sample.ts';
import { samplePassphrase } from './sample/sample-people.ts';
import { refuseTypos } from './security.ts';
import type { Session } from './session.ts';
import { recoveryStandingOf } from './settings.ts';

const noWays = { recovery: false, keychain: false };
type Status = Awaited<ReturnType<Services['app']['status']>>;

export function createAppService(
  ports: Ports,
  session: Session,
  autoLock: AutoLock,
  refused: RefusedVault,
): Services['app'] {
  // Opening and locking one after another: a vault that is still closing would seem to be somebody else's.
  const inTurn = createInTurn();
  const status = async (): Promise<Status> => {
    const found = await ports.vaults.inspect(ports.vaultFolder);
    const open = session.current();
    const locked = open === undefined && found.state === 'locked' ? found.ways : noWays;
    const fault =
      found.state === 'fault' ? found.fault : found.state === 'locked' ? refused.fault() : undefined;
    return {
      state: open !== undefined ? 'open' : fault !== undefined ? 'fault' : found.state,
      fault: open === undefined ? (fault ?? null) : null,
      host: ports.host,
      version: ports.version,
      vaultFolder: open?.folder ?? found.folder,
      syncedFolder: found.synced,
      profile: session.profile() ?? null,
      sample: session.isSample(),
      ways: { ...locked, keychain: locked.keychain && (await ports.keychain.available()) },
      lockAfter: autoLock.minutes(),
      recovery: open === undefined || session.isSample() ? null : recoveryStandingOf(open),
    };
  };
  const enter = (vault: OpenVault, onClose?: () => Promise<void>) => {
    autoLock.active();
    session.open(vault, onClose);
  };
  /** Another page of this app may have unlocked it meanwhile: then the key is only checked. */
  const entering = (check: (open: OpenVault) => Promise<void>, unlock: () => Promise<OpenVault>) =>
    inTurn(async () => {
      const open = session.current();
      if (open !== undefined && !session.isSample()) {
        await check(open);
        return status();
      }
      await session.closed();
      const vault = await refused.watching(async () => assertFinished(ports, await unlock()));
      await session.close();
      enter(vault);
      return status();
    });

  return {
    status,
    createVault: ({ passphrase, profile }) =>
      inTurn(async () => {
        refuseWeak(passphrase);
        await session.close();
        const owner = ports.newId();
        const vault = await ports.vaults.create(ports.vaultFolder, passphrase, owner);
        let recoveryCode: string;
        try {
          recoveryCode = await vault.keys.newRecoveryCode();
          await furnishVault(ports, vault, owner, profile, false);
        } catch (fault) {
          // A vault without an owner and keys would open, and be of no use: better none, to be made again.
          await vault.abandon().catch(() => ports.log('abandon-failed', {}));
          throw fault;
        }
        enter(vault);
        return { status: await status(), recoveryCode };
      }),
    unlock: ({ passphrase }) =>
      entering(
        async (open) => {
          if (!(await open.checkPassphrase(passphrase))) throw failure('WRONG_PASSPHRASE', {});
        },
        () => ports.vaults.unlock(ports.vaultFolder, passphrase),
      ),
    unlockWithRecoveryCode: async ({ code, newPassphrase }) => {
      refuseWeak(newPassphrase);
      refuseTypos(code);
      return entering(
        async (open) => {
          if (!(await open.keys.checkRecoveryCode(code))) throw failure('WRONG_RECOVERY_CODE', {});
          await open.keys.changePassphrase(newPassphrase);
        },
        () => ports.vaults.recover(ports.vaultFolder, code, newPassphrase),
      );
    },
    unlockWithKeychain: () =>
      entering(
        async () => undefined,
        () => ports.vaults.unlockWithKeychain(ports.vaultFolder),
      ),
    active: async () => {
      session.vault();
      autoLock.active();
      return null;
    },
    lock: () =>
      inTurn(async () => {
        refused.forget();
        await session.close();
        await ports.uploads.dropAll();
        await ports.outbox.dropAll();
        return status();
      }),
    examine: ({ passphrase }) => inTurn(() => examineVault(ports, session, passphrase)),
    salvage: ({ passphrase }) =>
      inTurn(async () => {
        const { vault, report } = await salvageVault(ports, session, passphrase);
        refused.forget();
        enter(vault);
        return { status: await status(), report };
      }),
    openSample: () =>
      inTurn(async () => {
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
        enter(vault, remove);
        return status();
      }),
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
