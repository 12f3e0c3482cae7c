import { dirname } from 'node:path';
import type { BlobStore } from '../services/ports.ts';
import { chunkBytes, chunkCount, chunkPosition, chunksAt, fileBytes, openBlobStart } from './blob-file.ts';
import { type BlobPlace, blobNameKey, nameOf, writeBlob } from './blob-writer.ts';
import { damaged, orStorageFailure } from './faults.ts';
import { readFully, removeTemporary, temporaryBeside } from './file-steps.ts';
import type { Files } from './files.ts';
import { tagBytes } from './seal.ts';

async function* plainChunks(
  files: Files,
  path: string,
  start: ReturnType<typeof openBlobStart>,
  shown: string,
): AsyncGenerator<Uint8Array> {
  const file = await orStorageFailure(() => files.open(path, 'read'));
  try {
    const count = chunkCount(start.size);
    // Used again for each: only what is opened from it is given out.
    const room = Buffer.allocUnsafe(Math.min(chunkBytes, start.size) + tagBytes);
    for (let index = 0; index < count; index += 1) {
      const length = Math.min(chunkBytes, start.size - index * chunkBytes) + tagBytes;
      const sealed = room.subarray(0, length);
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
          let facts: Awaited<ReturnType<typeof writeBlob>>;
          try {
            facts = await writeBlob(file, place, bytes);
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
