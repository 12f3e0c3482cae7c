import { createHmac, pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { failure } from '#shared/domain/failure.ts';
import { type Asn1, childrenOf, descend, oidOf } from '../asn1-tree.ts';
import { hmacs, iterationsOf, octets, whole } from './decrypt.ts';
import { bmpPassword, deriveBytes, kdfUse } from './kdf.ts';

const oids = { pbmac1: '1.2.840.113549.1.5.14', pbkdf2: '1.2.840.113549.1.5.12' } as const;
const hashes: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const unsupported = () => failure('KEY_FILE', { why: 'unsupported' });
/** Bytes; no honest file asks for a longer key than its hash has. */
const longestKey = 64;

type Mark = { readonly hash: string; readonly key: Buffer };

/** PBMAC1 with PBKDF2 (RFC 9579), which OpenSSL writes from 3.4 on. The key's length has to be said. */
async function pbmac1(parameters: Asn1 | undefined, password: string): Promise<Mark> {
  const derivation = descend(parameters, 0);
  const hash = hmacs[oidOf(descend(parameters, 1, 0))];
  const [salt, rounds, length, prf] = childrenOf(descend(derivation, 1));
  // Without a function of its own it is HMAC with SHA-1, which RFC 9579 leaves to the reader to refuse.
  const derive = hmacs[oidOf(descend(prf, 0))];
  if (oidOf(descend(derivation, 0)) !== oids.pbkdf2 || hash === undefined || derive === undefined)
    throw unsupported();
  const keyLength = whole(length);
  if (keyLength > longestKey) throw unsupported();
  const secret = Buffer.from(password, 'utf8');
  return {
    hash,
    key: await promisify(pbkdf2)(secret, octets(salt), iterationsOf(rounds), keyLength, derive),
  };
}

/**
 * The mark over the whole content proves the password before anything is decrypted. A file without one is read on.
 * Fails with KEY_FILE: `password` or `unsupported`.
 */
export async function checkMac(macData: Asn1 | undefined, content: Buffer, password: string): Promise<void> {
  if (macData === undefined) return;
  const [digestInfo, salt, iterations] = childrenOf(macData);
  const expected = octets(descend(digestInfo, 1));
  const algorithm = oidOf(descend(digestInfo, 0, 0));
  let mark: Mark;
  if (algorithm === oids.pbmac1) {
    mark = await pbmac1(descend(digestInfo, 0, 1), password);
  } else {
    const hash = hashes[algorithm];
    if (hash === undefined) throw unsupported();
    const secret = bmpPassword(password);
    const rounds = iterationsOf(iterations);
    mark = { hash, key: deriveBytes(hash, kdfUse.mac, secret, octets(salt), rounds, expected.length) };
  }
  const actual = createHmac(mark.hash, mark.key).update(content).digest();
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected))
    throw failure('KEY_FILE', { why: 'password' });
}
