import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** All of a stream in one piece. */
export async function gathered(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

/** Opens a ZIP with the ordinary `unzip`, after its own test of it: path to bytes. */
export async function unzipped(zip: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-unzip-'));
  try {
    const file = join(folder, 'export.zip');
    const into = join(folder, 'out');
    await writeFile(file, zip);
    // Its names are UTF-8; without a locale of that kind unzip would rename some.
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    const options = { maxBuffer: 64 * 1024 ** 2, env };
    await run('unzip', ['-tqq', file], options);
    await run('unzip', ['-q', file, '-d', into], options);
    const found = await readdir(into, { recursive: true, withFileTypes: true });
    const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return new Map(
      await Promise.all(
        files.map(async (path) => [relative(into, path).split(sep).join('/'), await readFile(path)] as const),
      ),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Reads CSV as RFC 4180 has it, knowing nothing of how it was written. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const plain = text.replace(/^\uFEFF/, '');
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at];
    if (quoted && sign === '"' && plain[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (quoted) cell += sign;
    else if (sign === ',') {
      row.push(cell);
      cell = '';
    } else if (sign === '\r' && plain[at + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      at += 1;
    } else cell += sign;
  }
  return cell === '' && row.length === 0 ? rows : [...rows, [...row, cell]];
}

/** Rows of a CSV by their column names. */
export function csvRecords(text: string): readonly Readonly<Record<string, string>>[] {
  const [columns = [], ...rows] = parseCsv(text);
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ''])));
}
