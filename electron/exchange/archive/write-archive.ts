import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import { failure } from '#shared/domain/failure.ts';
import { packageLimits } from '#shared/domain/packages/limits.ts';
import {
  centralHeader,
  deflated,
  descriptor,
  endRecord,
  localHeader,
  stored,
  type ZipEntry,
} from './zip-records.ts';

const deflate = promisify(deflateRaw);

/** An entry in memory is packed; one that is streamed is stored as it is, for it is of a kind that does not shrink. */
export type EntryToWrite = { readonly name: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly size: number; readonly stream: () => Promise<AsyncIterable<Uint8Array>> }
);

async function packedBytes(name: string, bytes: Uint8Array, at: number) {
  const shrunk = await deflate(bytes);
  // Beyond what a reader of ours would take for a bomb, it stays as it is.
  const smaller = shrunk.length < bytes.length && shrunk.length * packageLimits.ratio > bytes.length;
  const packed = smaller ? shrunk : bytes;
  const method = smaller ? deflated : stored;
  const entry: ZipEntry = {
    name,
    method,
    streamed: false,
    crc: crc32(bytes),
    packed: packed.length,
    size: bytes.length,
    at,
  };
  return { entry, packed };
}

/**
 * A ZIP archive as a stream. Fails with FILE_CHANGED when a streamed entry has not the length it was announced with.
 */
export async function* writeArchive(entries: readonly EntryToWrite[]): AsyncGenerator<Uint8Array> {
  const written: ZipEntry[] = [];
  let at = 0;
  for (const one of entries) {
    if ('bytes' in one) {
      const { entry, packed } = await packedBytes(one.name, one.bytes, at);
      const head = localHeader(entry);
      yield head;
      yield packed;
      written.push(entry);
      at += head.length + packed.length;
      continue;
    }
    const { name, size } = one;
    const before: ZipEntry = { name, method: stored, streamed: true, crc: 0, packed: size, size, at };
    const head = localHeader(before);
    yield head;
    let crc = 0;
    let length = 0;
    for await (const piece of await one.stream()) {
      crc = crc32(piece, crc);
      length += piece.length;
      yield piece;
    }
    if (length !== size) throw failure('FILE_CHANGED', { name: '' });
    const entry = { ...before, crc };
    const tail = descriptor(entry);
    yield tail;
    written.push(entry);
    at += head.length + size + tail.length;
  }
  const central = Buffer.concat(written.map(centralHeader));
  yield central;
  yield endRecord(written.length, at, central.length);
}
