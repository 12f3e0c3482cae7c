import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { failure } from '#shared/domain/failure.ts';

/** How much an archive may hold. What says it is smaller than it is ends the reading. */
const limits = { entries: 5000, entry: 64 * 1024 ** 2, whole: 256 * 1024 ** 2 };

const open = (bytes: Uint8Array) =>
  new Promise<ZipFile>((resolve, reject) => {
    const options = { lazyEntries: true, validateEntrySizes: true };
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), options, (fault, zip) =>
      fault === null ? resolve(zip) : reject(fault),
    );
  });

const streamOf = (zip: ZipFile, entry: Entry) =>
  new Promise<NodeJS.ReadableStream>((resolve, reject) =>
    zip.openReadStream(entry, (fault, stream) => (fault === null ? resolve(stream) : reject(fault))),
  );

const nextEntry = (zip: ZipFile) =>
  new Promise<Entry | undefined>((resolve, reject) => {
    const settle = (act: () => void) => {
      zip.removeAllListeners();
      act();
    };
    zip.once('entry', (entry: Entry) => settle(() => resolve(entry)));
    zip.once('end', () => settle(() => resolve(undefined)));
    zip.once('error', (fault: Error) => settle(() => reject(fault)));
    zip.readEntry();
  });

/**
 * Everything in an archive, by its name there. Fails with FILE_MALFORMED: `too-large` when it would unpack to more than
 * it is worth, `damaged` for names twice, unsound archives and wrong sizes.
 */
export async function unpack(bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const damaged = () => failure('FILE_MALFORMED', { why: 'damaged' });
  const zip = await open(bytes).catch(() => {
    throw damaged();
  });
  const tooLarge = () => failure('FILE_MALFORMED', { why: 'too-large' });
  try {
    if (zip.entryCount > limits.entries) throw tooLarge();
    const found = new Map<string, Buffer>();
    let whole = 0;
    for (let entry = await nextEntry(zip); entry !== undefined; entry = await nextEntry(zip)) {
      whole += entry.uncompressedSize;
      if (entry.uncompressedSize > limits.entry || whole > limits.whole) throw tooLarge();
      if (found.has(entry.fileName)) throw damaged();
      if (entry.fileName.endsWith('/')) continue;
      const parts: Buffer[] = [];
      for await (const part of await streamOf(zip, entry)) parts.push(part as Buffer);
      found.set(entry.fileName, Buffer.concat(parts));
    }
    return found;
  } finally {
    zip.close();
  }
}
