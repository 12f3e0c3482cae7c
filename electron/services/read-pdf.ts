import { failure } from '#shared/domain/failure.ts';
import type { Id, Sha256 } from '#shared/domain/ids.ts';
import type { BlobStore, Ports } from './ports.ts';

/** Reports are small; anything larger is not one, and must not fill the memory. */
export const largestPdf = 256 * 1024 ** 2;

async function gathered(size: number, bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  if (size > largestPdf) throw failure('FILE_TOO_LARGE', { size, limit: largestPdf });
  const all = new Uint8Array(size);
  let offset = 0;
  for await (const chunk of bytes) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}

/** All bytes of a finished upload, which is dropped. Fails with NOT_FOUND and FILE_TOO_LARGE. */
export async function takeUpload(ports: Ports, uploadId: Id): Promise<Uint8Array> {
  const upload = await ports.uploads.take(uploadId);
  if (upload === undefined) throw failure('NOT_FOUND', { what: 'upload' });
  try {
    return await gathered(upload.size, upload.bytes());
  } finally {
    await ports.uploads.drop(uploadId);
  }
}

/** All bytes of a kept report. Fails with NOT_FOUND where the vault names it but does not hold it. */
export async function readReport(blobs: BlobStore, hash: Sha256): Promise<Uint8Array> {
  const blob = await blobs.read(hash);
  if (blob === undefined) throw failure('NOT_FOUND', { what: 'file' });
  return gathered(blob.size, blob.bytes);
}

export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
