import { type KeyObject, sign, verify } from 'node:crypto';
import { fromBER, Integer, Sequence } from 'asn1js';

/** The order of each curve's group, by the name Node gives the curve. */
const curveOrders: Readonly<Record<string, bigint>> = {
  prime256v1: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  secp384r1:
    0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  secp521r1:
    0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
};

const orderOf = (key: KeyObject): bigint | undefined =>
  key.asymmetricKeyType === 'ec' ? curveOrders[key.asymmetricKeyDetails?.namedCurve ?? ''] : undefined;

/** Whether this is a key on one of the three curves that are accepted: P-256, P-384 and P-521. */
export const isEcdsaKey = (key: KeyObject): boolean => orderOf(key) !== undefined;

const derOf = (r: bigint, s: bigint): Buffer =>
  Buffer.from(new Sequence({ value: [Integer.fromBigInt(r), Integer.fromBigInt(s)] }).toBER());

/**
 * ECDSA over SHA-256, as DER. Of the two equally good values of `s` the smaller is given, so that a signature has one
 * spelling only.
 */
export function signEcdsa(key: KeyObject, data: Uint8Array): Buffer {
  const order = orderOf(key);
  if (order === undefined) throw new TypeError('not a key for ECDSA');
  const raw = sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' });
  const half = raw.length / 2;
  const r = BigInt(`0x${raw.subarray(0, half).toString('hex')}`);
  const s = BigInt(`0x${raw.subarray(half).toString('hex')}`);
  return derOf(r, s > order / 2n ? order - s : s);
}

/** Whether this is how `signEcdsa` would spell the signature. */
function isCanonicalEcdsa(signature: Uint8Array, order: bigint): boolean {
  const parsed = fromBER(signature).result;
  if (!(parsed instanceof Sequence)) return false;
  const [r, s] = parsed.valueBlock.value;
  if (!(r instanceof Integer) || !(s instanceof Integer) || parsed.valueBlock.value.length !== 2)
    return false;
  const [rValue, sValue] = [r.toBigInt(), s.toBigInt()];
  const inRange = rValue > 0n && rValue < order && sValue > 0n && sValue <= order / 2n;
  return inRange && derOf(rValue, sValue).equals(signature);
}

export function verifyEcdsa(key: KeyObject, data: Uint8Array, signature: Uint8Array): boolean {
  const order = orderOf(key);
  return (
    order !== undefined &&
    isCanonicalEcdsa(signature, order) &&
    verify('sha256', data, { key, dsaEncoding: 'der' }, signature)
  );
}
