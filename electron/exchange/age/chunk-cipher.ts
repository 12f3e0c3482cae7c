import { createCipheriv, createDecipheriv, getCiphers } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';

/** ChaCha20-Poly1305 under one key. */
export type ChunkCipher = {
  /** Ciphertext with its tag, in one or two parts. */
  readonly seal: (nonce: Uint8Array, plain: Uint8Array) => readonly Uint8Array[];
  /** Undefined when anything at all was changed. */
  readonly open: (nonce: Uint8Array, sealed: Uint8Array) => Uint8Array | undefined;
};

const name = 'chacha20-poly1305';
export const tagBytes = 16;

function native(key: Uint8Array): ChunkCipher {
  const options = { authTagLength: tagBytes } as const;
  return {
    seal: (nonce, plain) => {
      const cipher = createCipheriv(name, key, nonce, options);
      const text = cipher.update(plain);
      cipher.final();
      return [text, cipher.getAuthTag()];
    },
    open: (nonce, sealed) => {
      if (sealed.length < tagBytes) return undefined;
      const split = sealed.length - tagBytes;
      const decipher = createDecipheriv(name, key, nonce, options);
      decipher.setAuthTag(sealed.subarray(split));
      const plain = decipher.update(sealed.subarray(0, split));
      try {
        decipher.final();
        return plain;
      } catch {
        return undefined;
      }
    },
  };
}

function portable(key: Uint8Array): ChunkCipher {
  return {
    seal: (nonce, plain) => [chacha20poly1305(key, nonce).encrypt(plain)],
    open: (nonce, sealed) => {
      try {
        return chacha20poly1305(key, nonce).decrypt(sealed);
      } catch {
        return undefined;
      }
    },
  };
}

export const hasNativeCipher = getCiphers().includes(name);

/** Node's own where it has one, six times as fast; in Electron, whose BoringSSL does not offer it, in JavaScript. */
export const chunkCipher = (key: Uint8Array, inNode = hasNativeCipher): ChunkCipher =>
  inNode ? native(key) : portable(key);
