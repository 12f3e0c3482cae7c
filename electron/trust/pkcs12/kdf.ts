import { createHash } from 'node:crypto';

/** What the derived bytes are for (RFC 7292, appendix B.3). */
export const kdfUse = { key: 1, iv: 2, mac: 3 } as const;

const blockSizes: Readonly<Record<string, number>> = { sha1: 64, sha256: 64, sha384: 128, sha512: 128 };

/** A password as PKCS #12 wants it: UTF-16, big end first, with two zero bytes after it. */
export const bmpPassword = (password: string): Buffer => Buffer.from(`${password}\0`, 'utf16le').swap16();

function filled(bytes: Uint8Array, block: number): Buffer {
  const length = block * Math.ceil(bytes.length / block);
  return Buffer.from(Array.from({ length }, (_, index) => bytes[index % bytes.length] ?? 0));
}

/** Adds `b` and one to each block of `input`, as numbers with the big end first. */
function addToBlocks(input: Buffer, b: Buffer): void {
  for (let at = 0; at < input.length; at += b.length) {
    let carry = 1;
    for (let index = b.length - 1; index >= 0; index -= 1) {
      const sum = (input[at + index] ?? 0) + (b[index] ?? 0) + carry;
      input[at + index] = sum & 0xff;
      carry = sum >> 8;
    }
  }
}

/** The key derivation of PKCS #12 itself (RFC 7292, appendix B.2), which older files use. */
export function deriveBytes(
  hash: string,
  use: number,
  password: Buffer,
  salt: Uint8Array,
  iterations: number,
  length: number,
): Buffer {
  const block = blockSizes[hash];
  if (block === undefined) throw new TypeError('hash');
  const input = Buffer.concat([filled(salt, block), filled(password, block)]);
  const parts: Buffer[] = [];
  for (let made = 0; made < length; ) {
    let digest = createHash(hash).update(Buffer.alloc(block, use)).update(input).digest();
    for (let round = 1; round < iterations; round += 1) digest = createHash(hash).update(digest).digest();
    parts.push(digest);
    made += digest.length;
    addToBlocks(input, filled(digest, block).subarray(0, block));
  }
  return Buffer.concat(parts).subarray(0, length);
}
