/**
 * The bytes of a card: parts in a fixed order, each with its length before it (two bytes, most significant first).
 * One value has one spelling, and certificates and signature stay binary, so that a card fits a QR code.
 */
export function joinParts(parts: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(part.length);
      return [length, part];
    }),
  );
}

/** The parts again. @throws RangeError where the bytes end within one. */
export function splitParts(bytes: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    const length = bytes.readUInt16BE(at);
    at += 2;
    if (at + length > bytes.length) throw new RangeError('a part is cut short');
    parts.push(bytes.subarray(at, at + length));
    at += length;
  }
  return parts;
}

/** Base64url without padding; only the one spelling that writing gives is read. @throws RangeError for any other. */
export function fromBase64url(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new RangeError('not base64url');
  return bytes;
}
