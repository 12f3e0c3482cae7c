import { documentLimits } from '#shared/domain/documents/text.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { BlobStore } from '../ports.ts';

/** All of an attached file, to be looked into. Fails with NOT_FOUND (`file`) and FILE_TOO_LARGE. */
export async function bytesOf(blobs: BlobStore, hash: Sha256): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await blobs.read(hash);
  if (blob === undefined) throw failure('NOT_FOUND', { what: 'file' });
  if (blob.size > documentLimits.bytes) {
    throw failure('FILE_TOO_LARGE', { size: blob.size, limit: documentLimits.bytes });
  }
  const all = new Uint8Array(blob.size);
  let length = 0;
  for await (const chunk of blob.bytes) {
    all.set(chunk, length);
    length += chunk.length;
  }
  return all;
}
