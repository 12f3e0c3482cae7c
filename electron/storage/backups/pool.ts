import { dirname } from 'node:path';
import type { KeptFile } from '#shared/domain/backup.ts';
import { removeAbandoned, temporaryBeside, writeAll } from '../file-steps.ts';
import type { Files } from '../files.ts';
import { damagedBackup } from './backup-faults.ts';
import { bytesOfFile, hashOf, type Watch } from './ranges.ts';
import type { SnapshotFile } from './snapshot.ts';

/** Attachments' ciphertext lies here once, however many backups name it: it never changes. */
const poolFolder = 'attachments';
export const poolOf = (folder: string) => `${folder}/${poolFolder}`;
export const pooled = (folder: string, name: string) => `${poolOf(folder)}/${name}`;

/** Copies a file and reads the copy back before it gets its name. */
export async function copyVerified(
  files: Files,
  from: SnapshotFile,
  to: string,
  watch: Watch,
): Promise<KeptFile> {
  const aside = temporaryBeside(to);
  await files.makeFolder(dirname(to));
  try {
    const target = await files.open(aside, 'create');
    let copied: Awaited<ReturnType<typeof hashOf>>;
    try {
      let position = 0;
      copied = await hashOf(
        (async function* () {
          for await (const piece of bytesOfFile(files, from.path, from.size, watch)) {
            await writeAll(target, piece, position);
            position += piece.length;
            yield piece;
          }
        })(),
      );
      await target.sync();
    } finally {
      await target.close();
    }
    const back = await hashOf(bytesOfFile(files, aside, from.size, { signal: watch.signal }));
    if (back.sha256 !== copied.sha256) throw damagedBackup();
    await files.rename(aside, to);
    await files.syncFolder(dirname(to));
    return { name: from.name, ...copied };
  } catch (thrown) {
    await files.remove(aside).catch(() => undefined);
    throw thrown;
  }
}

/**
 * Sees to it that every attachment lies in the pool. A copy that an earlier backup vouches for is never replaced: should
 * the vault's own have been damaged since, it is the good one.
 * @param known what earlier backups say of the files in the pool, by name.
 * @param isThorough whether those are read again too, and copied again from the vault where the disk has spoilt them.
 */
export async function fillPool(
  files: Files,
  folder: string,
  attachments: readonly SnapshotFile[],
  known: ReadonlyMap<string, KeptFile>,
  watch: Watch,
  isThorough: boolean,
): Promise<readonly KeptFile[]> {
  const isSpoilt = async (path: string, { size, sha256 }: KeptFile) =>
    isThorough && (await hashOf(bytesOfFile(files, path, size, { signal: watch.signal }))).sha256 !== sha256;
  const kept: KeptFile[] = [];
  const swept = new Set<string>();
  for (const attachment of attachments) {
    const path = pooled(folder, attachment.name);
    const vouched = known.get(attachment.name);
    const isThere = vouched !== undefined && (await files.size(path)) === vouched.size;
    if (vouched !== undefined && isThere && !(await isSpoilt(path, vouched))) {
      watch.moved?.(attachment.size);
      kept.push(vouched);
      continue;
    }
    const beside = dirname(path);
    if (!swept.has(beside)) await removeAbandoned(files, beside);
    swept.add(beside);
    kept.push(await copyVerified(files, attachment, path, watch));
  }
  return kept;
}
