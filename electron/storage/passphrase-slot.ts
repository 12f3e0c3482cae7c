import { randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { boundToSlot, saltBytes, saltSchema, wrappedSchema } from './key-slot.ts';
import { keyBytes, openMessage, sealMessage } from './seal.ts';

/** Opens with the passphrase. */
export const passphraseSlotSchema = z.strictObject({
  kind: z.literal('passphrase'),
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    // Bounds both ways: weaker is an attack, much stronger would eat all memory before it could be refused.
    N: z.literal([2 ** 17, 2 ** 18, 2 ** 19, 2 ** 20]),
    r: z.literal(8),
    p: z.literal([1, 2, 4]),
    salt: saltSchema,
  }),
  wrapped: wrappedSchema,
});
export type PassphraseSlot = Readonly<z.output<typeof passphraseSlotSchema>>;
type Kdf = PassphraseSlot['kdf'];

function derive(passphrase: string, { N, r, p, salt }: Kdf): Promise<Buffer> {
  // The same letters typed on two keyboards may come as different code points; NFKC makes them one passphrase.
  const secret = passphrase.normalize('NFKC');
  return new Promise((resolve, reject) =>
    scrypt(
      secret,
      Buffer.from(salt, 'base64'),
      keyBytes,
      { N, r, p, maxmem: 128 * N * r * p + 64 * 1024 ** 2 },
      (error, key) => (error === null ? resolve(key) : reject(error)),
    ),
  );
}

/** Vaults of format 1 bound a slot less tightly; their slots open only in a header of that format, and the other way round. */
const boundTo = (format: 1 | 2 | 3, vaultId: string, slot: Omit<PassphraseSlot, 'wrapped'>) =>
  format === 1
    ? Buffer.from(canonicalJson({ purpose: 'waymark/1/data-key', vaultId, kdf: slot.kdf }))
    : boundToSlot(vaultId, slot);

/** Wraps the data key under a passphrase: scrypt N=2^17 r=8 p=1 (128 MiB, about a quarter of a second). */
export async function wrapDataKey(
  dataKey: Uint8Array,
  vaultId: string,
  passphrase: string,
): Promise<PassphraseSlot> {
  const kdf: Kdf = {
    name: 'scrypt',
    N: 2 ** 17,
    r: 8,
    p: 1,
    salt: randomBytes(saltBytes).toString('base64'),
  };
  const slot = { kind: 'passphrase', kdf } as const;
  const key = await derive(passphrase, kdf);
  const wrapped = sealMessage(key, dataKey, boundTo(2, vaultId, slot)).toString('base64');
  key.fill(0);
  return { ...slot, wrapped };
}

/** The data key, or undefined when the passphrase or anything in the slot is not what it was. */
export async function unwrapDataKey(
  slot: PassphraseSlot,
  vaultId: string,
  passphrase: string,
  format: 1 | 2 | 3 = 2,
): Promise<Buffer | undefined> {
  const key = await derive(passphrase, slot.kdf);
  const { wrapped, ...about } = slot;
  const dataKey = openMessage(key, Buffer.from(wrapped, 'base64'), boundTo(format, vaultId, about));
  key.fill(0);
  return dataKey;
}
