import type { Files, OpenFile } from '#electron/storage/files.ts';
import { isFailure } from '#shared/domain/failure.ts';

/** Every single-bit change of some bytes, or each n-th of them. */
export function* bitFlips(bytes: Uint8Array, every = 1): Generator<Buffer> {
  for (let bit = 0; bit < bytes.length * 8; bit += every) {
    const flipped = Buffer.from(bytes);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    yield flipped;
  }
}

/** Bytes cut off at the end, and bytes added there. */
export function* cuts(bytes: Uint8Array, every = 1): Generator<Buffer> {
  for (let length = 0; length < bytes.length; length += every) yield Buffer.from(bytes.subarray(0, length));
  yield Buffer.concat([bytes, Buffer.from([0])]);
  yield Buffer.concat([bytes, bytes]);
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The same bytes in another spelling, where base64 leaves bits over or padding out. */
function respelled(text: string): string[] {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const bare = text.replace(/=+$/, '');
  const last = alphabet.indexOf(bare.at(-1) ?? '');
  const spare = text.length - bare.length;
  if (last < 0 || spare === 0) return [`${text}=`, ` ${text}`];
  const padding = '='.repeat(spare);
  const others = Array.from({ length: spare === 1 ? 3 : 15 }, (_, bits) => alphabet[last ^ (bits + 1)] ?? '');
  return [
    bare,
    ...others.map((letter) => `${bare.slice(0, -1)}${letter}${padding}`),
    text.replaceAll('+', '-').replaceAll('/', '_'),
  ];
}

function* leafChanges(value: Json): Generator<Json> {
  yield null;
  if (typeof value === 'number') {
    for (const other of [0, 1, value - 1, value + 1, value / 2, value * 2, -value, 2 ** 10, 2 ** 14])
      yield other;
    yield String(value);
  }
  if (typeof value === 'boolean') yield !value;
  if (typeof value !== 'string') return;
  yield '';
  yield `${value} `;
  yield value.toUpperCase();
  yield* respelled(value);
  for (let at = 0; at < value.length; at += 1) {
    const letter = value[at] === 'a' ? 'b' : 'a';
    yield value.slice(0, at) + letter + value.slice(at + 1);
  }
}

/** Every value one step away: a leaf changed, a part left out, doubled, moved, or added. */
export function* jsonChanges(value: Json): Generator<Json> {
  if (Array.isArray(value)) {
    const parts: readonly Json[] = value;
    for (const at of parts.keys()) {
      yield parts.toSpliced(at, 1);
      yield parts.toSpliced(at, 0, parts[at] ?? null);
      for (let other = at + 1; other < parts.length; other += 1)
        yield parts.with(at, parts[other] ?? null).with(other, parts[at] ?? null);
      for (const changed of jsonChanges(parts[at] ?? null)) yield parts.with(at, changed);
    }
    yield [];
    return;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = value as { readonly [key: string]: Json };
    for (const key of Object.keys(fields)) {
      const { [key]: part = null, ...rest } = fields;
      yield rest;
      for (const changed of jsonChanges(part)) yield { ...fields, [key]: changed };
    }
    yield { ...fields, added: 1 };
    return;
  }
  yield* leafChanges(value);
}

/** A disk with one file, to be read. */
export function oneFile(path: string, bytes: Uint8Array): Files {
  const refuse = async (): Promise<never> => {
    throw new Error('only reading is expected here');
  };
  const file: OpenFile = {
    read: async (into, position) => {
      const part = bytes.subarray(position, position + into.length);
      into.set(part);
      return part.length;
    },
    size: async () => bytes.length,
    write: refuse,
    sync: refuse,
    truncate: refuse,
    hasName: () => true,
    close: async () => undefined,
  };
  return {
    open: async (asked) => (asked === path ? file : refuse()),
    size: async (asked) => (asked === path ? bytes.length : undefined),
    list: refuse,
    makeFolder: refuse,
    rename: refuse,
    remove: refuse,
    syncFolder: refuse,
    realPath: refuse,
  };
}

/** What reading gave; undefined when it was refused with a failure, as it should be. Anything else is a fault. */
export async function readOrRefused<T>(read: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (thrown) {
    if (isFailure(thrown)) return undefined;
    throw thrown;
  }
}
