import { type BackupManifest, backupFormat, type KeptFile } from '#shared/domain/backup.ts';
import type { BackupRequest } from '../../services/ports/backups.ts';
import { asStorageFailure } from '../faults.ts';
import type { Files, OpenFile } from '../files.ts';
import { damagedBackup } from './backup-faults.ts';
import { type BackupFile, macName, macOf, manifestName, needs, readBackupFile } from './manifest.ts';
import { assertWanted, bytesOfFile, hashOf, type Watch } from './ranges.ts';
import type { Snapshot, SnapshotFile } from './snapshot.ts';
import { entryBytes, refused } from './zip-reader.ts';
import { type ZipSink, zipStream } from './zip-writer.ts';

export type ArchiveContext = { readonly files: Files; readonly vaultId: string; readonly key: Uint8Array };

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A fault of the vault's own disk is told from one of the place the backup goes to. */
async function* ofVault(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (thrown) {
    throw asStorageFailure(thrown);
  }
}

/**
 * A backup file as a stream.
 * @param pool what lies beside it already; null when the attachments go inside.
 */
export function writeArchive(
  { files, vaultId, key }: ArchiveContext,
  snapshot: Snapshot,
  request: BackupRequest,
  pool: readonly KeptFile[] | null,
  watch: Watch,
): AsyncGenerator<Uint8Array> {
  const put = async (zip: ZipSink, { name, path, size }: SnapshotFile): Promise<KeptFile> => {
    assertWanted(watch.signal);
    return { name, ...(await zip.add(name, size, ofVault(bytesOfFile(files, path, size, watch)))) };
  };
  return zipStream(request.at, async (zip) => {
    const listed: KeptFile[] = [];
    for (const [name, bytes] of snapshot.texts) {
      listed.push({ name, ...(await zip.add(name, bytes.length, once(bytes))) });
    }
    for (const journal of snapshot.journals) listed.push(await put(zip, journal));
    const inside: KeptFile[] = [];
    if (pool === null) {
      for (const attachment of snapshot.attachments) inside.push(await put(zip, attachment));
    }
    const manifest: BackupManifest = {
      kind: 'waymark-backup',
      format: backupFormat,
      needs,
      vaultId,
      madeAt: request.at.toISOString(),
      reason: request.reason,
      version: request.version,
      complete: pool === null,
      heads: snapshot.heads,
      files: listed,
      attachments: pool ?? inside,
      ...(snapshot.damaged.length > 0 ? { damaged: snapshot.damaged } : {}),
    };
    const text = JSON.stringify(manifest);
    zip.addText(manifestName, text);
    zip.addText(macName, macOf(key, text));
  });
}

/** Bytes the archive's contents come to; the archive itself is a little larger. */
export const contentSize = ({ texts, journals, attachments }: Snapshot, complete: boolean) =>
  [...texts.values()].reduce((sum, bytes) => sum + bytes.length, 0) +
  [...journals, ...(complete ? attachments : [])].reduce((sum, { size }) => sum + size, 0);

/** Reads everything in a backup file and compares it with what its manifest says. Fails with PACKAGE_REFUSED. */
export async function verifyContents(file: OpenFile, backup: BackupFile, watch: Watch): Promise<void> {
  const { manifest, entries } = backup;
  for (const { name, sha256 } of [...manifest.files, ...(manifest.complete ? manifest.attachments : [])]) {
    assertWanted(watch.signal);
    const entry = entries.get(name);
    if (entry === undefined) throw refused('missing', name);
    const found = await hashOf(entryBytes(file, entry));
    if (found.sha256 !== sha256) throw refused('hash', name);
    watch.moved?.(entry.size);
  }
}

/** Reads a file that was just written. Fails with BACKUP_FAILED when it is not what was meant. */
export async function verifyWritten(
  { files, key }: ArchiveContext,
  path: string,
  watch: Watch,
): Promise<BackupManifest> {
  const file = await files.open(path, 'read');
  try {
    const backup = await readBackupFile(file);
    if (!backup.genuine(key)) throw damagedBackup();
    await verifyContents(file, backup, watch);
    return backup.manifest;
  } catch (thrown) {
    const isRefusal = thrown instanceof Error && thrown.message === 'PACKAGE_REFUSED';
    throw isRefusal ? damagedBackup() : thrown;
  } finally {
    await file.close();
  }
}
