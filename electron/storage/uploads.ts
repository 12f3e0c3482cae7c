import { randomBytes } from 'node:crypto';
import { largestAttachment } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import type { NewId, UploadIntake, Uploads } from '../services/ports.ts';
import { asStorageFailure } from './faults.ts';
import { type Files, nodeFiles } from './files.ts';
import { createPendingFile, type PendingFile } from './pending-file.ts';

const folderPattern = /^([0-9]+)-[0-9a-f]{16}$/;

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // Another user's process is alive too.
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}

/** Removes what processes that are gone left behind. It is unreadable anyway: their keys went with them. */
async function removeLeftovers(files: Files, folder: string): Promise<void> {
  for (const name of (await files.list(folder)) ?? []) {
    const pid = folderPattern.exec(name)?.[1];
    if (pid !== undefined && Number(pid) !== process.pid && !runs(Number(pid))) {
      await files.remove(`${folder}/${name}`);
    }
  }
}

export type UploadsOptions = {
  /** Where bytes wait; each process makes a folder of its own in it. */
  readonly folder: string;
  readonly newId: NewId;
  readonly files?: Files;
  /** Bytes. */
  readonly limit?: number;
};

/** Uploads of this process, encrypted under keys that are never written: they end with it. Works without a vault. */
export function createUploads(options: UploadsOptions): Uploads & UploadIntake {
  const { newId, files = nodeFiles, limit = largestAttachment } = options;
  const folder = `${options.folder}/${process.pid}-${randomBytes(8).toString('hex')}`;
  const pending = new Map<string, PendingFile>();
  let ready: Promise<void> | undefined;
  const prepare = async () => {
    await removeLeftovers(files, options.folder);
    await files.makeFolder(folder);
  };

  const waiting = (id: string) => {
    const file = pending.get(id);
    if (file === undefined) throw failure('NOT_FOUND', { what: 'upload' });
    return file;
  };
  const drop = async (id: string) => {
    const file = pending.get(id);
    pending.delete(id);
    await file?.remove();
  };

  return {
    begin: async (size) => {
      if (!Number.isSafeInteger(size) || size < 0) {
        throw failure('INVALID', { issues: [{ path: ['size'], code: 'size' }] });
      }
      if (size > limit) throw failure('FILE_TOO_LARGE', { size, limit });
      try {
        ready ??= prepare();
        await ready;
        const id = newId();
        pending.set(id, await createPendingFile(files, `${folder}/${id}`, size));
        return id;
      } catch (thrown) {
        ready = undefined;
        throw asStorageFailure(thrown);
      }
    },
    append: async (id, offset, chunk) => waiting(id).append(offset, chunk),
    finish: async (id, sha256) => {
      if (await waiting(id).finish(sha256)) return;
      await drop(id);
      throw failure('FILE_CHANGED', { name: '' });
    },
    cancel: drop,
    take: async (id) => pending.get(id)?.take(),
    drop,
    dropAll: async () => {
      await Promise.all([...pending.keys()].map(drop));
    },
  };
}
