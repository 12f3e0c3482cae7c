import { randomBytes } from 'node:crypto';
import type { Id } from '#shared/domain/ids.ts';
import type { Outbox, OutgoingFile } from '../services/ports/outbox.ts';
import type { NewId } from '../services/ports.ts';
import { orStorageFailure } from './faults.ts';
import { type Files, nodeFiles } from './files.ts';
import { createWaitingFile, type WaitingFile } from './waiting-file.ts';

export type OutboxOptions = {
  /** Where files wait; each process makes a folder of its own in it. */
  readonly folder: string;
  readonly newId: NewId;
  readonly files?: Files;
};

type Kept = Pick<OutgoingFile, 'name' | 'mediaType'> & { readonly file: WaitingFile };

/** Files of this process that wait to be downloaded, under keys that are never written: they end with it. */
export function createOutbox({ newId, files = nodeFiles, ...options }: OutboxOptions): Outbox {
  const folder = `${options.folder}/${process.pid}-${randomBytes(8).toString('hex')}`;
  const kept = new Map<Id, Kept>();
  const drop = async (id: Id) => {
    const found = kept.get(id);
    kept.delete(id);
    await found?.file.remove();
  };
  return {
    keep: ({ name, mediaType, bytes, encrypted = false }) =>
      orStorageFailure(async () => {
        await files.makeFolder(folder);
        const id = newId();
        const file = await createWaitingFile(files, `${folder}/${id}`, bytes, encrypted);
        kept.set(id, { name, mediaType, file });
        return { id, size: file.size, sha256: file.hash };
      }),
    read: (id) => {
      const found = kept.get(id);
      if (found === undefined) return undefined;
      const { name, mediaType, file } = found;
      return { name, mediaType, size: file.size, bytes: file.bytes() };
    },
    drop,
    dropAll: async () => {
      await Promise.all([...kept.keys()].map(drop));
    },
  };
}
