import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of an archive in which anything may be said, true or not. */
export type RawEntry = {
  readonly name: string | Buffer;
  readonly bytes: Uint8Array;
  readonly deflate?: boolean;
  /** What is said instead of the truth, in the central directory and in the local header. */
  readonly central?: Partial<RawFields>;
  readonly local?: Partial<RawFields>;
  /** Bytes put before the local header. */
  readonly before?: Uint8Array;
  /** Take the place of an entry written before: no bytes of its own. */
  readonly at?: number;
};
type RawFields = {
  readonly name: string | Buffer;
  readonly madeBy: number;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly extra: Uint8Array;
  readonly comment: Uint8Array;
  readonly attributes: number;
  readonly at: number;
};
export type RawEnd = {
  readonly entries?: number;
  readonly centralSize?: number;
  readonly centralAt?: number;
  readonly comment?: Uint8Array;
  /** Bytes between directory and end record. */
  readonly before?: Uint8Array;
  readonly after?: Uint8Array;
};

const none = new Uint8Array(0);
const bytesOf = (name: string | Buffer) => (typeof name === 'string' ? Buffer.from(name) : name);

function local(fields: RawFields): Buffer {
  const name = bytesOf(fields.name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(fields.flags, 6);
  header.writeUInt16LE(fields.method, 8);
  header.writeUInt16LE(0x21, 12);
  header.writeUInt32LE(fields.crc, 14);
  header.writeUInt32LE(fields.packed, 18);
  header.writeUInt32LE(fields.size, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(fields.extra.length, 28);
  return Buffer.concat([header, name, fields.extra]);
}

function central(fields: RawFields): Buffer {
  const name = bytesOf(fields.name);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(fields.madeBy, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(fields.flags, 8);
  header.writeUInt16LE(fields.method, 10);
  header.writeUInt16LE(0x21, 14);
  header.writeUInt32LE(fields.crc, 16);
  header.writeUInt32LE(fields.packed, 20);
  header.writeUInt32LE(fields.size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(fields.extra.length, 30);
  header.writeUInt16LE(fields.comment.length, 32);
  header.writeUInt32LE(fields.attributes, 38);
  header.writeUInt32LE(fields.at, 42);
  return Buffer.concat([header, name, fields.extra, fields.comment]);
}

/** Writes what it is told. Without lies it is a plain archive as any tool would write it. */
export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Buffer {
  const parts: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  const push = (bytes: Uint8Array) => {
    parts.push(bytes);
    at += bytes.length;
  };
  for (const entry of entries) {
    const packed = entry.deflate === true ? deflateRawSync(entry.bytes) : entry.bytes;
    push(entry.before ?? none);
    const truth: RawFields = {
      name: entry.name,
      madeBy: 0x0314,
      flags: 0x800,
      method: entry.deflate === true ? 8 : 0,
      crc: crc32(entry.bytes),
      packed: packed.length,
      size: entry.bytes.length,
      extra: none,
      comment: none,
      attributes: (0o100600 << 16) >>> 0,
      at: entry.at ?? at,
    };
    directory.push(central({ ...truth, ...entry.central }));
    if (entry.at !== undefined) continue;
    push(local({ ...truth, ...entry.local }));
    push(packed);
  }
  const list = Buffer.concat(directory);
  const centralAt = at;
  push(list);
  push(end.before ?? none);
  const comment = end.comment ?? none;
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(Math.min(0xffff, end.entries ?? entries.length), 8);
  last.writeUInt16LE(Math.min(0xffff, end.entries ?? entries.length), 10);
  last.writeUInt32LE(end.centralSize ?? list.length, 12);
  last.writeUInt32LE(end.centralAt ?? centralAt, 16);
  last.writeUInt16LE(comment.length, 20);
  push(last);
  push(comment);
  push(end.after ?? none);
  return Buffer.concat(parts);
}
