import { fstatSync } from 'node:fs';
import { mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** One open file. Positions and lengths are bytes. Every call may fail with a system error that has a `code`. */
export type OpenFile = {
  /** Bytes read; 0 at the end. */
  readonly read: (into: Uint8Array, position: number) => Promise<number>;
  /** Bytes written, possibly fewer than given. */
  readonly write: (bytes: Uint8Array, position: number) => Promise<number>;
  /** Resolves when contents and length are on the device. */
  readonly sync: () => Promise<void>;
  readonly truncate: (length: number) => Promise<void>;
  readonly size: () => Promise<number>;
  /** Whether the file still has a name: a deleted one takes writes and syncs without complaint, for nothing. */
  readonly hasName: () => boolean;
  readonly close: () => Promise<void>;
};

/** `read` an existing file, `create` one that must not exist, `update` an existing one in place. */
export type OpenMode = 'read' | 'create' | 'update';

/** The few things storage asks of a file system; tests put faults between it and the disk. */
export type Files = {
  readonly open: (path: string, mode: OpenMode) => Promise<OpenFile>;
  /** Names in a folder, sorted; undefined when there is no such folder. */
  readonly list: (folder: string) => Promise<readonly string[] | undefined>;
  /** Bytes; undefined when there is no such file. */
  readonly size: (path: string) => Promise<number | undefined>;
  /** Makes the folder and its parents, each durable before it resolves. Nothing happens when it exists. */
  readonly makeFolder: (folder: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Removes a file or folder; nothing happens when it is absent. */
  readonly remove: (path: string) => Promise<void>;
  /** Makes renames and new files in a folder durable, where the system knows such a thing. */
  readonly syncFolder: (folder: string) => Promise<void>;
  readonly realPath: (path: string) => Promise<string>;
};

const flags: { readonly [M in OpenMode]: string } = { read: 'r', create: 'wx+', update: 'r+' };

export function codeOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string'
    ? thrown.code
    : undefined;
}

async function orUndefined<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return undefined;
    throw thrown;
  }
}

async function openFile(path: string, mode: OpenMode): Promise<OpenFile> {
  const handle = await open(path, flags[mode], 0o600);
  return {
    read: async (into, position) => (await handle.read(into, 0, into.length, position)).bytesRead,
    write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
    sync: () => handle.datasync(),
    truncate: (length) => handle.truncate(length),
    size: async () => (await handle.stat()).size,
    // Synchronous: it asks the system about an open file, never the disk, and takes two microseconds.
    hasName: () => fstatSync(handle.fd).nlink > 0,
    close: () => handle.close(),
  };
}

// Windows has no folder sync; some network file systems refuse it although renames there are already in order.
const folderSyncRefusals = new Set(['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM']);

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (thrown) {
    if (!folderSyncRefusals.has(codeOf(thrown) ?? '')) throw thrown;
  } finally {
    await handle.close();
  }
}

async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

// On Windows virus scanners and synchronisers hold files for moments: a rename is worth repeating.
const momentary = new Set(['EPERM', 'EBUSY', 'EACCES']);

async function renameFile(from: string, to: string): Promise<void> {
  const tries = process.platform === 'win32' ? 10 : 1;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (thrown) {
      if (attempt >= tries || !momentary.has(codeOf(thrown) ?? '')) throw thrown;
      await wait(20 * attempt);
    }
  }
}

/** The real disk. Files and folders are made readable for this user alone. */
export const nodeFiles: Files = {
  open: openFile,
  list: async (folder) => (await orUndefined(readdir(folder)))?.sort(),
  size: async (path) => (await orUndefined(stat(path)))?.size,
  makeFolder,
  rename: renameFile,
  remove: (path) => rm(path, { recursive: true, force: true }),
  syncFolder,
  realPath: (path) => realpath(path),
};
