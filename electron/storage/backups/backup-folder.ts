import { type BackupInfo, type BackupManifest, infoOf } from '#shared/domain/backup.ts';
import { toThin } from '#shared/domain/backup-thinning.ts';
import { isFailure } from '#shared/domain/failure.ts';
import { isBeingWritten } from '../file-steps.ts';
import type { Files } from '../files.ts';
import { readBackupFile } from './manifest.ts';
import { pooled } from './pool.ts';

const ending = '.waymark-backup';
export const backupName = /^waymark-[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{6}(-[0-9]+)?\.waymark-backup$/;

const pad = (value: number) => String(value).padStart(2, '0');

/** A name nobody has yet: the moment by this computer's own clock, as its owner would look for it. */
export function newBackupName(at: Date, taken: readonly string[]): string {
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  const base = `waymark-${day}-${pad(at.getHours())}${pad(at.getMinutes())}${pad(at.getSeconds())}`;
  for (let number = 1; ; number += 1) {
    const name = `${base}${number === 1 ? '' : `-${number}`}${ending}`;
    if (!taken.includes(name)) return name;
  }
}

export type Found = { readonly info: BackupInfo; readonly manifest: BackupManifest };
export type FolderContents = {
  /** Newest first. */
  readonly found: readonly Found[];
  readonly unreadable: readonly string[];
};

/**
 * The backups in a folder. Only what cannot be a backup of this vault, or was damaged, is unreadable; a fault of the disk
 * is a fault.
 * @param isOurs whether a manifest is genuine; everything is taken when the key is not known yet.
 */
export async function readBackupFolder(
  files: Files,
  folder: string,
  isOurs: (backup: Awaited<ReturnType<typeof readBackupFile>>) => boolean,
): Promise<FolderContents> {
  const found: Found[] = [];
  const unreadable: string[] = [];
  for (const name of (await files.list(folder)) ?? []) {
    if (!backupName.test(name)) continue;
    const file = await files.open(`${folder}/${name}`, 'read');
    try {
      const backup = await readBackupFile(file);
      if (!isOurs(backup)) unreadable.push(name);
      else found.push({ manifest: backup.manifest, info: infoOf(name, await file.size(), backup.manifest) });
    } catch (thrown) {
      if (!isFailure(thrown)) throw thrown;
      unreadable.push(name);
    } finally {
      await file.close();
    }
  }
  found.sort((a, b) => b.info.madeAt.localeCompare(a.info.madeAt) || b.info.name.localeCompare(a.info.name));
  return { found, unreadable };
}

/** The newest backups that still have whole what is damaged in the newest of all: they go when it is whole again. */
function lastWhole(found: readonly Found[]): readonly string[] {
  const [newest] = found;
  return (newest?.info.damaged ?? []).flatMap(({ store }) => {
    const whole = found.find(
      ({ info, manifest }) =>
        manifest.heads[store] !== undefined && !info.damaged.some((one) => one.store === store),
    );
    return whole === undefined ? [] : [whole.info.name];
  });
}

/**
 * Removes backups that have had their time, then the attachments only they named. Nothing is taken out of the pool while
 * any backup in the folder cannot be read: it might be what that one needs.
 */
export async function thinFolder(
  files: Files,
  folder: string,
  contents: FolderContents,
  now: Date,
): Promise<number> {
  const going = new Set(
    toThin(
      contents.found.map(({ info }) => info),
      now,
    ),
  );
  for (const name of lastWhole(contents.found)) going.delete(name);
  for (const name of going) await files.remove(`${folder}/${name}`);
  if (going.size === 0 || contents.unreadable.length > 0) return going.size;
  // Another computer that shares the folder may be writing one that needs them.
  if (((await files.list(folder)) ?? []).some((name) => isBeingWritten(name))) return going.size;
  const named = (gone: boolean) =>
    contents.found
      .filter(({ info }) => going.has(info.name) === gone)
      .flatMap(({ manifest }) => manifest.attachments.map(({ name }) => name));
  const needed = new Set(named(false));
  for (const name of new Set(named(true))) {
    if (!needed.has(name)) await files.remove(pooled(folder, name));
  }
  return going.size;
}
