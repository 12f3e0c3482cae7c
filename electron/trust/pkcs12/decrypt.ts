import { createDecipheriv, pbkdf2, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { Integer, OctetString } from 'asn1js';
import { failure } from '#shared/domain/failure.ts';
import { type Asn1, childrenOf, descend, oidOf } from '../asn1-tree.ts';
import { bmpPassword, deriveBytes, kdfUse } from './kdf.ts';

const unsupported = () => failure('KEY_FILE', { why: 'unsupported' });
/** More would keep the machine busy for minutes: no honest file asks for it. */
const maxIterations = 5_000_000;

const ciphers: Readonly<Record<string, { readonly name: string; readonly keyLength: number }>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyLength: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyLength: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyLength: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyLength: 24 },
};
export const hmacs: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};
const oids = {
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  scrypt: '1.3.6.1.4.1.11591.4.11',
  tripleDes: '1.2.840.113549.1.12.1.3',
} as const;

export function octets(value: Asn1 | undefined): Buffer {
  if (!(value instanceof OctetString)) throw new TypeError('expected octets');
  return Buffer.from(value.getValue());
}
export function whole(value: Asn1 | undefined): number {
  const number = value instanceof Integer ? value.valueBlock.valueDec : Number.NaN;
  if (!Number.isSafeInteger(number) || number < 1) throw new TypeError('expected a number');
  return number;
}
export function iterationsOf(value: Asn1 | undefined): number {
  const iterations = value === undefined ? 1 : whole(value);
  if (iterations > maxIterations) throw unsupported();
  return iterations;
}

/** A wrong password shows as padding that is none, mostly; what it decrypts to is checked by its reader too. */
function decipher(name: string, key: Buffer, iv: Buffer, data: Uint8Array): Buffer {
  const cipher = createDecipheriv(name, key, iv);
  try {
    return Buffer.concat([cipher.update(data), cipher.final()]);
  } catch {
    throw failure('KEY_FILE', { why: 'password' });
  }
}

async function derivedKey(kdf: Asn1 | undefined, password: string, length: number): Promise<Buffer> {
  const [salt, second, ...rest] = childrenOf(descend(kdf, 1));
  const secret = Buffer.from(password, 'utf8');
  if (oidOf(descend(kdf, 0)) === oids.scrypt) {
    const [n, r, p] = [whole(second), whole(rest[0]), whole(rest[1])];
    if (n > 2 ** 20 || n * r > 2 ** 24 || p > 16) throw unsupported();
    const run = promisify(scrypt) as (
      a: Buffer,
      b: Buffer,
      c: number,
      d: { readonly N: number; readonly r: number; readonly p: number; readonly maxmem: number },
    ) => Promise<Buffer>;
    return run(secret, octets(salt), length, { N: n, r, p, maxmem: 129 * n * r * p + 2 ** 20 });
  }
  if (oidOf(descend(kdf, 0)) !== oids.pbkdf2) throw unsupported();
  const algorithm = rest.find((each) => childrenOf(each).length > 0);
  const hash = algorithm === undefined ? 'sha1' : hmacs[oidOf(descend(algorithm, 0))];
  if (hash === undefined) throw unsupported();
  return promisify(pbkdf2)(secret, octets(salt), iterationsOf(second), length, hash);
}

/**
 * Undoes the encryption of one part of a key file: PBES2 (PBKDF2 or scrypt, with AES or triple DES), or the older
 * triple DES of PKCS #12. Fails with KEY_FILE: `password`, or `unsupported` for RC2, RC4 and anything else.
 */
export async function decryptPart(
  algorithm: Asn1 | undefined,
  data: Uint8Array,
  password: string,
): Promise<Buffer> {
  const oid = oidOf(descend(algorithm, 0));
  if (oid === oids.pbes2) {
    const scheme = descend(algorithm, 1, 1);
    const cipher = ciphers[oidOf(descend(scheme, 0))];
    if (cipher === undefined) throw unsupported();
    const key = await derivedKey(descend(algorithm, 1, 0), password, cipher.keyLength);
    return decipher(cipher.name, key, octets(descend(scheme, 1)), data);
  }
  if (oid !== oids.tripleDes) throw unsupported();
  const salt = octets(descend(algorithm, 1, 0));
  const iterations = iterationsOf(descend(algorithm, 1, 1));
  const secret = bmpPassword(password);
  const bytes = (use: number, length: number) => deriveBytes('sha1', use, secret, salt, iterations, length);
  return decipher('des-ede3-cbc', bytes(kdfUse.key, 24), bytes(kdfUse.iv, 8), data);
}
