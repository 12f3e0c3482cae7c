import { failure } from '#shared/domain/failure.ts';
import type { OpenVault, Ports } from './ports.ts';

/**
 * The vault, unless it is what a crash left of one that was being made: a header and no record at all. That one is taken
 * away again, so that it can be made once more. Fails with VAULT_ABSENT; with VAULT_DAMAGED where there are portfolios.
 */
export async function assertFinished(ports: Ports, vault: OpenVault): Promise<OpenVault> {
  if (vault.profile.head().entries > 0 || vault.heads.sealed() !== undefined) return vault;
  await vault.abandon();
  const { state } = await ports.vaults.inspect(ports.vaultFolder);
  if (state === 'absent') throw failure('VAULT_ABSENT', {});
  throw failure('VAULT_DAMAGED', { file: 'profile', what: 'cut' });
}
