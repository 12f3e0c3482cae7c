import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import type { Files, OpenFile } from './files.ts';

const temporaryName = /\.tmp-[0-9a-f]{16}$/;

/** A name beside `path` for a file that is not finished; `removeTemporary` finds it after a crash. */
export const temporaryBeside = (path: string) => `${path}.tmp-${randomBytes(8).toString('hex')}`;

/** Removes what a crash left unfinished. Only the vault's owner may call it. */
export async function removeTemporary(files: Files, folder: string): Promise<void> {
  for (const name of (await files.list(folder)) ?? []) {
    if (temporaryName.test(name)) await files.remove(`${folder}/${name}`);
  }
}

const stuck = () => Object.assign(new Error('EIO'), { code: 'EIO' });

/** Writes all of it, however many calls that takes. */
export async function writeAll(file: OpenFile, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const written = await file.write(done === 0 ? bytes : bytes.subarray(done), position + done);
    if (written === 0) throw stuck();
    done += written;
  }
}

/** Fills the buffer from `position`; returns how many bytes there were (fewer only at the end of the file). */
export async function readFully(file: OpenFile, into: Uint8Array, position: number): Promise<number> {
  let done = 0;
  while (done < into.length) {
    const read = await file.read(done === 0 ? into : into.subarray(done), position + done);
    if (read === 0) break;
    done += read;
  }
  return done;
}

export async function readWhole(files: Files, path: string): Promise<Buffer> {
  const file = await files.open(path, 'read');
  try {
    const bytes = Buffer.allocUnsafe(await file.size());
    return bytes.subarray(0, await readFully(file, bytes, 0));
  } finally {
    await file.close();
  }
}

/**
 * Puts a whole file in place: written aside, synced, renamed, folder synced. A reader sees the old one or the new one.
 * @param fill writes the contents; what it returns is returned.
 */
export async function replaceFile<T>(
  files: Files,
  path: string,
  fill: (file: OpenFile) => Promise<T>,
): Promise<T> {
  const aside = temporaryBeside(path);
  try {
    const file = await files.open(aside, 'create');
    let result: T;
    try {
      result = await fill(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await files.rename(aside, path);
    await files.syncFolder(dirname(path));
    return result;
  } catch (thrown) {
    await files.remove(aside).catch(() => undefined);
    throw thrown;
  }
}
