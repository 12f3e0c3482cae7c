import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Sha256 } from '#shared/domain/ids.ts';

export type Hashed = { readonly size: number; readonly sha256: Sha256 };
export type ZipSink = {
  /** Stores these bytes, which must be exactly `size` many, and says what their hash is. */
  readonly add: (name: string, size: number, bytes: AsyncIterable<Uint8Array>) => Promise<Hashed>;
  readonly addText: (name: string, text: string) => void;
};

// What is stored is ciphertext, which nothing makes smaller.
const stored = { compress: false, mode: 0o100600 } as const;

async function* hashed(bytes: AsyncIterable<Uint8Array>, done: (facts: Hashed) => void) {
  const hasher = createHash('sha256');
  let size = 0;
  for await (const chunk of bytes) {
    hasher.update(chunk);
    size += chunk.length;
    yield chunk;
  }
  done({ size, sha256: hasher.digest('hex') });
}

/**
 * An archive as a stream, a few chunks in memory however large it gets.
 * @param fill adds the entries, one after another; what it throws is what reading the stream throws.
 */
export async function* zipStream(
  mtime: Date,
  fill: (sink: ZipSink) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  // Not `Readable.from`: that one ends only after one more chunk, and after a fault none comes.
  const output = zip.outputStream.pipe(new PassThrough());
  const stopped = once(output, 'close').then(() => {
    throw new Error('the archive was not read to its end');
  });
  stopped.catch(() => undefined);
  zip.on('error', (fault: Error) => output.destroy(fault));
  const sink: ZipSink = {
    add: (name, size, bytes) => {
      const facts = new Promise<Hashed>((resolve, reject) => {
        const source = Readable.from(hashed(bytes, resolve));
        source.once('error', (fault) => {
          reject(fault);
          output.destroy(fault);
        });
        zip.addReadStreamLazy(name, { ...stored, mtime, size }, (give) => give(null, source));
      });
      return Promise.race([facts, stopped]);
    },
    addText: (name, text) => zip.addBuffer(Buffer.from(text), name, { ...stored, mtime }),
  };
  const filling = fill(sink).then(
    () => zip.end(),
    (fault: Error) => void output.destroy(fault),
  );
  try {
    for await (const chunk of output) yield chunk as Uint8Array;
  } finally {
    output.destroy();
    await filling;
  }
}
