import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { largestAttachment } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { isAbort } from './door-fetch.ts';
import { failureOf } from './failures.ts';
import { postJson, uploadCall } from './upload-call.ts';

/** Bytes per request: large enough to be quick, small enough for a progress bar that moves. */
export const chunkSize = 4 * 1024 * 1024;
const tries = 3;

const begunSchema = z.object({ id: idSchema });
const receivedSchema = z.object({ received: z.number().int() });

export type UploadOptions = {
  /** Called with a share from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
};

/**
 * Sends a file in chunks and gives the id of the finished upload, for `files.keep` or `verify.check`.
 * Fails with FILE_TOO_LARGE before a byte is read, with FILE_CHANGED when the file vanishes or changes meanwhile,
 * and with an AbortError when cancelled; whatever had been sent is then dropped.
 */
export async function uploadFile(file: File, { onProgress, signal }: UploadOptions = {}): Promise<string> {
  if (file.size > largestAttachment) {
    throw failure('FILE_TOO_LARGE', { size: file.size, limit: largestAttachment });
  }
  const { id } = begunSchema.parse(await uploadCall('', postJson({ size: file.size }, signal)));
  try {
    const hash = sha256.create();
    for (let offset = 0; offset < file.size; offset += chunkSize) {
      signal?.throwIfAborted();
      const chunk = await readChunk(file, offset);
      hash.update(new Uint8Array(chunk));
      await sendChunk(id, offset, chunk, signal);
      onProgress?.(Math.min(1, (offset + chunk.byteLength) / file.size));
    }
    await uploadCall(`/${id}/finish`, postJson({ sha256: bytesToHex(hash.digest()) }, signal));
    onProgress?.(1);
    return id;
  } catch (fault) {
    // The app also forgets uploads by itself, so a failure to say so changes nothing.
    await uploadCall(`/${id}`, { method: 'DELETE' }).catch(() => undefined);
    throw fault;
  }
}

/** Browsers refuse to read a file that was changed or removed since it was picked. */
async function readChunk(file: File, offset: number): Promise<ArrayBuffer> {
  const wanted = Math.min(chunkSize, file.size - offset);
  const chunk = await file
    .slice(offset, offset + wanted)
    .arrayBuffer()
    .catch(() => undefined);
  if (chunk?.byteLength !== wanted) throw failure('FILE_CHANGED', { name: file.name });
  return chunk;
}

/** A chunk that meets a fault of the connection is sent again; one the app refuses by name is not. */
async function sendChunk(
  id: string,
  offset: number,
  chunk: ArrayBuffer,
  signal?: AbortSignal,
): Promise<void> {
  const expected = offset + chunk.byteLength;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const init = { method: 'PUT', body: chunk, ...(signal === undefined ? {} : { signal }) };
      const { received } = receivedSchema.parse(await uploadCall(`/${id}?offset=${offset}`, init));
      if (received === expected) return;
      throw failure('UNEXPECTED', { reference: 'upload length' });
    } catch (fault) {
      // A refused place after a first try means the first did arrive and only its answer was lost.
      if (attempt > 1 && failureOf(fault)?.code === 'INVALID') return;
      if (isAbort(fault) || attempt === tries || !mayPass(fault)) throw fault;
    }
  }
}

function mayPass(fault: unknown): boolean {
  const known = failureOf(fault);
  return known === null || known.code === 'UNEXPECTED';
}
