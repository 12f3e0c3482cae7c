import { dirname } from 'node:path';
import { readWhole, replaceFile, writeAll } from '../file-steps.ts';
import type { Files } from '../files.ts';

/** Where damaged files of a vault are kept, for good: nobody can say today what will be readable with other means. */
export const asideFolder = 'set-aside';

const stampOf = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, '');
const placeFor = (folder: string, name: string, at: Date) =>
  `${folder}/${asideFolder}/${name}.damaged-${stampOf(at)}`;

/**
 * Moves a file of the vault aside, durably.
 * @param name path within the vault.
 */
export async function moveAside(files: Files, folder: string, name: string, at: Date): Promise<void> {
  const path = `${folder}/${name}`;
  if ((await files.size(path)) === undefined) return;
  const target = placeFor(folder, name, at);
  await files.makeFolder(dirname(target));
  await files.rename(path, target);
  await files.syncFolder(dirname(target));
  await files.syncFolder(dirname(path));
}

/** Keeps a whole copy of a file aside, and then leaves its first `length` bytes in its place. */
export async function cutAside(files: Files, folder: string, name: string, length: number, at: Date) {
  const path = `${folder}/${name}`;
  const bytes = await readWhole(files, path);
  const target = placeFor(folder, name, at);
  await files.makeFolder(dirname(target));
  await replaceFile(files, target, (file) => writeAll(file, bytes, 0));
  await replaceFile(files, path, (file) => writeAll(file, bytes.subarray(0, length), 0));
}
