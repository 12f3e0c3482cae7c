import { createHash, createHmac, randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import type { BlobStore } from '../services/ports.ts';
import {
  type BlobKeys,
  chunkBytes,
  chunkCount,
  chunkPosition,
  chunksAt,
  createBlobSealer,
  fileBytes,
  openBlobStart,
} from './blob-file.ts';
import { damaged, orStorageFailure } from './faults.ts';
import { readFully, removeTemporary, temporaryBeside, writeAll } from './file-steps.ts';
import type { Files, OpenFile } from './files.ts';
import { rechunk } from './rechunk.ts';
import { subkey, tagBytes } from './seal.ts';

export type BlobPlace = BlobKeys & { readonly folder: string };

/** File names are keyed: who has the folder cannot tell whether a file they know is in it. */
export function nameOf(nameKey: Uint8Array, hash: string): string {
  const name = createHmac('sha256', nameKey).update(hash).digest('hex');
  return `${name.slice(0, 2)}/${name}`;
}

export const blobNameKey = ({ key, vaultId }: BlobKeys) => subkey(key, vaultId, 'blob-name');

async function fill(file: OpenFile, place: BlobPlace, bytes: AsyncIterable<Uint8Array>) {
  const sealer = createBlobSealer(place, randomBytes(32));
  const hasher = createHash('sha256');
  let size = 0;
  let index = 0;
  // One chunk is written while the next is made ready.
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const { chunk, last } of rechunk(bytes, chunkBytes)) {
      hasher.update(chunk);
      const sealed = sealer.chunk(index, last, chunk);
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

async function* plainChunks(
  files: Files,
  path: string,
  start: ReturnType<typeof openBlobStart>,
  shown: string,
): AsyncGenerator<Uint8Array> {
  const file = await orStorageFailure(() => files.open(path, 'read'));
  try {
    const count = chunkCount(start.size);
    for (let index = 0; index < count; index += 1) {
      const length = Math.min(chunkBytes, start.size - index * chunkBytes) + tagBytes;
      const sealed = Buffer.allocUnsafe(length);
      const read = await orStorageFailure(() => readFully(file, sealed, chunkPosition(index)));
      if (read < length) throw damaged(shown, 'truncated');
      yield start.chunk(index, index === count - 1, sealed);
    }
  } finally {
    await file.close();
  }
}

/** Opens a portfolio's blobs, removing what a crash left unfinished. One MiB or two in memory, however large the file. */
export async function openBlobs(files: Files, place: BlobPlace): Promise<BlobStore> {
  const { folder, store } = place;
  const nameKey = blobNameKey(place);
  await files.makeFolder(folder);
  await removeTemporary(files, folder);

  const readStart = async (hash: string) => {
    const name = nameOf(nameKey, hash);
    const path = `${folder}/${name}`;
    const onDisk = await files.size(path);
    if (onDisk === undefined) return undefined;
    const shown = `${store}/blobs/${name}`;
    const file = await files.open(path, 'read');
    try {
      const bytes = Buffer.allocUnsafe(chunksAt);
      const start = openBlobStart(place, shown, bytes.subarray(0, await readFully(file, bytes, 0)));
      if (start.hash !== hash) throw damaged(shown, 'altered');
      if (onDisk !== fileBytes(start.size)) throw damaged(shown, 'truncated');
      return { path, shown, start };
    } finally {
      await file.close();
    }
  };

  const keep = async (aside: string, hash: string) => {
    const path = `${folder}/${nameOf(nameKey, hash)}`;
    if ((await files.size(path)) !== undefined) {
      // Known to be there, but perhaps from a moment before a crash: its name must be durable before we say so.
      await files.syncFolder(dirname(path));
      return files.remove(aside);
    }
    await files.makeFolder(dirname(path));
    await files.rename(aside, path);
    await files.syncFolder(dirname(path));
  };

  return {
    put: (bytes) =>
      orStorageFailure(async () => {
        const aside = temporaryBeside(`${folder}/new`);
        try {
          const file = await files.open(aside, 'create');
          let facts: Awaited<ReturnType<typeof fill>>;
          try {
            facts = await fill(file, place, bytes);
            await file.sync();
          } finally {
            await file.close();
          }
          await keep(aside, facts.hash);
          return facts;
        } catch (thrown) {
          await files.remove(aside).catch(() => undefined);
          throw thrown;
        }
      }),
    read: (hash) =>
      orStorageFailure(async () => {
        const found = await readStart(hash);
        if (found === undefined) return undefined;
        const { path, start, shown } = found;
        return { size: start.size, bytes: plainChunks(files, path, start, shown) };
      }),
    has: (hash) =>
      orStorageFailure(async () => (await files.size(`${folder}/${nameOf(nameKey, hash)}`)) !== undefined),
  };
}
