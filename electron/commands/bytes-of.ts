import { failure } from '#shared/domain/failure.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { BlobStore } from '../services/ports.ts';

/** All bytes of one kept file. Fails with NOT_FOUND when the vault names it but does not hold it. */
export async function bytesOf(blobs: BlobStore, hash: Sha256): Promise<Uint8Array> {
  const blob = await blobs.read(hash);
  if (blob === undefined) throw failure('NOT_FOUND', { what: 'file' });
  const parts: Uint8Array[] = [];
  for await (const chunk of blob.bytes) parts.push(chunk);
  return Buffer.concat(parts);
}
