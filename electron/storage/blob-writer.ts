import { createHash, createHmac, randomBytes } from 'node:crypto';
import {
  type BlobFacts,
  type BlobKeys,
  chunkBytes,
  chunkPosition,
  createBlobSealer,
  sealedChunkBytes,
} from './blob-file.ts';
import { writeAll } from './file-steps.ts';
import type { OpenFile } from './files.ts';
import { rechunk } from './rechunk.ts';
import { subkey } from './seal.ts';

/** Where a portfolio's attached files are, and what they are sealed with. */
export type BlobPlace = BlobKeys & { readonly folder: string };

/** File names are keyed: who has the folder cannot tell whether a file they know is in it. */
export function nameOf(nameKey: Uint8Array, hash: string): string {
  const name = createHmac('sha256', nameKey).update(hash).digest('hex');
  return `${name.slice(0, 2)}/${name}`;
}

export const blobNameKey = ({ key, vaultId }: BlobKeys) => subkey(key, vaultId, 'blob-name');

/** Seals a stream into an empty file, which is not synced yet. What of it fails leaves the file in part. */
export async function writeBlob(
  file: OpenFile,
  keys: BlobKeys,
  bytes: AsyncIterable<Uint8Array>,
): Promise<BlobFacts> {
  const sealer = createBlobSealer(keys, randomBytes(32));
  const hasher = createHash('sha256');
  // Used in turn, one being written while the next is sealed: a long file must not leave its length in garbage.
  const rooms = [Buffer.allocUnsafe(sealedChunkBytes), Buffer.allocUnsafe(sealedChunkBytes)] as const;
  let size = 0;
  let index = 0;
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const { chunk, last } of rechunk(bytes, chunkBytes)) {
      hasher.update(chunk);
      const sealed = sealer.chunk(index, last, chunk, rooms[index % 2 === 0 ? 0 : 1]);
      await writing;
      writing = writeAll(file, sealed, chunkPosition(index));
      // Its failure is met at the next chunk or at the end; until then it must not count as nobody's.
      writing.catch(() => undefined);
      size += chunk.length;
      index += 1;
    }
  } finally {
    await writing;
  }
  const facts = { hash: hasher.digest('hex'), size };
  await writeAll(file, sealer.start(facts), 0);
  return facts;
}
