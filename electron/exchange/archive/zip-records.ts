/*
 * The records of a ZIP file as packages use them: no ZIP64, no comments, no extra fields, times fixed. Writing them is
 * done here because the library's checksum, in JavaScript, alone takes twice as long as the age tool does for it all.
 */
export const localBytes = 30;
export const centralBytes = 46;
export const endBytes = 22;
export const descriptorBytes = 16;

/** Bit 11: names are UTF-8. Bit 3: sizes and checksum follow the bytes. */
export const utf8Flag = 0x800;
export const streamedFlag = 0x8;
export const stored = 0;
export const deflated = 8;

/** 1 January 1980: an entry's time says nothing, the manifest says when a package was made. */
const noDate = 0x21;
const version = 20;
const madeOnUnix = 0x0300 | version;
/** A regular file that its owner may read and write. */
const regularFile = (0o100600 << 16) >>> 0;

export type ZipEntry = {
  readonly name: string;
  readonly method: typeof stored | typeof deflated;
  readonly streamed: boolean;
  readonly crc: number;
  /** Bytes in the archive. */
  readonly packed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly at: number;
};

const flagsOf = ({ streamed }: ZipEntry) => utf8Flag | (streamed ? streamedFlag : 0);

export function localHeader(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.name);
  const header = Buffer.alloc(localBytes);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(version, 4);
  header.writeUInt16LE(flagsOf(entry), 6);
  header.writeUInt16LE(entry.method, 8);
  header.writeUInt16LE(noDate, 12);
  if (!entry.streamed) {
    header.writeUInt32LE(entry.crc, 14);
    header.writeUInt32LE(entry.packed, 18);
    header.writeUInt32LE(entry.size, 22);
  }
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

export function descriptor(entry: ZipEntry): Buffer {
  const after = Buffer.alloc(descriptorBytes);
  after.writeUInt32LE(0x08074b50, 0);
  after.writeUInt32LE(entry.crc, 4);
  after.writeUInt32LE(entry.packed, 8);
  after.writeUInt32LE(entry.size, 12);
  return after;
}

export function centralHeader(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.name);
  const header = Buffer.alloc(centralBytes);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(madeOnUnix, 4);
  header.writeUInt16LE(version, 6);
  header.writeUInt16LE(flagsOf(entry), 8);
  header.writeUInt16LE(entry.method, 10);
  header.writeUInt16LE(noDate, 14);
  header.writeUInt32LE(entry.crc, 16);
  header.writeUInt32LE(entry.packed, 20);
  header.writeUInt32LE(entry.size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(regularFile, 38);
  header.writeUInt32LE(entry.at, 42);
  return Buffer.concat([header, name]);
}

export function endRecord(entries: number, centralAt: number, centralSize: number): Buffer {
  const end = Buffer.alloc(endBytes);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(centralSize, 12);
  end.writeUInt32LE(centralAt, 16);
  return end;
}
