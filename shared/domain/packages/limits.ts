const MiB = 1024 ** 2;

/** What a package may be, at most: beyond any honest one, and small enough that no file can exhaust a laptop. Bytes. */
export const packageLimits = {
  archive: 2048 * MiB,
  entries: 20_000,
  /** Of all entries together, unpacked. */
  unpacked: 1024 * MiB,
  original: 256 * MiB,
  /** Of one JSON file, and of all record files together. */
  json: 16 * MiB,
  records: 64 * MiB,
  summary: 64 * MiB,
  /** How much larger an entry may be than its packed form, once it is larger than `smallEntry`. */
  ratio: 200,
  smallEntry: MiB,
  /** The age header: a hundred recipients fit many times over. */
  header: 64 * 1024,
  depth: 64,
  /** Characters of one JSON string. */
  text: 256 * 1024,
  /** Values in one JSON file. */
  values: 1_000_000,
  /** Power of two of scrypt's work. */
  workFactor: 20,
} as const;
