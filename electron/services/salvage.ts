import { failure, isFailure } from '#shared/domain/failure.ts';
import type { SalvageReport } from '#shared/domain/salvage.ts';
import type { OpenVault, Ports, VaultFault } from './ports.ts';
import type { Session } from './session.ts';

/** The damage an opening was refused for, so that the screen about it stays until somebody decides. */
export type RefusedVault = {
  readonly fault: () => VaultFault | undefined;
  readonly forget: () => void;
  /** Does it, remembering when it fails with VAULT_DAMAGED. */
  readonly watching: <T>(opening: () => Promise<T>) => Promise<T>;
};

export function createRefusedVault(): RefusedVault {
  let fault: VaultFault | undefined;
  return {
    fault: () => fault,
    forget: () => {
      fault = undefined;
    },
    watching: async (opening) => {
      try {
        const opened = await opening();
        fault = undefined;
        return opened;
      } catch (thrown) {
        if (isFailure(thrown) && thrown.failure === 'VAULT_DAMAGED') {
          fault = { code: 'VAULT_DAMAGED', data: thrown.data } as VaultFault;
        }
        throw thrown;
      }
    },
  };
}

/** Closes what is open, for somebody who knows the passphrase. */
async function closeFor(session: Session, passphrase: string): Promise<void> {
  const open = session.current();
  if (open !== undefined && !session.isSample() && !(await open.checkPassphrase(passphrase))) {
    throw failure('WRONG_PASSPHRASE', {});
  }
  await session.close();
}

/** Says in each journal that was cut that this is where it was: the gap is part of the history. */
async function noteInHistory(vault: OpenVault, report: SalvageReport): Promise<void> {
  const cut = report.findings.filter(({ kind, canSetAside }) => kind === 'journal' && canSetAside);
  for (const store of new Set(cut.map((finding) => finding.store))) {
    const id = /^portfolios\/(.+)$/.exec(store)?.[1];
    const records = id === undefined ? vault.profile : await vault.openPortfolio(id);
    await records?.commit('vault.salvage', []);
  }
}

/** Reads the whole vault and says what is damaged. Whatever is open is closed first; nothing is changed on disk. */
export async function examineVault(
  ports: Ports,
  session: Session,
  passphrase: string,
): Promise<SalvageReport> {
  await closeFor(session, passphrase);
  return ports.vaults.findDamage(ports.vaultFolder, passphrase);
}

/** Sets what is damaged aside and opens the good part; the caller takes it from here. */
export async function salvageVault(
  ports: Ports,
  session: Session,
  passphrase: string,
): Promise<{ readonly vault: OpenVault; readonly report: SalvageReport }> {
  await closeFor(session, passphrase);
  const { vault, report } = await ports.vaults.salvage(ports.vaultFolder, passphrase);
  try {
    await noteInHistory(vault, report);
  } catch (thrown) {
    await vault.close().catch(() => ports.log('close-failed', {}));
    throw thrown;
  }
  return { vault, report };
}
