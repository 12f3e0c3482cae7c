import { dirname } from 'node:path';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { StagedFiles } from '../services/ports.ts';
import { type BlobPlace, blobNameKey, nameOf, writeBlob } from './blob-writer.ts';
import { orStorageFailure } from './faults.ts';
import { temporaryBeside } from './file-steps.ts';
import type { Files, OpenFile } from './files.ts';

/** Files on their way to the disk at once: further ones wait, so that few are open. */
const mostSyncing = 4;

type Staged = { readonly aside: string; readonly durable: Promise<boolean> };

/** Whether a file that was written is on the disk. Closes it either way. */
async function durably(file: OpenFile): Promise<boolean> {
  try {
    await file.sync();
    await file.close();
    return true;
  } catch {
    await file.close().catch(() => undefined);
    return false;
  }
}

async function stagedFiles(files: Files, folder: string, place: BlobPlace): Promise<StagedFiles> {
  const nameKey = blobNameKey(place);
  const staged = new Map<Sha256, Staged>();
  const syncing = new Set<Promise<boolean>>();
  let count = 0;
  await files.makeFolder(folder);

  /** Where it belongs, once it is there; undefined when it has to be stored anew. */
  const moved = async (hash: Sha256, { aside, durable }: Staged): Promise<string | undefined> => {
    if (!(await durable)) return undefined;
    const path = `${place.folder}/${nameOf(nameKey, hash)}`;
    if ((await files.size(path)) !== undefined) return path;
    if ((await files.size(aside)) === undefined) return undefined;
    await files.makeFolder(dirname(path));
    await files.rename(aside, path);
    return path;
  };

  return {
    put: (bytes) =>
      orStorageFailure(async () => {
        const aside = `${folder}/${count}`;
        count += 1;
        const file = await files.open(aside, 'create');
        let facts: Awaited<ReturnType<typeof writeBlob>>;
        try {
          facts = await writeBlob(file, place, bytes);
        } catch (thrown) {
          await file.close().catch(() => undefined);
          throw thrown;
        }
        // The disk is given time while the next one is read.
        const durable = durably(file);
        syncing.add(durable);
        void durable.then(() => syncing.delete(durable));
        staged.set(facts.hash, { aside, durable });
        if (syncing.size >= mostSyncing) await Promise.race(syncing);
        return facts;
      }),
    keep: (hashes) =>
      orStorageFailure(async () => {
        const kept: Sha256[] = [];
        const folders = new Set<string>();
        for (const hash of hashes) {
          const found = staged.get(hash);
          const path = found === undefined ? undefined : await moved(hash, found);
          if (path === undefined) continue;
          folders.add(dirname(path));
          kept.push(hash);
        }
        for (const changed of folders) await files.syncFolder(changed);
        return kept;
      }),
    drop: async () => {
      staged.clear();
      await Promise.all(syncing);
      await files.remove(folder);
    },
  };
}

/** What waits in one vault. */
export type Stagings = {
  /** @param place of the portfolio the files would come to; its folder need not be there yet. */
  readonly begin: (place: BlobPlace) => Promise<StagedFiles>;
  /** Everything that still waits is taken away. */
  readonly close: () => Promise<void>;
};

/**
 * Places for files that were not decided upon yet: each in a folder of its own in the vault, named as what is unfinished
 * is named, so that the next opening removes what a crash leaves there.
 * @param note is told of a folder that could not be removed: it does no harm.
 */
export function createStagings(files: Files, vaultFolder: string, note: (event: string) => void): Stagings {
  const waiting = new Set<StagedFiles>();
  return {
    begin: (place) =>
      orStorageFailure(async () => {
        const inner = await stagedFiles(files, temporaryBeside(`${vaultFolder}/staging`), place);
        const drop = async () => {
          waiting.delete(outer);
          await inner.drop().catch(() => note('cleanup-failed'));
        };
        const outer: StagedFiles = { ...inner, drop };
        waiting.add(outer);
        return outer;
      }),
    close: async () => {
      await Promise.all([...waiting].map(({ drop }) => drop()));
    },
  };
}
