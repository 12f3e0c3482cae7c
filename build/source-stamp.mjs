import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');
export const stampFile = join(root, 'out', 'built-from.txt');

/** Everything the build reads: folders whole, and single files. */
const sources = [
  'electron',
  'renderer',
  'shared',
  'build/fonts',
  'electron.vite.config.ts',
  'postcss.config.mjs',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
];

async function filesUnder(place) {
  const full = join(root, place);
  const found = await stat(full).catch(() => undefined);
  if (found === undefined) return [];
  if (found.isFile()) return [full];
  const entries = await readdir(full, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** A hash over name, size and time of every source: it changes when a file is changed, added or taken away. */
export async function sourceStamp() {
  const files = (await Promise.all(sources.map(filesUnder))).flat().sort();
  const lines = await Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs } = await stat(file);
      return `${file.slice(root.length)}\t${size}\t${mtimeMs}`;
    }),
  );
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
