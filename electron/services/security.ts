import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import { recoveryCodeIssue, shortVaultId } from '#shared/domain/recovery-code.ts';
import { refuseWeak } from './passphrase.ts';
import type { OpenVault, Ports } from './ports.ts';
import type { Session } from './session.ts';
import { changeSettings, lockAfterOf, recoveryStandingOf } from './settings.ts';

/** Typos are named before anything is tried. Fails with INVALID. */
export function refuseTypos(code: string): void {
  const issue = recoveryCodeIssue(code);
  if (issue !== null) throw failure('INVALID', { issues: [{ path: ['code'], code: issue }] });
}

async function refuseWrong(vault: OpenVault, passphrase: string): Promise<void> {
  if (!(await vault.checkPassphrase(passphrase))) throw failure('WRONG_PASSPHRASE', {});
}

async function refuseWrongCode(vault: OpenVault, code: string): Promise<void> {
  refuseTypos(code);
  if (!(await vault.keys.checkRecoveryCode(code))) throw failure('WRONG_RECOVERY_CODE', {});
}

export function createSecurityService(ports: Ports, session: Session): Services['security'] {
  const get = async () => {
    const vault = session.vault();
    const { recovery, keychain } = vault.keys.state();
    return {
      vault: shortVaultId(vault.keys.vaultId),
      recovery: { standing: recoveryStandingOf(vault), madeAt: recovery?.madeAt ?? null },
      keychain: { available: await ports.keychain.available(), madeAt: keychain?.madeAt ?? null },
      lockAfter: lockAfterOf(vault),
    };
  };
  return {
    get,
    changePassphrase: async ({ proof, newPassphrase }) => {
      const vault = session.vault();
      refuseWeak(newPassphrase);
      if ('passphrase' in proof) await refuseWrong(vault, proof.passphrase);
      else await refuseWrongCode(vault, proof.code);
      await vault.keys.changePassphrase(newPassphrase);
      return get();
    },
    newRecoveryCode: async ({ passphrase }) => {
      const vault = session.vault();
      await refuseWrong(vault, passphrase);
      const code = await vault.keys.newRecoveryCode();
      return {
        code,
        madeAt: vault.keys.state().recovery?.madeAt ?? '',
        vault: shortVaultId(vault.keys.vaultId),
      };
    },
    recoveryPageKept: async () => {
      const madeAt = session.vault().keys.state().recovery?.madeAt;
      if (madeAt !== undefined) await changeSettings(session, 'recovery.kept', { recoveryPageKept: madeAt });
      return get();
    },
    recoveryPage: async ({ code }) => {
      const vault = session.vault();
      await refuseWrongCode(vault, code);
      const short = shortVaultId(vault.keys.vaultId);
      const madeAt = vault.keys.state().recovery?.madeAt ?? ports.clock.now().toISOString();
      const pdf = await ports.recoveryPages.render({ code, vault: short, madeAt });
      return { name: `Waymark recovery page ${short}.pdf`, pdf };
    },
    keepInKeychain: async ({ passphrase }) => {
      const vault = session.vault();
      if (!(await ports.keychain.available())) throw failure('NO_KEYCHAIN', {});
      await refuseWrong(vault, passphrase);
      await vault.keys.keepInKeychain();
      return get();
    },
    forgetKeychain: async () => {
      await session.vault().keys.forgetKeychain();
      return get();
    },
    setLockAfter: async ({ lockAfter }) => {
      await changeSettings(session, 'settings.lock-after', { lockAfter });
      return get();
    },
  };
}
