import { basename, dirname } from 'node:path';
import { type BackupInfo, infoOf } from '#shared/domain/backup.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Restored, RestoreRequest } from '../../services/ports/backups.ts';
import type { VaultReading } from '../../services/ports/reading.ts';
import { readVault } from '../check/read-vault.ts';
import { temporaryBeside, writeAll } from '../file-steps.ts';
import type { Files } from '../files.ts';
import { headerOfToday, keyBySecret } from '../unlock-header.ts';
import { portfoliosFolder } from '../vault-folder.ts';
import { headerName, writeHeader } from '../vault-header.ts';
import type { VaultLock } from '../vault-lock.ts';
import { extractBackup } from './extract.ts';
import { type NoteRestoreParts, noteRestore } from './note-restore.ts';
import type { Watch } from './ranges.ts';

/** A whole, checked vault that only has to be given its name. */
const restoredName = (folder: string) => `${folder}.restored`;

/**
 * Ends a restore that was interrupted between putting the old vault aside and putting the restored one in its place:
 * only then is there a whole one under this name and nothing where the vault belongs.
 */
export async function finishRestore(files: Files, folder: string): Promise<void> {
  const restored = restoredName(folder);
  if ((await files.size(`${restored}/${headerName}`)) === undefined) return;
  if ((await files.list(folder)) !== undefined) return;
  await files.rename(restored, folder);
  await files.syncFolder(dirname(folder));
}

/** Two digits each of year … second, for a name. */
const stamp = (at: Date) => at.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');

async function putInPlace(
  files: Files,
  staging: string,
  folder: string,
  { at, keepAside }: { readonly at: Date; readonly keepAside: boolean },
): Promise<string | null> {
  const restored = restoredName(folder);
  // Asked again: unpacking takes its time, and a vault may have been made here meanwhile.
  if (!keepAside && ((await files.list(folder)) ?? []).length > 0) throw failure('VAULT_EXISTS', {});
  await files.remove(restored);
  await files.rename(staging, restored);
  await files.syncFolder(dirname(folder));
  let keptAside: string | null = null;
  const there = await files.list(folder);
  if (there !== undefined && there.length > 0) {
    keptAside = `${folder}-kept-aside-${stamp(at)}`;
    await files.rename(folder, keptAside);
    await files.syncFolder(dirname(folder));
  } else if (there !== undefined) {
    await files.remove(folder);
  }
  await files.rename(restored, folder).catch(async (thrown: unknown) => {
    // Whoever looked at the folder just now has done it already: see `finishRestore`.
    if ((await files.size(`${folder}/${headerName}`)) === undefined) throw thrown;
  });
  await files.syncFolder(dirname(folder));
  return keptAside;
}

/**
 * Removes what restoring left beside a vault when it was interrupted: what was half unpacked, and a whole one that was
 * never given the vault's name. Both came out of a backup that is still there. Only the owner of the vault that is in
 * its place may call it: without one, `finishRestore` puts the whole one there.
 */
export async function removeLeftovers(files: Files, folder: string): Promise<void> {
  if ((await files.size(`${folder}/${headerName}`)) !== undefined) await files.remove(restoredName(folder));
  const ours = new RegExp(`^${basename(folder).replace(/[^A-Za-z0-9]/g, '\\$&')}\\.tmp-[0-9a-f]{16}$`);
  for (const name of (await files.list(dirname(folder))) ?? []) {
    if (ours.test(name)) await files.remove(`${dirname(folder)}/${name}`);
  }
}

async function received(files: Files, bytes: AsyncIterable<Uint8Array>, path: string): Promise<void> {
  const file = await files.open(path, 'create');
  try {
    let position = 0;
    for await (const piece of bytes) {
      await writeAll(file, piece, position);
      position += piece.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

export type RestoreParts = NoteRestoreParts & {
  readonly lock: (realFolder: string) => Promise<VaultLock>;
  /** Looks at the unpacked vault before it gets its place, and throws to refuse it. */
  readonly judge: (reading: VaultReading, info: BackupInfo, heads: Restored['heads']) => Promise<void>;
};

async function unpack(
  parts: RestoreParts,
  { source, secret, signal, progress }: RestoreRequest,
  staging: string,
): Promise<BackupInfo> {
  const { files, judge } = parts;
  let path = 'path' in source ? source.path : '';
  if ('bytes' in source) {
    path = `${staging}/upload`;
    await received(files, source.bytes(), path);
  }
  // Half of the work is unpacking, half of it reading what was unpacked.
  const watch = (total: number): Watch => {
    let done = 0;
    return {
      signal,
      moved: (bytes) => {
        done += bytes;
        progress?.(done, 2 * total);
      },
    };
  };
  const vault = `${staging}/vault`;
  await files.makeFolder(vault);
  const keyOf = (header: Parameters<typeof keyBySecret>[0]) => keyBySecret(header, secret);
  const { manifest, header, dataKey } = await extractBackup(
    files,
    { path, pool: dirname(path) },
    vault,
    keyOf,
    watch,
  );
  await files.makeFolder(`${vault}/${portfoliosFolder}`);
  const place = { folder: vault, vaultId: header.vaultId, dataKey };
  const reading = await readVault(files, place, {
    signal,
    progress: (done, total) => progress?.(total + done, 2 * total),
  });
  const info = infoOf(basename(path), 0, manifest);
  await judge(reading, info, manifest.heads);
  // One of an older format is of today's from here on: the backup it came from is the one to go back to.
  const today = await headerOfToday(header, dataKey, secret);
  if (today.format !== header.format) await writeHeader(files, vault, today);
  await noteRestore(parts, place, manifest);
  dataKey.fill(0);
  return info;
}

/**
 * Puts a vault back from a backup: unpacked beside its place, checked whole, and only then renamed into it. What was there
 * is renamed, never deleted. Fails with VAULT_EXISTS, VAULT_IN_USE, PACKAGE_REFUSED, PACKAGE_NEWER, WRONG_PASSPHRASE,
 * WRONG_RECOVERY_CODE, CANCELLED; then nothing has changed.
 */
export async function restoreVault(
  parts: RestoreParts,
  folder: string,
  request: RestoreRequest,
): Promise<Restored> {
  const { files, clock } = parts;
  await finishRestore(files, folder);
  const there = (await files.list(folder)) ?? [];
  if (there.length > 0 && !request.keepAside) throw failure('VAULT_EXISTS', {});
  const lock = there.length > 0 ? await parts.lock(await files.realPath(folder)) : undefined;
  const staging = temporaryBeside(folder);
  try {
    await files.makeFolder(dirname(folder));
    await removeLeftovers(files, folder);
    await files.makeFolder(staging);
    let heads: Restored['heads'] = {};
    const judge: RestoreParts['judge'] = async (reading, info, told) => {
      heads = told;
      await parts.judge(reading, info, told);
    };
    const info = await unpack({ ...parts, judge }, request, staging);
    const keptAside = await putInPlace(files, `${staging}/vault`, folder, {
      at: clock.now(),
      keepAside: request.keepAside,
    });
    await files.remove(staging).catch(() => undefined);
    return { info, heads, keptAside };
  } catch (thrown) {
    await files.remove(staging).catch(() => undefined);
    throw thrown;
  } finally {
    await lock?.release();
  }
}
