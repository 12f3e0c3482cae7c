import { createHash } from 'node:crypto';
import type { Sha256 } from '#shared/domain/ids.ts';
import { asItIs, type Cover, sealing } from './cover.ts';
import { damaged, orStorageFailure } from './faults.ts';
import { readFully, writeAll } from './file-steps.ts';
import type { Files, OpenFile } from './files.ts';
import { rechunk } from './rechunk.ts';

const pieceBytes = 1024 ** 2;

/** A file that waits on disk, sealed under a key that lives in memory alone. */
export type WaitingFile = {
  readonly size: number;
  readonly hash: Sha256;
  readonly bytes: () => AsyncGenerator<Uint8Array>;
  readonly remove: () => Promise<void>;
};

async function* pieces(files: Files, path: string, size: number, cover: Cover): AsyncGenerator<Uint8Array> {
  const file = await orStorageFailure(() => files.open(path, 'read'));
  try {
    const count = Math.max(1, Math.ceil(size / pieceBytes));
    for (let index = 0; index < count; index += 1) {
      const length = Math.min(pieceBytes, size - index * pieceBytes) + cover.extra;
      const kept = Buffer.allocUnsafe(length);
      const read = await orStorageFailure(() => readFully(file, kept, index * (pieceBytes + cover.extra)));
      const plain = cover.open(index, index === count - 1, kept.subarray(0, read));
      if (plain === undefined || read < length) throw damaged('outbox', 'altered');
      yield plain;
    }
  } finally {
    await file.close();
  }
}

async function fill(file: OpenFile, bytes: AsyncIterable<Uint8Array>, cover: Cover) {
  const hasher = createHash('sha256');
  let size = 0;
  let index = 0;
  // One piece is written while the next is made.
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const { chunk, last } of rechunk(bytes, pieceBytes)) {
      hasher.update(chunk);
      const kept = cover.close(index, last, chunk);
      await writing;
      writing = writeAll(file, kept, index * (pieceBytes + cover.extra));
      // Looked at when the next piece is ready; until then a failure must not count as unhandled.
      writing.catch(() => undefined);
      size += chunk.length;
      index += 1;
    }
  } finally {
    await writing;
  }
  return { size, hash: hasher.digest('hex') };
}

/**
 * Keeps a stream on disk until it is wanted. A source that fails leaves no file.
 * @param encrypted the bytes are ciphertext already, and are kept as they are.
 */
export async function createWaitingFile(
  files: Files,
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  encrypted: boolean,
): Promise<WaitingFile> {
  const cover = encrypted ? asItIs : sealing();
  const remove = () => files.remove(path);
  try {
    const file = await files.open(path, 'create');
    try {
      const facts = await fill(file, bytes, cover);
      return { ...facts, bytes: () => pieces(files, path, facts.size, cover), remove };
    } finally {
      await file.close();
    }
  } catch (thrown) {
    await remove().catch(() => undefined);
    throw thrown;
  }
}
