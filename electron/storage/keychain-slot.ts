import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { isoInstantSchema } from '#shared/domain/dates.ts';
import type { Keychain } from '../services/ports/keychain.ts';
import { base64Of, boundToSlot, hkdfSchema, saltBytes, wrappedSchema } from './key-slot.ts';
import { keyBytes, openMessage, sealMessage, subkey } from './seal.ts';

/** Opens with a random secret that only this computer's keychain can give back. */
export const keychainSlotSchema = z.strictObject({
  kind: z.literal('keychain'),
  kdf: hkdfSchema,
  madeAt: isoInstantSchema,
  /** The secret, as the keychain protects it. */
  guarded: base64Of(1, 4096),
  wrapped: wrappedSchema,
});
export type KeychainSlot = Readonly<z.output<typeof keychainSlotSchema>>;

const derive = (secret: Uint8Array, { salt }: KeychainSlot['kdf']) =>
  subkey(secret, Buffer.from(salt, 'base64'), 'slot/keychain');

/** Fails when the keychain will not take the secret. */
export async function wrapInKeychain(
  dataKey: Uint8Array,
  vaultId: string,
  keychain: Keychain,
  madeAt: string,
): Promise<KeychainSlot> {
  const secret = randomBytes(keyBytes);
  const kdf = { name: 'hkdf-sha256', salt: randomBytes(saltBytes).toString('base64') } as const;
  const slot = { kind: 'keychain', kdf, madeAt, guarded: await keychain.protect(secret) } as const;
  const key = derive(secret, kdf);
  const wrapped = sealMessage(key, dataKey, boundToSlot(vaultId, slot)).toString('base64');
  key.fill(0);
  secret.fill(0);
  return { ...slot, wrapped };
}

export type FromKeychain = { readonly dataKey: Buffer; readonly renew: boolean };

/** Undefined when this computer's keychain is not the one that protected the secret, or anything was changed. */
export async function unwrapInKeychain(
  slot: KeychainSlot,
  vaultId: string,
  keychain: Keychain,
): Promise<FromKeychain | undefined> {
  const found = await keychain.unprotect(slot.guarded);
  if (found === undefined) return undefined;
  const key = derive(found.bytes, slot.kdf);
  const dataKey = openMessage(key, Buffer.from(slot.wrapped, 'base64'), boundToSlot(vaultId, slot));
  key.fill(0);
  return dataKey === undefined ? undefined : { dataKey, renew: found.renew };
}
