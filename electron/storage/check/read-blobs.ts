import { createHash } from 'node:crypto';
import type { Sha256 } from '#shared/domain/ids.ts';
import { type Finding, fault, note } from '#shared/domain/vault-check.ts';
import { assertWanted, type Watch } from '../backups/ranges.ts';
import {
  type BlobKeys,
  chunkBytes,
  chunkCount,
  chunkPosition,
  chunksAt,
  fileBytes,
  openBlobStart,
} from '../blob-file.ts';
import { nameOf } from '../blob-writer.ts';
import { damaged } from '../faults.ts';
import { readFully } from '../file-steps.ts';
import type { Files, OpenFile } from '../files.ts';
import { subkey, tagBytes } from '../seal.ts';
import { asFinding } from './read-store.ts';

export type BlobPlace = BlobKeys & { readonly folder: string };
export type FoundBlob = { readonly size: number; readonly place: string; readonly path: string };
export type ReadBlobs = {
  readonly blobs: ReadonlyMap<Sha256, FoundBlob>;
  /** On disk, sound or not. */
  readonly bytes: number;
  readonly findings: readonly Finding[];
};

async function* plainChunks(
  file: OpenFile,
  keys: BlobKeys,
  shown: string,
): AsyncGenerator<{ readonly chunk: Uint8Array; readonly hash: Sha256; readonly size: number }> {
  const bytes = Buffer.allocUnsafe(chunksAt);
  const start = openBlobStart(keys, shown, bytes.subarray(0, await readFully(file, bytes, 0)));
  if ((await file.size()) !== fileBytes(start.size)) throw damaged(shown, 'truncated');
  const count = chunkCount(start.size);
  for (let index = 0; index < count; index += 1) {
    const sealed = Buffer.allocUnsafe(Math.min(chunkBytes, start.size - index * chunkBytes) + tagBytes);
    if ((await readFully(file, sealed, chunkPosition(index))) < sealed.length)
      throw damaged(shown, 'truncated');
    yield { chunk: start.chunk(index, index === count - 1, sealed), hash: start.hash, size: start.size };
  }
}

/** Decrypts one file whole. Fails with VAULT_DAMAGED. */
export async function verifyBlob(
  file: OpenFile,
  place: BlobPlace,
  shown: string,
  name: string,
  watch: Watch,
) {
  const hasher = createHash('sha256');
  let facts = { hash: '', size: 0 };
  for await (const { chunk, hash, size } of plainChunks(file, place, shown)) {
    assertWanted(watch.signal);
    hasher.update(chunk);
    watch.moved?.(chunk.length);
    facts = { hash, size };
  }
  const nameKey = subkey(place.key, place.vaultId, 'blob-name');
  if (hasher.digest('hex') !== facts.hash || !nameOf(nameKey, facts.hash).endsWith(name)) {
    throw damaged(shown, 'altered');
  }
  return facts;
}

/** Every attached file of a portfolio, decrypted to its last byte and compared with its hash. Writes nothing. */
export async function readBlobs(files: Files, place: BlobPlace, watch: Watch): Promise<ReadBlobs> {
  const blobs = new Map<Sha256, FoundBlob>();
  const findings: Finding[] = [];
  let bytes = 0;
  for (const part of (await files.list(place.folder)) ?? []) {
    if (!/^[0-9a-f]{2}$/.test(part)) {
      findings.push(note('file-unknown', `${place.store}/blobs/${part}`));
      continue;
    }
    for (const name of (await files.list(`${place.folder}/${part}`)) ?? []) {
      const shown = `${place.store}/blobs/${part}/${name}`;
      const path = `${place.folder}/${part}/${name}`;
      if (!/^[0-9a-f]{64}$/.test(name)) {
        findings.push(note('file-unknown', shown));
        continue;
      }
      const file = await files.open(path, 'read');
      try {
        bytes += await file.size();
        const { hash, size } = await verifyBlob(file, place, shown, name, watch);
        blobs.set(hash, { size, place: shown, path });
      } catch (thrown) {
        const found = asFinding(thrown);
        findings.push(fault('attachment-damaged', shown, found.detail));
      } finally {
        await file.close();
      }
    }
  }
  return { blobs, bytes, findings };
}

/** All bytes of one that was found. */
export async function blobBytes(files: Files, place: BlobPlace, { path, place: shown }: FoundBlob) {
  const file = await files.open(path, 'read');
  try {
    const parts: Uint8Array[] = [];
    for await (const { chunk } of plainChunks(file, place, shown)) parts.push(chunk);
    return Buffer.concat(parts);
  } finally {
    await file.close();
  }
}
