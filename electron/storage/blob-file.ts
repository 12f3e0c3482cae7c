import { type Damage, damaged, newer } from './faults.ts';
import { chunkNonce, openWith, sealInto, sealWith, subkey, tagBytes } from './seal.ts';

/**
 * A blob on disk: magic and format digit, salt of the file's own key, the sealed facts (SHA-256 and size), then the
 * bytes in sealed chunks of 1 MiB, the last one marked as last. Facts are chunk 0, so they cannot be swapped with
 * another file's.
 */
const magic = 'WMB';
const format = 1;
const saltBytes = 32;
const factsBytes = 32 + 8;
const factsAt = 4 + saltBytes;
export const chunksAt = factsAt + factsBytes + tagBytes;
export const chunkBytes = 1024 ** 2;
export const sealedChunkBytes = chunkBytes + tagBytes;

export type BlobKeys = { readonly key: Uint8Array; readonly vaultId: string; readonly store: string };
export type BlobFacts = { readonly hash: string; readonly size: number };

export const chunkCount = (size: number) => Math.max(1, Math.ceil(size / chunkBytes));
/** Bytes on disk for so many plain bytes. */
export const fileBytes = (size: number) => chunksAt + size + chunkCount(size) * tagBytes;
export const chunkPosition = (index: number) => chunksAt + index * sealedChunkBytes;

const boundTo = ({ vaultId, store }: BlobKeys) => Buffer.from(`waymark/1/blob\n${vaultId}\n${store}`);

/** Seals the parts of one new file under its own key. */
export function createBlobSealer(keys: BlobKeys, salt: Uint8Array) {
  const key = subkey(keys.key, salt, 'blob');
  const bound = boundTo(keys);
  return {
    start: ({ hash, size }: BlobFacts) => {
      const facts = Buffer.alloc(factsBytes);
      facts.write(hash, 'hex');
      facts.writeBigUInt64BE(BigInt(size), 32);
      const sealed = sealWith(key, chunkNonce(0, false), facts, bound);
      return Buffer.concat([Buffer.from(`${magic}${format}`), salt, sealed]);
    },
    /** @param room `sealedChunkBytes` of it, of which the sealed chunk is a part. */
    chunk: (index: number, last: boolean, plain: Uint8Array, room = Buffer.allocUnsafe(sealedChunkBytes)) =>
      sealInto(room, key, chunkNonce(index + 1, last), plain, bound),
  };
}

/** Reads a file's start. Fails with VAULT_DAMAGED or VAULT_NEWER. @param name for the message. */
export function openBlobStart(keys: BlobKeys, name: string, start: Uint8Array) {
  const fault = (what: Damage) => damaged(name, what);
  const text = Buffer.from(start.subarray(0, 4)).toString('latin1');
  if (start.length < chunksAt) throw fault('truncated');
  if (!text.startsWith(magic) || !/[1-9]/.test(text.slice(3))) throw fault('unreadable');
  if (Number(text.slice(3)) > format) throw newer(name, `attachment format ${text.slice(3)}`);
  const key = subkey(keys.key, start.subarray(4, factsAt), 'blob');
  const bound = boundTo(keys);
  const facts = openWith(key, chunkNonce(0, false), start.subarray(factsAt, chunksAt), bound);
  if (facts === undefined) throw fault('altered');
  return {
    hash: facts.toString('hex', 0, 32),
    size: Number(facts.readBigUInt64BE(32)),
    chunk: (index: number, last: boolean, sealed: Uint8Array) => {
      const plain = openWith(key, chunkNonce(index + 1, last), sealed, bound);
      if (plain === undefined) throw fault('altered');
      return plain;
    },
  };
}
