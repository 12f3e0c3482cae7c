import { isFailure } from '#shared/domain/failure.ts';
import { type SealingReason, sameHeads, textOfHeads } from '#shared/domain/sealed-heads.ts';
import type { OpenVault, Ports, Signer } from './ports.ts';

type Needs = Pick<Ports, 'clock' | 'signers'>;

/** The owner's newest key that opens without a passphrase of its own. Undefined while a vault is being furnished. */
async function ownerSigner(ports: Needs, vault: OpenVault): Promise<Signer | undefined> {
  const keys = [...vault.profile.all('signers').values()]
    .filter((signer) => signer.owner && signer.source === undefined)
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  for (const key of keys) {
    try {
      return await ports.signers.open(key, null);
    } catch (thrown) {
      // A key brought along from elsewhere has a passphrase of its own.
      if (!isFailure(thrown)) throw thrown;
    }
  }
  return undefined;
}

/**
 * Seals where every journal stands now, with the owner's key of this device. From then on a journal that was cut or
 * written anew is found when the vault is opened. Nothing is written when nothing was saved since the last seal.
 */
export async function sealHeads(ports: Needs, vault: OpenVault, why: SealingReason): Promise<void> {
  const stores = vault.heads.current();
  const last = vault.heads.sealed();
  if (last !== undefined && sameHeads(last.stores, stores)) return;
  const signer = await ownerSigner(ports, vault);
  if (signer === undefined) return;
  const heads = { format: 1, vaultId: vault.id, at: ports.clock.now().toISOString(), why, stores } as const;
  await vault.heads.keep({
    ...heads,
    certificates: signer.record.certificates,
    signature: await signer.seal(textOfHeads(heads)),
  });
}

/** The same, where a seal that cannot be had must not stop what it was for. */
export async function trySealHeads(
  ports: Needs & Pick<Ports, 'log'>,
  vault: OpenVault,
  why: SealingReason,
): Promise<void> {
  await sealHeads(ports, vault, why).catch(() => ports.log('seal-heads-failed', { why }));
}
