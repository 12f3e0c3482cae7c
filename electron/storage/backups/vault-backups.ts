import { type BackupInfo, infoOf, type KeptFile } from '#shared/domain/backup.ts';
import { failure } from '#shared/domain/failure.ts';
import { createInTurn } from '#shared/domain/in-turn.ts';
import type { BackupRequest, VaultBackups } from '../../services/ports/backups.ts';
import { orStorageFailure } from '../faults.ts';
import { removeAbandoned, temporaryBeside, writeAll } from '../file-steps.ts';
import type { Files } from '../files.ts';
import type { Log } from '../journal-adapter.ts';
import { contentSize, verifyWritten, writeArchive } from './archive.ts';
import { orBackupFailure } from './backup-faults.ts';
import { newBackupName, readBackupFolder, thinFolder } from './backup-folder.ts';
import { manifestKey } from './manifest.ts';
import { fillPool } from './pool.ts';
import { assertWanted, type Watch } from './ranges.ts';
import { type PositionedStore, type Snapshot, takeSnapshot, type UnopenedStore } from './snapshot.ts';

export type VaultBackupsParts = {
  readonly files: Files;
  readonly log: Log;
  readonly vaultFolder: string;
  readonly vaultId: string;
  readonly dataKey: Uint8Array;
  /** Opens what is not open yet, which reads it whole: what is damaged is told, and keeps nothing else from its backup. */
  readonly stores: () => Promise<ReadonlyMap<string, PositionedStore | UnopenedStore>>;
};

/** A running total for a progress bar, over everything that is written and read back. */
function watchOf({ signal, progress }: BackupRequest, total: number): Watch {
  let done = 0;
  return {
    signal,
    moved: (bytes) => {
      done = Math.min(done + bytes, total);
      progress?.(done, total);
    },
  };
}

const week = 7 * 86_400_000; // milliseconds
const weekOf = (at: Date) => Math.floor(at.getTime() / week);

/** Whether what lies in the pool is read again: when somebody asked for the backup, and for the first of each week. */
const isThorough = ({ reason, at }: BackupRequest, last: BackupInfo | undefined): boolean =>
  reason === 'by-hand' || last === undefined || weekOf(new Date(last.madeAt)) !== weekOf(at);

/** Backups of one open vault. */
export function createVaultBackups(parts: VaultBackupsParts): VaultBackups {
  const { files, log, vaultFolder, vaultId } = parts;
  const context = { files, vaultId, key: manifestKey(parts.dataKey, vaultId) };
  const inTurn = createInTurn();

  const assertOutside = async (folder: string) => {
    const [inner, outer] = await Promise.all([files.realPath(folder), files.realPath(vaultFolder)]);
    const from = outer.replaceAll('\\', '/');
    if (`${inner.replaceAll('\\', '/')}/`.startsWith(`${from}/`)) {
      throw failure('BACKUP_FAILED', { why: 'within-vault' });
    }
  };
  const snapshotNow = () =>
    orStorageFailure(async () => takeSnapshot(files, vaultFolder, await parts.stores()));

  /** Written aside, synced, read back, and only then given its name. */
  const putArchive = async (
    folder: string,
    name: string,
    snapshot: Snapshot,
    request: BackupRequest,
    pool: readonly KeptFile[] | null,
    watch: Watch,
  ): Promise<BackupInfo> => {
    const aside = temporaryBeside(`${folder}/${name}`);
    try {
      const file = await files.open(aside, 'create');
      let size = 0;
      try {
        for await (const chunk of writeArchive(context, snapshot, request, pool, watch)) {
          await writeAll(file, chunk, size);
          size += chunk.length;
        }
        await file.sync();
      } finally {
        await file.close();
      }
      const manifest = await verifyWritten(context, aside, watch);
      assertWanted(request.signal);
      await files.rename(aside, `${folder}/${name}`);
      await files.syncFolder(folder);
      return infoOf(name, size, manifest);
    } catch (thrown) {
      await files.remove(aside).catch(() => undefined);
      throw thrown;
    }
  };

  const read = (folder: string) => readBackupFolder(files, folder, (backup) => backup.genuine(context.key));

  const make = async (folder: string, request: BackupRequest): Promise<BackupInfo> => {
    await assertOutside(folder);
    await removeAbandoned(files, folder);
    const before = await read(folder);
    const known = new Map(before.found[0]?.manifest.attachments.map((file) => [file.name, file]));
    const snapshot = await snapshotNow();
    const watch = watchOf(request, contentSize(snapshot, true) + contentSize(snapshot, false));
    const thorough = isThorough(request, before.found[0]?.info);
    const pool = await fillPool(files, folder, snapshot.attachments, known, watch, thorough);
    const name = newBackupName(request.at, (await files.list(folder)) ?? []);
    const info = await putArchive(folder, name, snapshot, request, pool, watch);
    // Another computer that shares the folder may have thinned meanwhile what only older backups named.
    const written = new Map(pool.map((file) => [file.name, file]));
    await fillPool(files, folder, snapshot.attachments, written, { signal: request.signal }, false);
    try {
      await thinFolder(files, folder, await read(folder), request.at);
    } catch {
      // The backup is made: that older ones stay longer is no fault of it.
      log('backup-thinning-failed', {});
    }
    return info;
  };

  return {
    make: (folder, request) => inTurn(() => orBackupFailure(() => make(folder, request))),
    save: (folder, name, request) =>
      inTurn(() =>
        orBackupFailure(async () => {
          await assertOutside(folder);
          const snapshot = await snapshotNow();
          const watch = watchOf(request, 2 * contentSize(snapshot, true));
          return putArchive(folder, name, snapshot, request, null, watch);
        }),
      ),
    stream: (request) =>
      inTurn(async () => {
        const snapshot = await snapshotNow();
        const size = contentSize(snapshot, true);
        return { size, bytes: writeArchive(context, snapshot, request, null, watchOf(request, size)) };
      }),
    assertOutside: (folder) => orBackupFailure(() => assertOutside(folder)),
    list: async (folder) => {
      const { found, unreadable } = await orBackupFailure(() => read(folder));
      return { backups: found.map(({ info }) => info), unreadable, newest: found[0]?.manifest.heads };
    },
  };
}
