import { failure, isFailure } from '#shared/domain/failure.ts';
import { idSchema } from '#shared/domain/ids.ts';
import type { Keychain } from '../services/ports/keychain.ts';
import type {
  Clock,
  JournalHead,
  OpenVault,
  PortfolioStore,
  ProfileRecords,
  RecordStore,
} from '../services/ports.ts';
import { openOtherCopy } from './backups/other-copy.ts';
import type { PositionedStore, UnopenedStore } from './backups/snapshot.ts';
import { setCopyAside, strayCopies } from './backups/stray-copies.ts';
import { createVaultBackups } from './backups/vault-backups.ts';
import { openBlobs } from './blobs.ts';
import { filesAsOf, type JournalEnd, wholeJournal } from './check/files-as-of.ts';
import { readVault } from './check/read-vault.ts';
import { type Collections, portfolioCollections, profileCollections } from './collections.ts';
import { createDerived } from './derived.ts';
import { createDrafts, draftsFolder } from './drafts.ts';
import { asStorageFailure, orStorageFailure } from './faults.ts';
import { temporaryBeside } from './file-steps.ts';
import type { Files } from './files.ts';
import { headsKey, headsName, openHeads } from './heads-file.ts';
import { emptyIndex } from './history-index.ts';
import { checkIncoming } from './incoming.ts';
import { createJournal, type Log } from './journal-adapter.ts';
import { planMerge } from './merge-plan.ts';
import { openRecordStore } from './record-store.ts';
import { subkey } from './seal.ts';
import { createStagings } from './staging.ts';
import { emptyState } from './state.ts';
import { portfolioPath, portfoliosFolder, profileFolder } from './vault-folder.ts';
import { headerName, type SealedHeader } from './vault-header.ts';
import { createVaultKeys } from './vault-keys.ts';
import type { VaultLock } from './vault-lock.ts';

export type OpenVaultParts = {
  readonly files: Files;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly folder: string;
  readonly header: SealedHeader;
  readonly keychain: Keychain;
  readonly dataKey: Buffer;
  readonly lock: VaultLock;
  /** Null when the vault was just unlocked: its profile then says whose it is. */
  readonly actor: string | null;
  /** False while nothing may be written: an older format whose backup is still to be made. */
  readonly mayWrite: () => boolean;
};

/** Opens the stores of a vault whose key is known and whose lock is held. */
export async function openVault(parts: OpenVaultParts): Promise<OpenVault> {
  const { files, clock, log, folder, header, dataKey, lock, mayWrite } = parts;
  const { vaultId } = header;
  let profile: RecordStore<ProfileRecords> | undefined;
  const actor = () => parts.actor ?? profile?.all('profile').keys().next().value ?? vaultId;
  const actorName = () => profile?.all('profile').get(actor())?.name ?? '—';

  const heads = await openHeads(files, { ...headsKey(dataKey, vaultId), folder });
  const openRecords = <R>(store: string, collections: Collections<R>) => {
    const key = subkey(dataKey, vaultId, `journal/${store}`);
    const place = { vaultId, store, key, folder: `${folder}/${store}` };
    const sealed = heads.sealed()?.stores[store];
    return openRecordStore({ files, place, collections, clock, log, actor, actorName, mayWrite, sealed });
  };
  const records = await openRecords(profileFolder, profileCollections);
  profile = records;

  const keys = createVaultKeys({ files, clock, folder, keychain: parts.keychain, dataKey, header, mayWrite });
  const drafts = createDrafts({ files, clock, folder, vaultId, dataKey, mayWrite });
  const open = new Map<string, Promise<PortfolioStore & PositionedStore>>();
  /** Where the journals of the stores that were opened stand: a closed one, or one never opened, does not move. */
  const opened = new Map<string, () => JournalHead>([[profileFolder, records.head]]);
  let closed = false;

  const blobPlace = (store: string) => ({
    key: subkey(dataKey, vaultId, `blobs/${store}`),
    vaultId,
    store,
    folder: `${folder}/${store}/blobs`,
  });
  const stagings = createStagings(files, folder, (event) => log(event, {}));

  const openStore = async (id: string): Promise<PortfolioStore & PositionedStore> => {
    const store = portfolioPath(id);
    const kept = await openRecords(store, portfolioCollections);
    const blobs = await orStorageFailure(() => openBlobs(files, blobPlace(store)));
    opened.set(store, kept.head);
    const close = async () => {
      open.delete(id);
      await kept.close();
    };
    const derivedPlace = {
      ...blobPlace(store),
      key: subkey(dataKey, vaultId, `derived/${store}`),
      folder: `${folder}/${store}/derived`,
    };
    return { ...kept, blobs, derived: createDerived(files, derivedPlace, mayWrite), close };
  };

  const openOnce = (id: string) => {
    // Asked again: it may have been closed, and its key wiped, while the caller waited for the disk.
    if (closed) throw failure('LOCKED', {});
    const opening = open.get(id) ?? openStore(id);
    open.set(id, opening);
    opening.catch(() => open.delete(id));
    return opening;
  };

  /** A store for a backup. One damaged portfolio must not stop the backups of all. */
  const openOrDamaged = async (id: string): Promise<PositionedStore | UnopenedStore> => {
    try {
      return await openOnce(id);
    } catch (thrown) {
      if (!isFailure(thrown) || thrown.failure !== 'VAULT_DAMAGED') throw thrown;
      return { damaged: true, head: heads.sealed()?.stores[portfolioPath(id)] };
    }
  };

  /** Whole or not at all: a folder under its own name has its journal. */
  const makeFolder = (id: string) =>
    orStorageFailure(async () => {
      const path = `${folder}/${portfolioPath(id)}`;
      const aside = temporaryBeside(path);
      await createJournal(files, aside);
      await files.rename(aside, path);
      await files.syncFolder(`${folder}/${portfoliosFolder}`);
    });

  /** @param last what is done when all files are closed and the vault is still this process's own. */
  const close = async (last: () => Promise<void> = async () => undefined) => {
    if (closed) return;
    closed = true;
    const stores = await Promise.allSettled([...open.values()]);
    const results = await Promise.allSettled([
      records.close(),
      keys.close(),
      drafts.close(),
      stagings.close(),
      ...stores.filter((store) => store.status === 'fulfilled').map((store) => store.value.close()),
    ]);
    const [lastly] = await Promise.allSettled([last()]);
    dataKey.fill(0);
    await lock.release();
    const failed = [...results, lastly].find((result) => result.status === 'rejected');
    if (failed !== undefined) throw asStorageFailure(failed.reason);
  };

  const examine: OpenVault['examine'] = (watch) =>
    orStorageFailure(async () => {
      const positions = new Map<string, JournalEnd>([[profileFolder, await records.position()]]);
      for (const id of (await files.list(`${folder}/${portfoliosFolder}`)) ?? []) {
        if (!idSchema.safeParse(id).success) continue;
        // What cannot be opened does not move either: it is read as it lies there.
        const position = await openOnce(id).then(
          (store) => store.position(),
          () => wholeJournal,
        );
        positions.set(portfolioPath(id), position);
      }
      return readVault(filesAsOf(files, folder, positions), { folder, vaultId, dataKey }, watch);
    });

  const backups = createVaultBackups({
    files,
    log,
    vaultFolder: folder,
    vaultId,
    dataKey,
    stores: async () => {
      const stores = new Map<string, PositionedStore | UnopenedStore>([[profileFolder, records]]);
      for (const id of (await files.list(`${folder}/${portfoliosFolder}`)) ?? []) {
        if (idSchema.safeParse(id).success) stores.set(portfolioPath(id), await openOrDamaged(id));
      }
      return stores;
    },
  });

  return {
    folder,
    id: vaultId,
    profile: records,
    heads: {
      current: () => ({
        ...heads.sealed()?.stores,
        ...Object.fromEntries([...opened].map(([store, head]) => [store, head()])),
      }),
      sealed: heads.sealed,
      keep: async (sealed) => {
        if (!mayWrite()) throw failure('READ_ONLY', {});
        await orStorageFailure(() => heads.keep(sealed));
      },
    },
    backups,
    examine,
    copies: () => orStorageFailure(() => strayCopies(files, folder, vaultId)),
    setCopyAside: (copy) => orStorageFailure(() => setCopyAside(files, folder, copy, clock.now())),
    openCopy: (source) =>
      orStorageFailure(() =>
        openOtherCopy({ files, folder, vaultId, dataKey, clock, log, actor, actorName }, source),
      ),
    createPortfolio: async (portfolio) => {
      if (closed) throw failure('LOCKED', {});
      if (!mayWrite()) throw failure('READ_ONLY', {});
      await makeFolder(portfolio.id);
      const store = await openOnce(portfolio.id);
      await store.commit('portfolio.create', [
        { collection: 'portfolio', id: portfolio.id, value: portfolio },
      ]);
      return store;
    },
    planPortfolio: async (incoming) =>
      (
        await planMerge(
          emptyState(Object.keys(portfolioCollections), { entries: 0, hash: '' }),
          emptyIndex(),
          await checkIncoming(portfolioCollections, incoming),
        )
      ).summary,
    receivePortfolio: async (id, incoming, { action, about, before }) => {
      if (closed) throw failure('LOCKED', {});
      if (!mayWrite()) throw failure('READ_ONLY', {});
      const path = `${folder}/${portfolioPath(id)}`;
      // A crash may have left the folder without any record.
      if ((await orStorageFailure(() => files.list(path))) === undefined) await makeFolder(id);
      const store = await openOnce(id);
      try {
        await before(store);
        const { summary } = await store.merge(action, incoming, about);
        return { store, summary };
      } catch (thrown) {
        // Nothing was in it before, and nothing is now. Closing waits for another's saving: what that brought stays.
        if (store.head().entries === 0) {
          await store.close();
          opened.delete(portfolioPath(id));
          if (store.head().entries === 0) await orStorageFailure(() => files.remove(path));
        }
        throw thrown;
      }
    },
    stage: async (id) => {
      if (closed) throw failure('LOCKED', {});
      // Ids become folder names: nothing but an id may.
      return mayWrite() && idSchema.safeParse(id).success
        ? stagings.begin(blobPlace(portfolioPath(id)))
        : undefined;
    },
    openPortfolio: async (id) => {
      if (closed) throw failure('LOCKED', {});
      // Ids become folder names: nothing but an id may.
      if (!idSchema.safeParse(id).success) return undefined;
      const names = await orStorageFailure(() => files.list(`${folder}/${portfolioPath(id)}`));
      return names === undefined ? undefined : openOnce(id);
    },
    checkPassphrase: keys.checkPassphrase,
    keys,
    drafts,
    close: () => close(),
    abandon: () =>
      close(async () => {
        const portfolios = (await files.list(`${folder}/${portfoliosFolder}`)) ?? [];
        if (records.head().entries > 0 || portfolios.length > 0) return;
        // The header goes first: without it, and without records, the folder is free again.
        for (const name of [headerName, headsName, profileFolder, portfoliosFolder, draftsFolder])
          await files.remove(`${folder}/${name}`);
      }),
  };
}
