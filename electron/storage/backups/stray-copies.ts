import { basename, dirname } from 'node:path';
import type { StrayCopy } from '../../services/ports/backups.ts';
import type { Files } from '../files.ts';
import { portfoliosFolder, profileFolder } from '../vault-folder.ts';
import { readHeader } from '../vault-header.ts';
import { lockVault } from '../vault-lock.ts';

/**
 * A journal or checkpoint with something added to its name, as sync programs name the loser of two: `journal-000001-LAPTOP.log`
 * (OneDrive), `… (Ann's conflicted copy 2026-03-01).log` (Dropbox), `….sync-conflict-….log` (Syncthing), `… (1).log`.
 */
const copied = /^(journal|checkpoint)-([0-9]{6})(?!\.(?:log|bin)$).+\.(?:log|bin)$/;

/** The segment a conflicted journal is another version of; undefined for a checkpoint, which only repeats a journal. */
export function segmentOfCopy(name: string): number | undefined {
  const [, kind, segment] = copied.exec(name) ?? [];
  return kind === 'journal' ? Number(segment) : undefined;
}

const keptByUs = /(-kept-aside-|-merged-|\.restored$|\.tmp-)/;

/** What lies in and beside a vault that is another version of it. */
export async function strayCopies(
  files: Files,
  folder: string,
  vaultId: string,
): Promise<readonly StrayCopy[]> {
  const found: StrayCopy[] = [];
  const portfolios = (await files.list(`${folder}/${portfoliosFolder}`)) ?? [];
  for (const store of [profileFolder, ...portfolios.map((id) => `${portfoliosFolder}/${id}`)]) {
    for (const name of (await files.list(`${folder}/${store}`)) ?? []) {
      if (copied.test(name)) found.push({ id: `${store}/${name}`, kind: 'file', place: `${store}/${name}` });
    }
  }
  const parent = dirname(folder);
  for (const name of (await files.list(parent)) ?? []) {
    if (name === basename(folder) || keptByUs.test(name)) continue;
    const path = `${parent}/${name}`;
    // Not a folder, or not a vault: nothing of ours.
    const header = await readHeader(files, path).catch(() => undefined);
    if (header?.vaultId === vaultId) found.push({ id: path, kind: 'folder', place: path });
  }
  return found;
}

const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, '');

/** Takes a copy that was merged out of the way. It is renamed, never deleted. Fails with VAULT_IN_USE where it is open. */
export async function setCopyAside(files: Files, folder: string, copy: StrayCopy, at: Date): Promise<void> {
  if (copy.kind === 'folder') {
    const lock = await lockVault(await files.realPath(copy.place), 'setting aside');
    try {
      await files.rename(copy.place, `${copy.place}-merged-${stamp(at)}`);
      return await files.syncFolder(dirname(copy.place));
    } finally {
      await lock.release();
    }
  }
  const target = `${folder}/set-aside/${copy.place}.merged-${stamp(at)}`;
  await files.makeFolder(dirname(target));
  await files.rename(`${folder}/${copy.place}`, target);
  await files.syncFolder(dirname(target));
  return files.syncFolder(dirname(`${folder}/${copy.place}`));
}
