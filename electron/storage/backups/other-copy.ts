import { dirname } from 'node:path';
import { failure, isFailure } from '#shared/domain/failure.ts';
import { idSchema } from '#shared/domain/ids.ts';
import type { CopySource, OtherCopy, StrayCopy } from '../../services/ports/backups.ts';
import type { PortfolioRecords, ProfileRecords, RecordStore } from '../../services/ports/store.ts';
import { verifyBlob } from '../check/read-blobs.ts';
import { type Collections, portfolioCollections, profileCollections } from '../collections.ts';
import { temporaryBeside } from '../file-steps.ts';
import type { Files } from '../files.ts';
import { openRecordStore, type RecordStoreOptions } from '../record-store.ts';
import { subkey } from '../seal.ts';
import { layoutOf, segmentName } from '../segments.ts';
import { portfolioPath, portfoliosFolder, profileFolder } from '../vault-folder.ts';
import { lockVault } from '../vault-lock.ts';
import { extractBackup } from './extract.ts';
import { copyVerified } from './pool.ts';
import { segmentOfCopy } from './stray-copies.ts';
import { refused } from './zip-reader.ts';

export type OtherCopyParts = Pick<RecordStoreOptions<never>, 'clock' | 'log' | 'actor' | 'actorName'> & {
  readonly files: Files;
  readonly folder: string;
  readonly vaultId: string;
  readonly dataKey: Uint8Array;
};

async function copyStore(files: Files, from: string, to: string, store: string, below = Infinity) {
  const { segments } = layoutOf((await files.list(`${from}/${store}`)) ?? [], store);
  for (const segment of segments.filter((number) => number < below)) {
    const name = `${store}/${segmentName(segment)}`;
    const path = `${from}/${name}`;
    await copyVerified(files, { name, path, size: (await files.size(path)) ?? 0 }, `${to}/${name}`, {});
  }
}

async function copyFolder(files: Files, from: string, to: string): Promise<void> {
  await copyStore(files, from, to, profileFolder);
  for (const id of (await files.list(`${from}/${portfoliosFolder}`)) ?? []) {
    if (idSchema.safeParse(id).success) await copyStore(files, from, to, portfolioPath(id));
  }
}

/** The journal as the other side had it: ours up to the segment both began from, then theirs. */
async function copyJournal(files: Files, folder: string, { place }: StrayCopy, to: string): Promise<void> {
  const store = dirname(place);
  const segment = segmentOfCopy(place.slice(store.length + 1));
  if (segment === undefined) return;
  await copyStore(files, folder, to, store, segment);
  const name = `${store}/${segmentName(segment)}`;
  const path = `${folder}/${place}`;
  await copyVerified(files, { name, path, size: (await files.size(path)) ?? 0 }, `${to}/${name}`, {});
}

/** Puts another version of the vault into a folder of its own, so that reading it touches neither. Returns where its attachments are. */
async function stage(parts: OtherCopyParts, source: CopySource, staging: string): Promise<string> {
  const { files, folder, vaultId } = parts;
  if ('copy' in source) {
    if (source.copy.kind === 'file') await copyJournal(files, folder, source.copy, staging);
    else await copyFolder(files, source.copy.place, staging);
    return source.copy.kind === 'file' ? staging : source.copy.place;
  }
  const keyOf = async (header: { readonly vaultId: string }) => {
    if (header.vaultId !== vaultId) throw refused('other-vault');
    return Buffer.from(parts.dataKey);
  };
  const from = { path: source.path, pool: dirname(source.path) };
  const { dataKey } = await extractBackup(files, from, staging, keyOf, () => ({ signal: source.signal }));
  dataKey.fill(0);
  return staging;
}

/** Damage in a copy is none of the vault's. */
const asRefusal = (thrown: unknown): unknown =>
  isFailure(thrown) && thrown.failure === 'VAULT_DAMAGED'
    ? failure('PACKAGE_REFUSED', { why: 'damaged', entry: '' })
    : thrown;

/** Opens another version of an open vault, beside it. Fails with PACKAGE_REFUSED, PACKAGE_NEWER and CANCELLED. */
export async function openOtherCopy(parts: OtherCopyParts, source: CopySource): Promise<OtherCopy> {
  const { files, folder, vaultId, dataKey, clock, log, actor, actorName } = parts;
  const staging = temporaryBeside(folder);
  // Nobody may write to it while it is read: what was written meanwhile would be set aside unread.
  const place = 'copy' in source && source.copy.kind === 'folder' ? source.copy.place : undefined;
  const lock = place === undefined ? undefined : await lockVault(await files.realPath(place), 'merging');
  await files.makeFolder(staging);
  const opened: { readonly close: () => Promise<void> }[] = [];
  const close = async () => {
    await Promise.allSettled(opened.map((store) => store.close()));
    await files.remove(staging);
    await lock?.release();
  };
  const open = async <R>(store: string, collections: Collections<R>): Promise<RecordStore<R>> => {
    const key = subkey(dataKey, vaultId, `journal/${store}`);
    const place = { vaultId, store, key, folder: `${staging}/${store}` };
    const kept = await openRecordStore({ files, place, collections, clock, log, actor, actorName });
    opened.push(kept);
    return kept;
  };
  try {
    const attachments = await stage(parts, source, staging);
    let profile: RecordStore<ProfileRecords> | undefined;
    if ((await files.list(`${staging}/${profileFolder}`)) !== undefined) {
      profile = await open(profileFolder, profileCollections);
    }
    const portfolios = new Map<string, RecordStore<PortfolioRecords>>();
    const damaged: string[] = [];
    for (const id of (await files.list(`${staging}/${portfoliosFolder}`)) ?? []) {
      try {
        portfolios.set(id, await open(portfolioPath(id), portfolioCollections));
      } catch (thrown) {
        // One damaged portfolio must not keep the others from being brought in.
        if (!isFailure(thrown) || thrown.failure !== 'VAULT_DAMAGED') throw thrown;
        damaged.push(id);
      }
    }
    const bring = async (id: string, to: string) => {
      const store = portfolioPath(id);
      const key = subkey(dataKey, vaultId, `blobs/${store}`);
      const from = `${attachments}/${store}/blobs`;
      for (const part of (await files.list(from)) ?? []) {
        for (const name of (await files.list(`${from}/${part}`)) ?? []) {
          const target = `${to}/blobs/${part}/${name}`;
          if (!/^[0-9a-f]{64}$/.test(name) || (await files.size(target)) !== undefined) continue;
          const path = `${from}/${part}/${name}`;
          const file = await files.open(path, 'read');
          try {
            await verifyBlob(file, { key, vaultId, store, folder: from }, `${store}/blobs/${name}`, name, {});
          } catch (thrown) {
            throw asRefusal(thrown);
          } finally {
            await file.close();
          }
          await copyVerified(files, { name, path, size: (await files.size(path)) ?? 0 }, target, {});
        }
      }
    };
    return {
      profile,
      portfolios,
      damaged,
      bringAttachments: (id) => bring(id, `${folder}/${portfolioPath(id)}`),
      adopt: async (id) => {
        const path = `${folder}/${portfolioPath(id)}`;
        const aside = temporaryBeside(path);
        for (const name of (await files.list(`${staging}/${portfolioPath(id)}`)) ?? []) {
          if (!/^journal-[0-9]+\.log$/.test(name)) continue;
          const from = `${staging}/${portfolioPath(id)}/${name}`;
          const size = (await files.size(from)) ?? 0;
          await copyVerified(files, { name, path: from, size }, `${aside}/${name}`, {});
        }
        await bring(id, aside);
        await files.rename(aside, path);
        await files.syncFolder(dirname(path));
      },
      close,
    };
  } catch (thrown) {
    await close();
    throw asRefusal(thrown);
  }
}
