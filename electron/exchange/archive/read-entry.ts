import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { isFailure } from '#shared/domain/failure.ts';
import { type ByteSource, stretchOf } from '../byte-source.ts';
import { refused } from '../refused.ts';
import type { CheckedEntry } from './read-archive.ts';
import { stored } from './zip-records.ts';

async function* inflated(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw();
  // Its fault reaches us through the iteration.
  // Its own copy: it reads ahead, and what a source gives is good for a moment only.
  const copies = (async function* () {
    for await (const piece of packed) yield Buffer.from(piece);
  })();
  const out = pipeline(Readable.from(copies), inflate, () => undefined);
  yield* out as AsyncIterable<Uint8Array>;
}

/**
 * An entry's bytes, unpacked as they are read. Ends with PACKAGE_REFUSED at the first byte too many, and at the end
 * when length or checksum are not what the directory says.
 */
export async function* entryBytes(source: ByteSource, entry: CheckedEntry): AsyncGenerator<Uint8Array> {
  const packed = stretchOf(source, entry.from, entry.to);
  let crc = 0;
  let length = 0;
  try {
    for await (const piece of entry.method === stored ? packed : inflated(packed)) {
      length += piece.length;
      if (length > entry.size) throw refused('archive', entry.name);
      crc = crc32(piece, crc);
      yield piece;
    }
  } catch (thrown) {
    if (isFailure(thrown)) throw thrown;
    throw refused('archive', entry.name);
  }
  if (length !== entry.size || crc !== entry.crc) throw refused('archive', entry.name);
}

/** The same once more for a stored entry that was read to its end before: its checksum was right then. */
export const entryBytesAgain = (source: ByteSource, entry: CheckedEntry): AsyncIterable<Uint8Array> =>
  entry.method === stored ? stretchOf(source, entry.from, entry.to) : entryBytes(source, entry);

/** All of an entry, with its SHA-256. The directory's limits bound its size. */
export async function wholeEntry(source: ByteSource, entry: CheckedEntry) {
  const hasher = createHash('sha256');
  const parts: Uint8Array[] = [];
  for await (const piece of entryBytes(source, entry)) {
    hasher.update(piece);
    parts.push(Buffer.from(piece));
  }
  return { bytes: Buffer.concat(parts), sha256: hasher.digest('hex') };
}
