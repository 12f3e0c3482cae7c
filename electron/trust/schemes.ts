import { constants, type KeyObject, sign, verify } from 'node:crypto';
import { der, derOid, derSequence, derSmallInteger } from './der.ts';
import { isEcdsaKey, signEcdsa, verifyEcdsa } from './ecdsa.ts';
import { oids } from './oids.ts';

/** How a key signs: ECDSA (P-256, P-384, P-521), RSA of PKCS #1 version 1.5, or RSA-PSS. All over SHA-256. */
export type Scheme = 'ecdsa' | 'rsa' | 'rsa-pss';

const shortestRsa = 2048;
const sha256 = derSequence(derOid(oids.sha256), Buffer.from('0500', 'hex'));

/** The one spelling of each scheme's algorithm identifier. */
export const schemeIdentifiers: Readonly<Record<Scheme, Buffer>> = {
  ecdsa: derSequence(derOid(oids.ecdsaWithSha256)),
  rsa: derSequence(derOid(oids.rsaWithSha256), Buffer.from('0500', 'hex')),
  'rsa-pss': derSequence(
    derOid(oids.rsaPss),
    derSequence(
      der(0xa0, sha256),
      der(0xa1, derSequence(derOid(oids.mgf1), sha256)),
      der(0xa2, derSmallInteger(32)),
    ),
  ),
};

export const schemeByOid: ReadonlyMap<string, Scheme> = new Map([
  [oids.ecdsaWithSha256, 'ecdsa'],
  [oids.rsaWithSha256, 'rsa'],
  [oids.rsaPss, 'rsa-pss'],
]);

const isRsa = (key: KeyObject, ...types: readonly string[]): boolean =>
  types.includes(key.asymmetricKeyType ?? '') &&
  (key.asymmetricKeyDetails?.modulusLength ?? 0) >= shortestRsa;

/** How this key signs here; undefined for keys that are too short or of another kind. */
export function schemeOf(key: KeyObject): Scheme | undefined {
  if (isEcdsaKey(key)) return 'ecdsa';
  if (isRsa(key, 'rsa')) return 'rsa';
  return isRsa(key, 'rsa-pss') ? 'rsa-pss' : undefined;
}

const pss = (key: KeyObject) => ({ key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 });

export function signWith(scheme: Scheme, key: KeyObject, data: Uint8Array): Buffer {
  if (scheme === 'ecdsa') return signEcdsa(key, data);
  return sign('sha256', data, scheme === 'rsa' ? key : pss(key));
}

/** Whether the signature is right, spelt in its one way, and by a key that may be used for that scheme. */
export function verifyWith(scheme: Scheme, key: KeyObject, data: Uint8Array, signature: Uint8Array): boolean {
  if (scheme === 'ecdsa') return verifyEcdsa(key, data, signature);
  if (scheme === 'rsa') return isRsa(key, 'rsa') && verify('sha256', data, key, signature);
  return isRsa(key, 'rsa', 'rsa-pss') && verify('sha256', data, pss(key), signature);
}

/** No signature by this key is longer, in bytes. */
export function longestSignature(key: KeyObject): number {
  const bits = key.asymmetricKeyDetails?.modulusLength;
  return bits === undefined ? 144 : Math.ceil(bits / 8);
}
