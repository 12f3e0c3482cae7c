import { dirname } from 'node:path';
import type { BackupManifest, KeptFile } from '#shared/domain/backup.ts';
import { isFailure } from '#shared/domain/failure.ts';
import { writeAll } from '../file-steps.ts';
import { codeOf, type Files, type OpenFile } from '../files.ts';
import { readHeader, type VaultHeader } from '../vault-header.ts';
import { type BackupFile, manifestKey, readBackupFile } from './manifest.ts';
import { pooled, poolOf } from './pool.ts';
import { assertWanted, bytesOfFile, hashOf, type Watch } from './ranges.ts';
import { entryBytes, refused } from './zip-reader.ts';

/** Writes these bytes to a new file, synced; fails with PACKAGE_REFUSED when they are not what was promised. */
async function put(files: Files, path: string, { name, sha256 }: KeptFile, bytes: AsyncIterable<Uint8Array>) {
  await files.makeFolder(dirname(path));
  const target = await files.open(path, 'create');
  try {
    let position = 0;
    const found = await hashOf(
      (async function* () {
        for await (const piece of bytes) {
          await writeAll(target, piece, position);
          position += piece.length;
          yield piece;
        }
      })(),
    );
    if (found.sha256 !== sha256) throw refused('hash', name);
    await target.sync();
  } finally {
    await target.close();
  }
}

const headerName = 'vault.json';
const largestHeader = 1024 ** 2;

async function putHeader(files: Files, file: OpenFile, backup: BackupFile, staging: string) {
  const listed = backup.manifest.files.find(({ name }) => name === headerName);
  const entry = backup.entries.get(headerName);
  if (listed === undefined || entry === undefined) throw refused('no-header');
  if (entry.size > largestHeader) throw refused('too-large', headerName);
  await put(files, `${staging}/${headerName}`, listed, entryBytes(file, entry));
  let header: VaultHeader | undefined;
  try {
    header = await readHeader(files, staging);
  } catch (thrown) {
    if (isFailure(thrown) && thrown.failure === 'VAULT_DAMAGED') throw refused('no-header', headerName);
    throw thrown;
  }
  if (header === undefined || header.vaultId !== backup.manifest.vaultId)
    throw refused('no-header', headerName);
  return header;
}

/**
 * An attachment that lies beside the backup. One that is gone or spoilt is left out, for the check that follows to name: it
 * must not keep back all the rest. Where there are none at all the backup was moved without them: PACKAGE_REFUSED.
 */
async function putFromPool(files: Files, pool: string, kept: KeptFile, staging: string): Promise<void> {
  const { name, size } = kept;
  if ((await files.list(poolOf(pool))) === undefined) throw refused('attachment-missing', name);
  const target = `${staging}/${name}`;
  await files.makeFolder(dirname(target));
  if ((await files.size(pooled(pool, name))) !== size) return;
  try {
    await put(files, target, kept, orSpoilt(name, bytesOfFile(files, pooled(pool, name), size)));
  } catch (thrown) {
    if (!isFailure(thrown) || thrown.failure !== 'PACKAGE_REFUSED') throw thrown;
    await files.remove(target);
  }
}

/** A disk that cannot read a file back any more has spoilt it. One that cannot write the copy is another matter. */
async function* orSpoilt(name: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (thrown) {
    throw codeOf(thrown) === 'EIO' ? refused('hash', name) : thrown;
  }
}

export type Extracted = {
  readonly manifest: BackupManifest;
  readonly header: VaultHeader;
  readonly dataKey: Buffer;
};

/**
 * Unpacks a backup into an empty folder. Only names a vault has are made, each once and inside the folder; everything is
 * compared with the manifest, and the manifest with the key; attachments beside it that are spoilt are left out. Fails with PACKAGE_REFUSED, PACKAGE_NEWER, CANCELLED, and
 * as `keyOf` does.
 * @param pool where attachments lie that are not in the file itself.
 */
export async function extractBackup(
  files: Files,
  source: { readonly path: string; readonly pool: string },
  staging: string,
  keyOf: (header: VaultHeader) => Promise<Buffer>,
  watch: (total: number) => Watch,
): Promise<Extracted> {
  const file = await files.open(source.path, 'read');
  try {
    const backup = await readBackupFile(file);
    const { manifest, entries } = backup;
    const header = await putHeader(files, file, backup, staging);
    const dataKey = await keyOf(header);
    if (!backup.genuine(manifestKey(dataKey, header.vaultId))) throw refused('not-genuine');
    const all = [...manifest.files, ...manifest.attachments];
    const folders = new Set<string>();
    const { signal, moved } = watch(all.reduce((sum, { size }) => sum + size, 0));
    for (const kept of all) {
      assertWanted(signal);
      if (kept.name === headerName) continue;
      const entry = entries.get(kept.name);
      if (entry === undefined) await putFromPool(files, source.pool, kept, staging);
      else await put(files, `${staging}/${kept.name}`, kept, entryBytes(file, entry));
      folders.add(dirname(kept.name));
      moved?.(kept.size);
    }
    await syncTree(files, staging, folders);
    return { manifest, header, dataKey };
  } finally {
    await file.close();
  }
}

async function syncTree(files: Files, staging: string, folders: ReadonlySet<string>): Promise<void> {
  for (const folder of folders) await files.syncFolder(folder === '.' ? staging : `${staging}/${folder}`);
  await files.syncFolder(staging);
}
