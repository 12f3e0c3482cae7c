import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { isoInstantSchema } from '#shared/domain/dates.ts';
import { boundToSlot, hkdfSchema, saltBytes, wrappedSchema } from './key-slot.ts';
import { openMessage, sealMessage, subkey } from './seal.ts';

/** Opens with the printed recovery code: 160 random bits, so a fast derivation gives a guesser nothing. */
export const recoverySlotSchema = z.strictObject({
  kind: z.literal('recovery'),
  kdf: hkdfSchema,
  /** When the code was made, so that its page can be told from an older one. */
  madeAt: isoInstantSchema,
  wrapped: wrappedSchema,
});
export type RecoverySlot = Readonly<z.output<typeof recoverySlotSchema>>;

const derive = (code: Uint8Array, { salt }: RecoverySlot['kdf']) =>
  subkey(code, Buffer.from(salt, 'base64'), 'slot/recovery');

export function wrapUnderCode(
  dataKey: Uint8Array,
  vaultId: string,
  code: Uint8Array,
  madeAt: string,
): RecoverySlot {
  const kdf = { name: 'hkdf-sha256', salt: randomBytes(saltBytes).toString('base64') } as const;
  const slot = { kind: 'recovery', kdf, madeAt } as const;
  const key = derive(code, kdf);
  const wrapped = sealMessage(key, dataKey, boundToSlot(vaultId, slot)).toString('base64');
  key.fill(0);
  return { ...slot, wrapped };
}

/** The data key, or undefined when the code or anything in the slot is not what it was. */
export function unwrapUnderCode(slot: RecoverySlot, vaultId: string, code: Uint8Array): Buffer | undefined {
  const key = derive(code, slot.kdf);
  const dataKey = openMessage(key, Buffer.from(slot.wrapped, 'base64'), boundToSlot(vaultId, slot));
  key.fill(0);
  return dataKey;
}
