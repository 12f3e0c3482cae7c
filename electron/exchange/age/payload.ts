import { hkdfSync } from 'node:crypto';
import type { ByteSource } from '../byte-source.ts';
import { giveBack } from '../give-back.ts';
import { refused } from '../refused.ts';
import { type ChunkCipher, chunkCipher, hasNativeCipher, tagBytes } from './chunk-cipher.ts';

/*
 * The payload of the age format (age-encryption.org/v1): chunks of 64 KiB under a key of their own, with a counter as
 * nonce and a flag on the last one. Written here because the library's takes seven times as long as the age tool.
 */
export const payloadNonceBytes = 16;
export const chunkBytes = 64 * 1024;
const sealedChunk = chunkBytes + tagBytes;
/** Chunks read and opened at once. */
const perBlock = 16;
const blockBytes = perBlock * chunkBytes;

const payloadCipher = (fileKey: Uint8Array, nonce: Uint8Array, inNode: boolean): ChunkCipher =>
  chunkCipher(new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32)), inNode);

function chunkNonce(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(index, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/**
 * Encrypts a stream. The caller has written the header and this nonce before it. A piece that comes out is good until the
 * next one is asked for: its memory is then given back.
 */
export async function* sealPayload(
  plain: AsyncIterable<Uint8Array>,
  fileKey: Uint8Array,
  nonce: Uint8Array,
  inNode = hasNativeCipher,
): AsyncGenerator<Uint8Array> {
  const cipher = payloadCipher(fileKey, nonce, inNode);
  let held: Uint8Array = Buffer.alloc(0);
  let index = 0;
  const sealed = function* (chunk: Uint8Array, last: boolean) {
    const parts = cipher.seal(chunkNonce(index, last), chunk);
    index += 1;
    yield* parts;
    giveBack(parts);
  };
  for await (const piece of plain) {
    let at = 0;
    if (held.length > 0) {
      // The rest of a chunk first; only as much is copied as a chunk may lack.
      const missing = chunkBytes - held.length;
      held = Buffer.concat([held, piece.subarray(0, missing)]);
      at = missing;
      // A full chunk waits for more to come: only then is it known not to be the last.
      if (at >= piece.length) continue;
      yield* sealed(held, false);
    }
    for (; piece.length - at > chunkBytes; at += chunkBytes)
      yield* sealed(piece.subarray(at, at + chunkBytes), false);
    held = Buffer.from(piece.subarray(at));
  }
  yield* sealed(held, true);
}

/** Plain bytes of so many encrypted ones. Fails with PACKAGE_REFUSED when no payload has that length. */
function plainSize(sealed: number): { readonly size: number; readonly chunks: number } {
  const chunks = Math.max(1, Math.ceil(sealed / sealedChunk));
  const size = sealed - chunks * tagBytes;
  const last = size - (chunks - 1) * chunkBytes;
  if (last < 0 || (last === 0 && chunks > 1)) throw refused('damaged');
  return { size, chunks };
}

/**
 * The plain bytes of a payload, opened where they are read and nowhere kept but in memory. Each chunk is authenticated
 * before a byte of it is given out; the last one also says that nothing was cut off. Reading fails with PACKAGE_REFUSED.
 * @param at where the payload's nonce stands.
 */
export async function openPayload(
  source: ByteSource,
  at: number,
  fileKey: Uint8Array,
  inNode = hasNativeCipher,
): Promise<ByteSource> {
  const from = at + payloadNonceBytes;
  if (source.size < from + tagBytes) throw refused('damaged');
  const cipher = payloadCipher(fileKey, Buffer.from(await source.read(at, payloadNonceBytes)), inNode);
  const { size, chunks } = plainSize(source.size - from);

  const readBlock = (block: number): Promise<Uint8Array> => {
    const start = from + block * perBlock * sealedChunk;
    return source.read(start, Math.min(perBlock * sealedChunk, source.size - start));
  };
  // What is read mostly runs on: the next block comes from the disk while this one is opened.
  let ahead: { readonly block: number; readonly sealed: Promise<Uint8Array> } | undefined;
  const sealedBlock = async (block: number): Promise<Uint8Array> => {
    const sealed = await (ahead?.block === block ? ahead.sealed : readBlock(block));
    ahead = undefined;
    if ((block + 1) * perBlock < chunks) {
      ahead = { block: block + 1, sealed: readBlock(block + 1) };
      // Looked at when it is wanted.
      ahead.sealed.catch(() => undefined);
    }
    return sealed;
  };

  const openBlock = async (block: number, into: Buffer): Promise<Buffer> => {
    const first = block * perBlock;
    const count = Math.min(perBlock, chunks - first);
    const sealed = await sealedBlock(block);
    const plain = into.subarray(0, Math.min(blockBytes, size - block * blockBytes));
    const done: Uint8Array[] = [];
    for (let index = 0; index < count; index += 1) {
      const nonce = chunkNonce(first + index, first + index === chunks - 1);
      const opened = cipher.open(nonce, sealed.subarray(index * sealedChunk, (index + 1) * sealedChunk));
      if (opened === undefined) throw refused('damaged');
      plain.set(opened, index * chunkBytes);
      done.push(opened);
    }
    giveBack(done);
    return plain;
  };

  // Two at hand, used in turn: what is read runs on from one block into the next.
  const room = () => Buffer.allocUnsafe(Math.min(blockBytes, size));
  const buffers = [room(), room()] as const;
  let turn: 0 | 1 = 0;
  const kept = new Map<0 | 1, { readonly block: number; readonly plain: Buffer }>();
  const blockAt = async (block: number): Promise<Buffer> => {
    for (const one of kept.values()) if (one.block === block) return one.plain;
    turn = turn === 0 ? 1 : 0;
    kept.delete(turn);
    const plain = await openBlock(block, buffers[turn]);
    kept.set(turn, { block, plain });
    return plain;
  };

  return {
    size,
    read: async (position, length) => {
      const parts: Uint8Array[] = [];
      for (let done = 0; done < length; ) {
        const block = Math.floor((position + done) / blockBytes);
        const within = position + done - block * blockBytes;
        const part = (await blockAt(block)).subarray(within, within + length - done);
        // A part of more: the room it is in may be used again before the rest is there.
        parts.push(part.length === length ? part : Buffer.from(part));
        done += part.length;
      }
      const [only] = parts;
      return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts, length);
    },
  };
}
