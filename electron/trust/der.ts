import { ObjectIdentifier } from 'asn1js';

/** One DER value: tag, shortest length, and the parts in order. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (length < 128) return Buffer.concat([Uint8Array.of(tag, length), ...parts]);
  const bytes = Buffer.from(
    length.toString(16).padStart(length > 0xffff ? 6 : length > 0xff ? 4 : 2, '0'),
    'hex',
  );
  return Buffer.concat([Uint8Array.of(tag, 128 + bytes.length), bytes, ...parts]);
}

export const derSequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
export const derOctets = (bytes: Uint8Array): Buffer => der(0x04, bytes);
export const derSmallInteger = (value: number): Buffer => der(0x02, Uint8Array.of(value));
export const derOid = (value: string): Buffer => Buffer.from(new ObjectIdentifier({ value }).toBER());
/** The members of a set (or of an implicitly tagged one) in the order DER demands: by their bytes. */
export const derSet = (parts: readonly Uint8Array[], tag = 0x31): Buffer =>
  der(tag, ...parts.toSorted(Buffer.compare));

/** A copy in a buffer of its own, which is what asn1js asks for. */
export const plainBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);
