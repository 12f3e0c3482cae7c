import { randomBytes } from 'node:crypto';
import { chunkNonce, keyBytes, openWith, sealWith, tagBytes } from './seal.ts';

/** How a waiting file's pieces are kept on disk. */
export type Cover = {
  /** Bytes that each piece is longer on disk. */
  readonly extra: number;
  /** @param number never the same for two different texts. */
  readonly close: (number: number, last: boolean, plain: Uint8Array) => Uint8Array;
  /** Undefined when the piece was changed. */
  readonly open: (number: number, last: boolean, kept: Uint8Array) => Uint8Array | undefined;
  readonly forget: () => void;
};

const nothing = Buffer.alloc(0);

/** Sealed under a key that lives in memory alone. */
export function sealing(): Cover {
  const key = randomBytes(keyBytes);
  return {
    extra: tagBytes,
    close: (number, last, plain) => sealWith(key, chunkNonce(number, last), plain, nothing),
    open: (number, last, kept) => openWith(key, chunkNonce(number, last), kept, nothing),
    forget: () => key.fill(0),
  };
}

/** As they are: ciphertext that only its recipients can read gains nothing by being encrypted once more. */
export const asItIs: Cover = {
  extra: 0,
  close: (_number, _last, plain) => plain,
  open: (_number, _last, kept) => kept,
  forget: () => undefined,
};

const ageStart = Buffer.from('age-encryption.org/v1\n');

/** Whether a file that begins so is encrypted already: a package. */
export const isEncrypted = (start: Uint8Array): boolean =>
  ageStart.equals(start.subarray(0, ageStart.length));
