import { createCipheriv, createDecipheriv, hkdfSync, randomFillSync } from 'node:crypto';
import { giveBack } from './give-back.ts';

const cipher = 'aes-256-gcm';
export const nonceBytes = 12;
export const tagBytes = 16;
export const keyBytes = 32;

/** A key for one purpose, so that no two kinds of file ever share one. HKDF-SHA-256. */
export function subkey(key: Uint8Array, salt: Uint8Array | string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, `waymark/1/${purpose}`, keyBytes));
}

type Parts = readonly [text: Buffer, tag: Buffer];

function sealed(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, bound: Uint8Array): Parts {
  const sealer = createCipheriv(cipher, key, nonce);
  sealer.setAAD(bound);
  const text = sealer.update(plain);
  sealer.final();
  return [text, sealer.getAuthTag()];
}

/** AES-256-GCM with a nonce the caller promises never to use twice under this key. Text and tag, joined. */
export function sealWith(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, bound: Uint8Array): Buffer {
  return Buffer.concat(sealed(key, nonce, plain, bound), plain.length + tagBytes);
}

/** The same, put into a room that is used again: what many large ones leave behind takes long to clear up. */
export function sealInto(
  room: Buffer,
  key: Uint8Array,
  nonce: Uint8Array,
  plain: Uint8Array,
  bound: Uint8Array,
): Buffer {
  const [text, tag] = sealed(key, nonce, plain, bound);
  room.set(text);
  room.set(tag, text.length);
  const { length } = text;
  giveBack([text]);
  return room.subarray(0, length + tag.length);
}

/** The plain bytes, or undefined when anything at all was changed. Nothing unauthenticated leaves it. */
export function openWith(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  bound: Uint8Array,
): Buffer | undefined {
  if (sealed.length < tagBytes) return undefined;
  const opener = createDecipheriv(cipher, key, nonce, { authTagLength: tagBytes });
  opener.setAAD(bound);
  opener.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const plain = opener.update(sealed.subarray(0, sealed.length - tagBytes));
  try {
    opener.final();
    return plain;
  } catch {
    return undefined;
  }
}

// Asking the system for randomness costs as much as sealing a record: it is fetched for many nonces at once.
const nonces = Buffer.alloc(nonceBytes * 256);
let noncesUsed = nonces.length;

/** Good until the next call. */
function freshNonce(): Buffer {
  if (noncesUsed === nonces.length) {
    randomFillSync(nonces);
    noncesUsed = 0;
  }
  noncesUsed += nonceBytes;
  return nonces.subarray(noncesUsed - nonceBytes, noncesUsed);
}

/** One message under a fresh random nonce, which goes in front. */
export function sealMessage(key: Uint8Array, plain: Uint8Array, bound: Uint8Array): Buffer {
  const nonce = freshNonce();
  return Buffer.concat([nonce, ...sealed(key, nonce, plain, bound)], nonceBytes + plain.length + tagBytes);
}

export function openMessage(key: Uint8Array, sealed: Uint8Array, bound: Uint8Array): Buffer | undefined {
  if (sealed.length < nonceBytes) return undefined;
  return openWith(key, sealed.subarray(0, nonceBytes), sealed.subarray(nonceBytes), bound);
}

/**
 * Nonce of one chunk of a stream (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizar, 2015): a counter
 * and a flag on the last chunk, so that chunks can be neither moved, dropped nor cut off. One fresh key per stream.
 */
export function chunkNonce(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(nonceBytes);
  nonce.writeUIntBE(index, nonceBytes - 7, 6);
  nonce[nonceBytes - 1] = last ? 1 : 0;
  return nonce;
}
