import { randomBytes } from 'node:crypto';
import { failure, isFailure } from '#shared/domain/failure.ts';
import { createInTurn } from '#shared/domain/in-turn.ts';
import { formatRecoveryCode, recoveryCodeBytes } from '#shared/domain/recovery-code.ts';
import type { Keychain } from '../services/ports/keychain.ts';
import type { VaultKeys } from '../services/ports/keys.ts';
import type { Clock } from '../services/ports.ts';
import { orStorageFailure } from './faults.ts';
import type { Files } from './files.ts';
import { wrapInKeychain } from './keychain-slot.ts';
import { wrapDataKey } from './passphrase-slot.ts';
import { wrapUnderCode } from './recovery-slot.ts';
import { keyByPassphrase, keyByRecoveryCode } from './unlock-header.ts';
import {
  type KeySlot,
  type SealedHeader,
  type SlotKind,
  sealedHeader,
  slotOf,
  writeHeader,
} from './vault-header.ts';

export type VaultKeysParts = {
  readonly files: Files;
  readonly clock: Pick<Clock, 'now'>;
  readonly folder: string;
  readonly keychain: Keychain;
  readonly dataKey: Buffer;
  readonly header: SealedHeader;
  /** False while the header must stay as it is: an older format whose backup is still to be made. */
  readonly mayWrite: () => boolean;
};

/** True for a wrong key; damage and other faults are thrown on. */
async function refused(work: () => unknown): Promise<boolean> {
  try {
    await work();
    return false;
  } catch (thrown) {
    if (isFailure(thrown) && /^WRONG_/.test(thrown.failure)) return true;
    throw thrown;
  }
}

/** The keys of an open vault, and a `close` that waits for the header being written and refuses any further one. */
export function createVaultKeys(parts: VaultKeysParts): VaultKeys & { readonly close: () => Promise<void> } {
  const { files, clock, folder, keychain, dataKey, mayWrite } = parts;
  const { vaultId } = parts.header;
  const inTurn = createInTurn();
  let header = parts.header;
  let closed = false;

  /** The new header is in force only when it is on disk. */
  const replace = (kind: SlotKind, make: () => Promise<KeySlot | null>) =>
    inTurn(() =>
      orStorageFailure(async () => {
        if (closed) throw failure('LOCKED', {});
        if (!mayWrite()) throw failure('READ_ONLY', {});
        const slot = await make();
        const others = header.keys.filter((other) => other.kind !== kind);
        const next = sealedHeader(dataKey, vaultId, slot === null ? others : [...others, slot]);
        await writeHeader(files, folder, next);
        header = next;
      }),
    );
  const now = () => clock.now().toISOString();

  return {
    vaultId,
    state: () => {
      const [recovery, kept] = [slotOf(header, 'recovery'), slotOf(header, 'keychain')];
      return {
        recovery: recovery === undefined ? null : { madeAt: recovery.madeAt },
        keychain: kept === undefined ? null : { madeAt: kept.madeAt },
      };
    },
    checkPassphrase: async (passphrase) =>
      !(await refused(async () => (await keyByPassphrase(header, passphrase)).fill(0))),
    checkRecoveryCode: async (code) => !(await refused(() => keyByRecoveryCode(header, code).fill(0))),
    changePassphrase: (passphrase) => replace('passphrase', () => wrapDataKey(dataKey, vaultId, passphrase)),
    newRecoveryCode: async () => {
      const bytes = randomBytes(recoveryCodeBytes);
      await replace('recovery', async () => wrapUnderCode(dataKey, vaultId, bytes, now()));
      const code = formatRecoveryCode(bytes);
      bytes.fill(0);
      return code;
    },
    keepInKeychain: async () => {
      if (!(await keychain.available())) throw failure('NO_KEYCHAIN', {});
      await replace('keychain', () => wrapInKeychain(dataKey, vaultId, keychain, now()));
    },
    forgetKeychain: async () => {
      if (slotOf(header, 'keychain') !== undefined) await replace('keychain', async () => null);
    },
    close: () =>
      inTurn(async () => {
        closed = true;
      }),
  };
}
