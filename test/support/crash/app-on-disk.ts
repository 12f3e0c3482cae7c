import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '#electron/app.ts';
import type { Files } from '#electron/storage/files.ts';
import { testFolders } from '../renderer-folder.ts';

/** Where the vault of the app under test is, on whatever disk. */
export const vaultFolder = '/vault';

let folders: Promise<Awaited<ReturnType<typeof testFolders>>> | undefined;
let made: string | undefined;

/** The whole app over a given disk: services, storage, keys. Close it when done; `removeFolders` at the very end. */
export async function appOn(files: Files, folder = vaultFolder) {
  folders ??= mkdtemp(join(tmpdir(), 'waymark-crash-')).then((at) => {
    made = at;
    return testFolders(at);
  });
  return createApp({
    vaultFolder: folder,
    backupRoot: '/backups',
    host: 'browser',
    files,
    folders: await folders,
  });
}

export async function removeFolders(): Promise<void> {
  if (made !== undefined) await rm(made, { recursive: true, force: true });
  folders = undefined;
  made = undefined;
}
