import { type KeyObject, sign, verify } from 'node:crypto';
import { fromBER, Integer, Sequence } from 'asn1js';

const curveOrder = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

const derOf = (r: bigint, s: bigint): Buffer =>
  Buffer.from(new Sequence({ value: [Integer.fromBigInt(r), Integer.fromBigInt(s)] }).toBER());

/**
 * ECDSA P-256 over SHA-256, as DER. Of the two equally good values of `s` the smaller is given, so that a signature
 * has one spelling only.
 */
export function signEcdsa(key: KeyObject, data: Uint8Array): Buffer {
  const raw = sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' });
  const r = BigInt(`0x${raw.subarray(0, 32).toString('hex')}`);
  const s = BigInt(`0x${raw.subarray(32).toString('hex')}`);
  return derOf(r, s > curveOrder / 2n ? curveOrder - s : s);
}

/** Whether this is how `signEcdsa` would spell the signature. */
export function isCanonicalEcdsa(signature: Uint8Array): boolean {
  const parsed = fromBER(signature).result;
  if (!(parsed instanceof Sequence)) return false;
  const [r, s] = parsed.valueBlock.value;
  if (!(r instanceof Integer) || !(s instanceof Integer) || parsed.valueBlock.value.length !== 2)
    return false;
  const [rValue, sValue] = [r.toBigInt(), s.toBigInt()];
  const inRange = rValue > 0n && rValue < curveOrder && sValue > 0n && sValue <= curveOrder / 2n;
  return inRange && derOf(rValue, sValue).equals(signature);
}

export const verifyEcdsa = (key: KeyObject, data: Uint8Array, signature: Uint8Array): boolean =>
  isCanonicalEcdsa(signature) && verify('sha256', data, { key, dsaEncoding: 'der' }, signature);
