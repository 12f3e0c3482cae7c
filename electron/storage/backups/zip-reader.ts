import { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl';
import { failure } from '#shared/domain/failure.ts';
import { readFully } from '../file-steps.ts';
import type { OpenFile } from '../files.ts';

/** A stored entry: where its bytes are in the archive. */
export type ZipEntry = { readonly name: string; readonly start: number; readonly size: number };

export const refused = (why: string, entry = '') => failure('PACKAGE_REFUSED', { why, entry });

const mostEntries = 250_000;
const longestName = 200;

class FileReader extends RandomAccessReader {
  readonly #file: OpenFile;
  constructor(file: OpenFile) {
    super();
    this.#file = file;
  }
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, read?: number) => void,
  ): void {
    readFully(this.#file, buffer.subarray(offset, offset + length), position).then(
      (read) => callback(null, read),
      (fault: Error) => callback(fault),
    );
  }
  // Stored entries are read from the file itself.
  override _readStreamForRange(): Readable {
    return Readable.from([]);
  }
  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }
}

const symbolicLink = 0o120000;
const kindOf = (entry: Entry) => (entry.externalFileAttributes >>> 16) & 0o170000;

function assertPlain(entry: Entry): void {
  const { fileName: name } = entry;
  if (name.length > longestName) throw refused('bad-name');
  if (name.endsWith('/')) throw refused('not-a-file', name);
  if (entry.isEncrypted() || entry.compressionMethod !== 0) throw refused('compression', name);
  if (entry.compressedSize !== entry.uncompressedSize) throw refused('sizes', name);
  if (kindOf(entry) === symbolicLink) throw refused('link', name);
}

/**
 * The entries of an archive in which everything is stored as it is: nothing in it can grow, overlap or be linked. Fails
 * with PACKAGE_REFUSED. Reads the directory alone.
 */
export async function readZip(file: OpenFile): Promise<ReadonlyMap<string, ZipEntry>> {
  const size = await file.size();
  const reader = new FileReader(file);
  const zip = await fromRandomAccessReaderPromise(reader, size, {
    lazyEntries: true,
    autoClose: false,
    strictFileNames: true,
  }).catch(() => {
    throw refused('not-an-archive');
  });
  if (zip.entryCount > mostEntries) throw refused('too-many');
  const entries = new Map<string, ZipEntry>();
  const spellings = new Set<string>();
  const ranges: [from: number, to: number, name: string][] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      assertPlain(entry);
      const name = entry.fileName;
      const spelling = name.normalize('NFC').toLowerCase();
      if (spellings.has(spelling)) throw refused('duplicate', name);
      spellings.add(spelling);
      const { fileDataStart: start } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
      const end = start + entry.uncompressedSize;
      if (end > size) throw refused('truncated', name);
      entries.set(name, { name, start, size: entry.uncompressedSize });
      ranges.push([entry.relativeOffsetOfLocalHeader, end, name]);
    }
  } catch (thrown) {
    // What the library says may quote names out of the file.
    throw thrown instanceof Error && 'failure' in thrown ? thrown : refused('not-an-archive');
  }
  ranges.sort((a, b) => a[0] - b[0]);
  for (const [index, [from, , name]] of ranges.entries()) {
    if (from < (ranges[index - 1]?.[1] ?? 0)) throw refused('overlap', name);
  }
  return entries;
}

const pieceBytes = 1024 ** 2;

/** The bytes of one stored entry, a MiB at a time. */
export async function* entryBytes(
  file: OpenFile,
  { name, start, size }: ZipEntry,
): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < size; done += pieceBytes) {
    const piece = Buffer.allocUnsafe(Math.min(pieceBytes, size - done));
    if ((await readFully(file, piece, start + done)) < piece.length) throw refused('truncated', name);
    yield piece;
  }
}
