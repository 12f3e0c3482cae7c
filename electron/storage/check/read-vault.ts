import { isFailure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { idSchema } from '#shared/domain/ids.ts';
import type { SealedHeads } from '#shared/domain/sealed-heads.ts';
import { type Finding, note } from '#shared/domain/vault-check.ts';
import type { PortfolioReading, ReadingWatch, VaultReading } from '../../services/ports/reading.ts';
import { manifestKey, readBackupFile } from '../backups/manifest.ts';
import { assertWanted } from '../backups/ranges.ts';
import { type Collections, portfolioCollections, profileCollections } from '../collections.ts';
import type { Files } from '../files.ts';
import { headsKey, readHeads } from '../heads-file.ts';
import { subkey } from '../seal.ts';
import { portfolioPath, portfoliosFolder, profileFolder } from '../vault-folder.ts';
import { blobBytes, readBlobs } from './read-blobs.ts';
import { asFinding, readStore } from './read-store.ts';

export type VaultPlace = { readonly folder: string; readonly vaultId: string; readonly dataKey: Uint8Array };

async function sizeBelow(files: Files, folder: string): Promise<number> {
  let total = 0;
  for (const part of (await files.list(folder)) ?? []) {
    for (const name of (await files.list(`${folder}/${part}`)) ?? []) {
      total += (await files.size(`${folder}/${part}/${name}`)) ?? 0;
    }
  }
  return total;
}

async function headsInBackup(
  files: Files,
  path: string,
  key: Uint8Array,
): ReturnType<VaultReading['headsInBackup']> {
  const file = await files.open(path, 'read');
  try {
    const backup = await readBackupFile(file);
    const { heads, madeAt } = backup.manifest;
    return backup.genuine(key) ? { stores: heads, madeAt } : undefined;
  } catch (thrown) {
    if (isFailure(thrown)) return undefined;
    throw thrown;
  } finally {
    await file.close();
  }
}

/**
 * Reads a whole vault, journals from their first line and attachments to their last byte, and says what it found. Nothing
 * is written, repaired or set aside. Fails with CANCELLED and VAULT_NEWER.
 */
export async function readVault(
  files: Files,
  { folder, vaultId, dataKey }: VaultPlace,
  { signal, progress }: ReadingWatch = {},
): Promise<VaultReading> {
  const findings: Finding[] = [];
  const store = <R>(name: string, collections: Collections<R>) => {
    const key = subkey(dataKey, vaultId, `journal/${name}`);
    return readStore(files, { vaultId, store: name, key, folder: `${folder}/${name}` }, collections, signal);
  };
  let sealed: SealedHeads | undefined;
  try {
    sealed = await readHeads(files, { ...headsKey(dataKey, vaultId), folder });
  } catch (thrown) {
    findings.push(asFinding(thrown));
  }
  const profile = await store(profileFolder, profileCollections);
  findings.push(...profile.findings);

  const ids = ((await files.list(`${folder}/${portfoliosFolder}`)) ?? []).filter((name) => {
    if (idSchema.safeParse(name).success) return true;
    findings.push(note('file-unknown', `${portfoliosFolder}/${name}`));
    return false;
  });
  let total = 0;
  for (const id of ids) total += await sizeBelow(files, `${folder}/${portfolioPath(id)}/blobs`);
  let done = 0;
  const moved = (bytes: number) => {
    done = Math.min(total, done + bytes);
    progress?.(done, total);
  };

  const portfolios = new Map<Id, PortfolioReading>();
  let attachmentBytes = 0;
  for (const id of ids) {
    assertWanted(signal);
    const name = portfolioPath(id);
    const read = await store(name, portfolioCollections);
    const key = subkey(dataKey, vaultId, `blobs/${name}`);
    const place = { key, vaultId, store: name, folder: `${folder}/${name}/blobs` };
    const { blobs, bytes, findings: faults } = await readBlobs(files, place, { signal, moved });
    findings.push(...read.findings, ...faults);
    attachmentBytes += bytes;
    portfolios.set(id, {
      ...read.reading,
      attachments: blobs,
      bytesOf: async (hash) => {
        const found = blobs.get(hash);
        return found === undefined ? new Uint8Array() : blobBytes(files, place, found);
      },
    });
  }
  const key = manifestKey(dataKey, vaultId);
  return {
    vaultId,
    profile: profile.reading,
    portfolios,
    sealed,
    attachmentBytes,
    findings,
    headsInBackup: (path) => headsInBackup(files, path, key),
  };
}
