import { failure } from '#shared/domain/failure.ts';
import { readRecoveryCode } from '#shared/domain/recovery-code.ts';
import type { Keychain } from '../services/ports/keychain.ts';
import type { Secret } from '../services/ports/reading.ts';
import { type FromKeychain, unwrapInKeychain } from './keychain-slot.ts';
import { unwrapDataKey, wrapDataKey } from './passphrase-slot.ts';
import { unwrapUnderCode } from './recovery-slot.ts';
import {
  assertSealed,
  broughtUp,
  type SealedHeader,
  sealedHeader,
  slotOf,
  type VaultHeader,
} from './vault-header.ts';

// Each gives the data key of a header, checked to be the header its owner wrote, or fails; VAULT_DAMAGED among others.

/** Fails with WRONG_PASSPHRASE. */
export async function keyByPassphrase(header: VaultHeader, passphrase: string): Promise<Buffer> {
  for (const slot of header.keys) {
    if (slot.kind !== 'passphrase') continue;
    const key = await unwrapDataKey(slot, header.vaultId, passphrase, header.format);
    if (key === undefined) continue;
    assertSealed(key, header);
    return key;
  }
  throw failure('WRONG_PASSPHRASE', {});
}

/**
 * Fails with WRONG_RECOVERY_CODE, also for a code with a typo: the screen finds those before it asks.
 * @param code as typed.
 */
export function keyByRecoveryCode(header: VaultHeader, code: string): Buffer {
  const read = readRecoveryCode(code);
  const slot = slotOf(header, 'recovery');
  if (read.is !== 'code' || slot === undefined) throw failure('WRONG_RECOVERY_CODE', {});
  const key = unwrapUnderCode(slot, header.vaultId, read.bytes);
  if (key === undefined) throw failure('WRONG_RECOVERY_CODE', {});
  assertSealed(key, header);
  return key;
}

/** Fails with WRONG_PASSPHRASE or WRONG_RECOVERY_CODE. */
export const keyBySecret = async (header: VaultHeader, secret: Secret): Promise<Buffer> =>
  'passphrase' in secret
    ? keyByPassphrase(header, secret.passphrase)
    : keyByRecoveryCode(header, secret.recoveryCode);

/**
 * A header as today's format has it, with all its ways in: one of format 1 is wrapped anew, bound as format 2 binds it, so
 * that the old slot opens nothing in a header of the new form.
 * @param secret what opened it.
 */
export async function headerOfToday(
  found: VaultHeader,
  dataKey: Buffer,
  secret: Secret,
): Promise<SealedHeader> {
  if (found.format !== 1) return broughtUp(dataKey, found);
  // Format 1 has no other way in.
  if (!('passphrase' in secret)) throw failure('WRONG_RECOVERY_CODE', {});
  const slot = await wrapDataKey(dataKey, found.vaultId, secret.passphrase);
  return sealedHeader(dataKey, found.vaultId, [slot]);
}

/** Fails with NO_KEYCHAIN: none here, not the one that was used, or this vault never used one. */
export async function keyByKeychain(header: VaultHeader, keychain: Keychain): Promise<FromKeychain> {
  const slot = slotOf(header, 'keychain');
  if (slot === undefined || !(await keychain.available())) throw failure('NO_KEYCHAIN', {});
  const found = await unwrapInKeychain(slot, header.vaultId, keychain);
  if (found === undefined) throw failure('NO_KEYCHAIN', {});
  assertSealed(found.dataKey, header);
  return found;
}
