import { crc32 } from 'node:zlib';

/** One entry of an archive, of which anything may be said that is not so. */
export type RawEntry = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** 0: as it is. */
  readonly method?: number;
  readonly flags?: number;
  /** The unpacked size that the directory tells. */
  readonly size?: number;
  /** Unix mode and file type. */
  readonly mode?: number;
  /** Where the directory says it begins. */
  readonly at?: number;
};

/** An archive, byte by byte: what no library would write. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let position = 0;
  for (const { name, bytes, method = 0, flags = 0, size = bytes.length, mode = 0o100644, at } of entries) {
    const called = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(crc32(bytes), 14);
    local.writeUInt32LE(bytes.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(called.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE((3 << 8) | 20, 4);
    local.copy(central, 6, 4, 30);
    central.writeUInt32LE(mode * 0x10000, 38);
    central.writeUInt32LE(at ?? position, 42);
    parts.push(local, called, Buffer.from(bytes));
    directory.push(central, called);
    position += local.length + called.length + bytes.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(position, 16);
  return Buffer.concat([...parts, listed, end]);
}
