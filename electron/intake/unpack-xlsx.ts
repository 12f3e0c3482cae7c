import { type Entry, fromBuffer, type ZipFile as ZipReader } from 'yauzl';
import { ZipFile } from 'yazl';
import { isFailure } from '#shared/domain/failure.ts';
import { intakeLimits } from '#shared/domain/intake/table.ts';
import { refused } from './refused.ts';

const mostEntries = 2000;
const oleMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

const opened = (bytes: Uint8Array) =>
  new Promise<ZipReader>((resolve, reject) => {
    const options = { lazyEntries: true, validateEntrySizes: true, strictFileNames: true };
    fromBuffer(Buffer.from(bytes), options, (fault, zip) => (fault === null ? resolve(zip) : reject(fault)));
  });

const nextEntry = (zip: ZipReader) =>
  new Promise<Entry | null>((resolve, reject) => {
    const settle = () => zip.removeAllListeners();
    zip.once('entry', (entry: Entry) => {
      settle();
      resolve(entry);
    });
    zip.once('end', () => {
      settle();
      resolve(null);
    });
    zip.once('error', (fault: Error) => {
      settle();
      reject(fault);
    });
    zip.readEntry();
  });

async function inflated(zip: ZipReader, entry: Entry, room: number): Promise<Buffer> {
  if (entry.uncompressedSize > room) throw refused('too-large');
  const stream = await new Promise<AsyncIterable<Buffer>>((resolve, reject) => {
    zip.openReadStream(entry, (fault, opening) => (fault === null ? resolve(opening) : reject(fault)));
  });
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > room) throw refused('too-large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const columnOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** A cell far away makes a sheet as large as the way to it, however little is in the file. */
function refuseFarCells(xml: string): void {
  let rows = 0;
  for (const [, letters = '', line = ''] of xml.matchAll(
    /<(?:\w+:)?row\b|<(?:\w+:)?c\b[^>]{0,200}?\br=["']([A-Z]{1,9})(\d{1,12})["']/g,
  )) {
    if (letters === '') rows += 1;
    if (Math.max(rows, Number(line)) > intakeLimits.rows * 2)
      throw refused('too-many-rows', intakeLimits.rows);
    if (columnOf(letters) > intakeLimits.columns * 2) throw refused('too-many-columns', intakeLimits.columns);
  }
}

const wanted = (name: string) =>
  name.endsWith('.xml') || name.endsWith('.xml.rels') || name.endsWith('.rels');

/**
 * The parts of an XLSX that hold cells, as an archive of our own: nothing in it is packed, so that whoever reads it
 * cannot be made to unpack more than was counted here. Fails with IMPORT_REFUSED.
 */
export async function unpackXlsx(bytes: Uint8Array): Promise<Buffer> {
  if (oleMark.equals(Buffer.from(bytes.subarray(0, 4)))) throw refused('encrypted');
  const plain = new ZipFile();
  try {
    const zip = await opened(bytes);
    if (zip.entryCount > mostEntries) throw refused('too-large');
    let room: number = intakeLimits.unpackedBytes;
    for (let entry = await nextEntry(zip); entry !== null; entry = await nextEntry(zip)) {
      if (!wanted(entry.fileName)) continue;
      const content = await inflated(zip, entry, room);
      room -= content.length;
      if (entry.fileName.startsWith('xl/worksheets/')) refuseFarCells(content.toString('latin1'));
      plain.addBuffer(content, entry.fileName, { compress: false });
    }
  } catch (thrown) {
    throw isFailure(thrown) ? thrown : refused('not-readable');
  }
  plain.end();
  const parts: Uint8Array[] = [];
  for await (const part of plain.outputStream) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}
