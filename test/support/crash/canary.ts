import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Files, nodeFiles } from '#electron/storage/files.ts';

const base64 = (bytes: Buffer) => bytes.toString('base64');

/** A text as base64 has it, wherever in three bytes it begins: the letters that depend on it alone. */
function base64Forms(text: Buffer): readonly string[] {
  return [0, 1, 2].map((before) => {
    const whole = base64(Buffer.concat([Buffer.alloc(before), text, Buffer.alloc(3)]));
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor(((before + text.length) * 8) / 6);
    return whole.slice(from, to);
  });
}

/** The ways a text could lie about in a file. */
export function formsOf(text: string): readonly Buffer[] {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16 = Buffer.from(text, 'utf16le');
  const swapped = Buffer.from(utf16).swap16();
  const hex = utf8.toString('hex');
  const letters = [
    hex,
    hex.toUpperCase(),
    ...base64Forms(utf8),
    ...base64Forms(utf8).map((form) => form.replaceAll('+', '-').replaceAll('/', '_')),
  ];
  return [utf8, utf16, swapped, ...letters.map((form) => Buffer.from(form, 'latin1'))];
}

export type Watched = {
  /** A disk that remembers whatever was written to it, also what was removed again. */
  readonly files: Files;
  /** Looks at every file below the folder as it is now. */
  readonly look: () => void;
  readonly bytes: () => number;
  /** Where a planted text was seen. */
  readonly hits: () => readonly string[];
};

/**
 * Watches for planted texts in everything that is written: every write through the port, and every file below the folder
 * each time it is looked at.
 */
export function watchFor(planted: readonly string[], folder: string): Watched {
  const needles = planted.flatMap((text) => formsOf(text).map((form) => ({ text, form })));
  const hits = new Set<string>();
  let seen = 0;
  // A text may be split over two writes: the end of the last one is looked at again.
  const longest = Math.max(...needles.map(({ form }) => form.length));
  const tails = new Map<string, Buffer>();
  const search = (where: string, bytes: Buffer) => {
    seen += bytes.length;
    for (const { text, form } of needles) if (bytes.includes(form)) hits.add(`${text} in ${where}`);
  };
  const noted = (path: string, bytes: Uint8Array) => {
    const piece = Buffer.concat([tails.get(path) ?? Buffer.alloc(0), bytes]);
    search(path, piece);
    tails.set(path, Buffer.from(piece.subarray(Math.max(0, piece.length - longest))));
  };
  return {
    files: {
      ...nodeFiles,
      open: async (path, mode) => {
        search('a file name', Buffer.from(path));
        const file = await nodeFiles.open(path, mode);
        return {
          ...file,
          write: (bytes, position) => {
            noted(path, bytes);
            return file.write(bytes, position);
          },
        };
      },
    },
    look: () => {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        search('a file name', Buffer.from(entry.name));
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        try {
          search(path, readFileSync(path));
        } catch (thrown) {
          // Gone between being listed and being read: it came through the port.
          if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT')) throw thrown;
        }
      }
    },
    bytes: () => seen,
    hits: () => [...hits],
  };
}
