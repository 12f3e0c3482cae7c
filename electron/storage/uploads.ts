import { randomBytes } from 'node:crypto';
import { largestAttachment } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import type { NewId, UploadIntake, Uploads } from '../services/ports.ts';
import { asStorageFailure } from './faults.ts';
import { type Files, nodeFiles } from './files.ts';
import { createPendingFile, type PendingFile } from './pending-file.ts';

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
        ready ??= files.makeFolder(folder);
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
