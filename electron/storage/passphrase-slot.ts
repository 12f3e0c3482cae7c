import { randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { keyBytes, openMessage, sealMessage } from './seal.ts';

const base64Schema = z.base64().max(400);

/** One way into the vault. A recovery code or the system's keychain will be further kinds in the same list. */
export const passphraseSlotSchema = z.strictObject({
  kind: z.literal('passphrase'),
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    // Bounds both ways: weaker is an attack, much stronger would eat all memory before it could be refused.
    N: z.literal([2 ** 17, 2 ** 18, 2 ** 19, 2 ** 20]),
    r: z.literal(8),
    p: z.literal([1, 2, 4]),
    salt: base64Schema,
  }),
  wrapped: base64Schema,
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

/** The parameters are authenticated with the key: changing any of them makes the slot refuse to open. */
const boundTo = (vaultId: string, kdf: Kdf) =>
  Buffer.from(canonicalJson({ purpose: 'waymark/1/data-key', vaultId, kdf }));

/** Wraps the data key under a passphrase: scrypt N=2^17 r=8 p=1 (128 MiB, about a quarter of a second). */
export async function wrapDataKey(
  dataKey: Uint8Array,
  vaultId: string,
  passphrase: string,
): Promise<PassphraseSlot> {
  const kdf: Kdf = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: randomBytes(32).toString('base64') };
  const key = await derive(passphrase, kdf);
  const wrapped = sealMessage(key, dataKey, boundTo(vaultId, kdf)).toString('base64');
  key.fill(0);
  return { kind: 'passphrase', kdf, wrapped };
}

/** The data key, or undefined when the passphrase or anything in the slot is not what it was. */
export async function unwrapDataKey(
  slot: PassphraseSlot,
  vaultId: string,
  passphrase: string,
): Promise<Buffer | undefined> {
  const key = await derive(passphrase, slot.kdf);
  const dataKey = openMessage(key, Buffer.from(slot.wrapped, 'base64'), boundTo(vaultId, slot.kdf));
  key.fill(0);
  return dataKey;
}
