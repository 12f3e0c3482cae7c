import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl';
import { isFailure } from '#shared/domain/failure.ts';
import { packageLimits } from '#shared/domain/packages/limits.ts';
import { entryNamePattern } from '#shared/domain/packages/manifest.ts';
import { type ByteSource, wholeOf } from '../byte-source.ts';
import { type RefusedWhy, refused } from '../refused.ts';
import {
  deflated,
  descriptor,
  descriptorBytes,
  endBytes,
  localHeader,
  stored,
  streamedFlag,
  utf8Flag,
  type ZipEntry,
} from './zip-records.ts';

/** An entry whose place and headers were checked, and where its packed bytes are. */
export type CheckedEntry = ZipEntry & { readonly from: number; readonly to: number };

/** The archive as the library reads it: from the same source, and never by a stream of its own. */
class SourceReader extends RandomAccessReader {
  readonly #source: ByteSource;
  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (fault: Error | null) => void,
  ): void {
    if (position < 0 || position + length > this.#source.size) {
      callback(new RangeError('beyond the end'));
      return;
    }
    this.#source.read(position, length).then((bytes) => {
      buffer.set(bytes, offset);
      callback(null);
    }, callback);
  }
}

async function openZip(source: ByteSource): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false };
    fromRandomAccessReader(new SourceReader(source), source.size, options, (fault, zip) =>
      fault === null ? resolve(zip) : reject(fault),
    );
  });
}

function nextEntry(zip: ZipFile): Promise<Entry> {
  return new Promise((resolve, reject) => {
    const settle = () => zip.removeAllListeners('entry').removeAllListeners('error');
    zip.once('entry', (entry: Entry) => {
      settle();
      resolve(entry);
    });
    zip.once('error', (fault: Error) => {
      settle();
      reject(fault);
    });
    zip.readEntry();
  });
}

const unixFileType = 0o170000;
const unixRegular = 0o100000;

/** Whether the attributes are those of a regular file, on whatever system it was packed. */
function isRegular({ externalFileAttributes, versionMadeBy }: Entry): boolean {
  const mode = (externalFileAttributes >>> 16) & unixFileType;
  const dosFolder = (externalFileAttributes & 0x10) !== 0;
  return !dosFolder && (versionMadeBy >>> 8 !== 3 || mode === unixRegular || mode === 0);
}

function largestOf(name: string): number {
  if (name.endsWith('.json')) return packageLimits.json;
  return name.startsWith('originals/') ? packageLimits.original : packageLimits.summary;
}

/** What of its description alone already forbids an entry. */
function faultOf(entry: Entry, name: string): RefusedWhy | undefined {
  const { compressionMethod, generalPurposeBitFlag, compressedSize, uncompressedSize } = entry;
  if (!entryNamePattern.test(name)) return 'name';
  // Encrypted, patched, masked or of a method we never write; extra fields carry links, other names and other sizes.
  if ((generalPurposeBitFlag & ~(utf8Flag | streamedFlag)) !== 0) return 'archive';
  if (compressionMethod !== stored && compressionMethod !== deflated) return 'archive';
  if (entry.extraFieldLength > 0 || entry.fileCommentLength > 0 || !isRegular(entry)) return 'archive';
  if (uncompressedSize > largestOf(name)) return 'too-large';
  const suspicious = uncompressedSize > packageLimits.smallEntry;
  if (suspicious && uncompressedSize > compressedSize * packageLimits.ratio) return 'ratio';
  return undefined;
}

/** Compares what stands before and after an entry's bytes with what the directory says: byte for byte. */
async function checkHeaders(source: ByteSource, entry: ZipEntry, flags: number): Promise<CheckedEntry> {
  const expected = localHeader(entry);
  const from = entry.at + expected.length;
  const to = from + entry.packed;
  const tail = entry.streamed ? descriptorBytes : 0;
  if (to + tail > source.size) throw refused('archive');
  const found = Buffer.from(await source.read(entry.at, expected.length));
  // The day and hour say nothing, and so may the version that is needed.
  for (const [start, end] of [
    [4, 6],
    [10, 14],
  ] as const)
    expected.copy(found, start, start, end);
  expected.writeUInt16LE(flags, 6);
  if (!found.equals(expected)) throw refused('archive');
  if (tail > 0 && !descriptor(entry).equals(await source.read(to, tail))) throw refused('archive');
  return { ...entry, from, to };
}

async function readDirectory(
  source: ByteSource,
): Promise<readonly (ZipEntry & { readonly flags: number })[]> {
  const zip = await openZip(source);
  if (zip.comment.length > 0) throw refused('archive');
  if (zip.entryCount > packageLimits.entries) throw refused('too-many');
  const names = new Set<string>();
  const entries: (ZipEntry & { readonly flags: number })[] = [];
  let unpacked = 0;
  for (let index = 0; index < zip.entryCount; index += 1) {
    const entry = await nextEntry(zip);
    // Names are compared as bytes of ASCII: what is not ASCII has no place in the grammar.
    const name = entry.fileNameRaw.toString('latin1');
    const fault = faultOf(entry, name);
    if (fault !== undefined) throw refused(fault);
    if (names.has(name.toLowerCase())) throw refused('duplicate');
    names.add(name.toLowerCase());
    unpacked += entry.uncompressedSize;
    if (unpacked > packageLimits.unpacked) throw refused('too-large');
    entries.push({
      name,
      method: entry.compressionMethod === deflated ? deflated : stored,
      streamed: (entry.generalPurposeBitFlag & streamedFlag) !== 0,
      crc: entry.crc32,
      packed: entry.compressedSize,
      size: entry.uncompressedSize,
      at: entry.relativeOffsetOfLocalHeader,
      flags: entry.generalPurposeBitFlag,
    });
  }
  return entries;
}

const centralMark = Buffer.from('PK\x01\x02');

/** The end record is the last thing in the file, and the directory lies whole between the last entry and it. */
async function checkEnd(source: ByteSource, entries: readonly ZipEntry[], dataEnd: number): Promise<void> {
  if (source.size < endBytes) throw refused('archive');
  const end = await wholeOf(source, source.size - endBytes, source.size);
  const central = entries.reduce((sum, { name }) => sum + 46 + name.length, 0);
  const honest =
    end.readUInt32LE(0) === 0x06054b50 &&
    end.readUInt32LE(4) === 0 &&
    end.readUInt16LE(8) === entries.length &&
    end.readUInt16LE(10) === entries.length &&
    end.readUInt32LE(12) === central &&
    end.readUInt32LE(16) === dataEnd &&
    dataEnd + central + endBytes === source.size;
  if (!honest) throw refused('archive');
  const first = await source.read(dataEnd, entries.length === 0 ? 0 : 4);
  if (entries.length > 0 && !centralMark.equals(first)) throw refused('archive');
}

/**
 * Reads an archive's directory and refuses whatever two programs could read in two ways: every byte belongs to
 * exactly one entry, header or record, and all that is said twice is said the same. Nothing is unpacked.
 * Fails with PACKAGE_REFUSED.
 */
export async function readArchive(source: ByteSource): Promise<readonly CheckedEntry[]> {
  if (source.size > packageLimits.archive) throw refused('too-large');
  try {
    const listed = await readDirectory(source);
    const checked: CheckedEntry[] = [];
    let expected = 0;
    for (const { flags, ...entry } of listed) {
      // One after another, without gaps: so that none overlaps another and none is hidden.
      if (entry.at !== expected) throw refused('archive');
      const found = await checkHeaders(source, entry, flags);
      checked.push(found);
      expected = found.to + (entry.streamed ? descriptorBytes : 0);
    }
    await checkEnd(source, listed, expected);
    return checked;
  } catch (thrown) {
    if (isFailure(thrown)) throw thrown;
    throw refused('archive');
  }
}
