import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import type { Files, OpenFile } from './files.ts';

const temporaryName = /\.tmp-[0-9a-f]{16}$/;

/**
 * A name beside `path` for a file that is not finished; `removeTemporary` finds it after a crash. It says in its first half
 * when it was begun, in seconds: see `removeAbandoned`.
 */
export function temporaryBeside(path: string): string {
  const begun = Math.floor(Date.now() / 1000)
    .toString(16)
    .padStart(8, '0')
    .slice(-8);
  return `${path}.tmp-${begun}${randomBytes(4).toString('hex')}`;
}

const longEnough = 2 * 86_400; // seconds

/** Whether a name is that of a file that somebody, here or on another computer, may still be writing. */
export function isBeingWritten(name: string, now = Date.now()): boolean {
  const [, begun] = /\.tmp-([0-9a-f]{8})[0-9a-f]{8}$/.exec(name) ?? [];
  return begun !== undefined && Math.abs(now / 1000 - Number.parseInt(begun, 16)) < longEnough;
}

/** Removes unfinished files that nobody can be writing any more, in a folder that several computers may share. */
export async function removeAbandoned(files: Files, folder: string, now = Date.now()): Promise<void> {
  for (const name of (await files.list(folder)) ?? []) {
    if (temporaryName.test(name) && !isBeingWritten(name, now)) await files.remove(`${folder}/${name}`);
  }
}

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
