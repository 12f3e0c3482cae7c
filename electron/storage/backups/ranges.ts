import { createHash } from 'node:crypto';
import { failure } from '#shared/domain/failure.ts';
import { readFully } from '../file-steps.ts';
import type { Files, OpenFile } from '../files.ts';
import type { Hashed } from './zip-writer.ts';

const pieceBytes = 1024 ** 2;

/** Fails with CANCELLED once somebody has asked to stop. */
export function assertWanted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw failure('CANCELLED', {});
}

/** What may watch or stop a long piece of work. `moved` hears of bytes as they go by. */
export type Watch = { readonly signal?: AbortSignal | undefined; readonly moved?: (bytes: number) => void };

/** Exactly the first `size` bytes of an open file, a MiB at a time. */
export async function* firstBytes(
  file: OpenFile,
  size: number,
  watch: Watch = {},
): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < size; done += pieceBytes) {
    assertWanted(watch.signal);
    const piece = Buffer.allocUnsafe(Math.min(pieceBytes, size - done));
    if ((await readFully(file, piece, done)) < piece.length) {
      throw Object.assign(new Error('EIO'), { code: 'EIO' });
    }
    watch.moved?.(piece.length);
    yield piece;
  }
}

/** The same of a closed one, open no longer than it is read. */
export async function* bytesOfFile(
  files: Files,
  path: string,
  size: number,
  watch: Watch = {},
): AsyncGenerator<Uint8Array> {
  const file = await files.open(path, 'read');
  try {
    yield* firstBytes(file, size, watch);
  } finally {
    await file.close();
  }
}

export async function hashOf(bytes: AsyncIterable<Uint8Array>): Promise<Hashed> {
  const hasher = createHash('sha256');
  let size = 0;
  for await (const chunk of bytes) {
    hasher.update(chunk);
    size += chunk.length;
  }
  return { size, sha256: hasher.digest('hex') };
}
