import { z } from 'zod';
import { failure } from '#shared/domain/failure.ts';
import type { BackupPlaces, FoundBackup } from '../../services/ports/backups.ts';
import { readWhole, replaceFile, writeAll } from '../file-steps.ts';
import type { Files } from '../files.ts';
import { isSyncedFolder } from '../synced-folder.ts';
import { orBackupFailure } from './backup-faults.ts';
import { backupName, readBackupFolder } from './backup-folder.ts';

const placeName = 'place.json';
const placeSchema = z.strictObject({ folder: z.string().min(1).max(4096) });

/** Enough of a vault's id to tell a person's vaults apart. */
const shortId = (vaultId: string) => vaultId.slice(0, 8);

/**
 * Where the backups of a vault go on this computer. A folder somebody has chosen is noted beside the default one, not in
 * the vault: it belongs to this computer, and must be found when the vault cannot be opened.
 * @param root the default for all vaults of this computer.
 */
export function createBackupPlaces(files: Files, root: string): BackupPlaces {
  const home = (vaultId: string) => `${root}/${shortId(vaultId)}`;

  const chosenFolder = async (vaultId: string): Promise<string | undefined> => {
    const path = `${home(vaultId)}/${placeName}`;
    if ((await files.size(path)) === undefined) return undefined;
    try {
      return placeSchema.parse(JSON.parse((await readWhole(files, path)).toString('utf8'))).folder;
    } catch {
      // It is a note, not a record: without it the default holds.
      return undefined;
    }
  };

  const folderFor: BackupPlaces['folderFor'] = async (vaultId) => {
    const chosen = await chosenFolder(vaultId);
    const folder = chosen ?? home(vaultId);
    return { folder, chosen: chosen !== undefined, synced: isSyncedFolder(folder, process.env) };
  };

  return {
    root,
    folderFor,
    filesOf: async (vaultId) => {
      const { folder } = await folderFor(vaultId);
      const names = (await files.list(folder)) ?? [];
      return names.filter((name) => backupName.test(name)).map((name) => `${folder}/${name}`);
    },
    found: async () => {
      const all: FoundBackup[] = [];
      for (const id of (await files.list(root)) ?? []) {
        if (!/^[0-9a-f]{8}$/.test(id)) continue;
        const { folder } = await folderFor(id);
        // A stick that is not in, or a folder that may not be read, holds nothing for now.
        const read = await readBackupFolder(files, folder, () => true).catch(() => undefined);
        for (const { info, manifest } of read?.found ?? []) {
          all.push({ id: `${id}/${info.name}`, folder, vaultId: manifest.vaultId, info });
        }
      }
      return all.sort((a, b) => b.info.madeAt.localeCompare(a.info.madeAt));
    },
    exists: async (path) =>
      (await files.size(path)) !== undefined && (await files.list(path).catch(() => undefined)) === undefined,
    prepare: (vaultId) =>
      orBackupFailure(async () => {
        const { folder, chosen } = await folderFor(vaultId);
        if (!chosen) await files.makeFolder(folder);
        // A memory stick that is not in must not be replaced by a folder of its name on this disk.
        else if ((await files.list(folder)) === undefined) throw failure('BACKUP_FAILED', { why: 'folder' });
        return folder;
      }),
    choose: (vaultId, parent) =>
      orBackupFailure(async () => {
        const note = `${home(vaultId)}/${placeName}`;
        if (parent === null) return files.remove(note);
        if ((await files.list(parent)) === undefined) throw failure('BACKUP_FAILED', { why: 'folder' });
        const folder = `${parent.replace(/[\\/]+$/, '')}/waymark-backups-${shortId(vaultId)}`;
        await files.makeFolder(folder);
        await files.makeFolder(home(vaultId));
        const bytes = Buffer.from(JSON.stringify({ folder }));
        await replaceFile(files, note, (file) => writeAll(file, bytes, 0));
      }),
  };
}
