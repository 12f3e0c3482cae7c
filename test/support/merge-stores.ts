import { join } from 'node:path';
import type { CheckpointPolicy } from '#electron/storage/record-store.ts';
import { isSealed } from '#shared/domain/merge/sealed.ts';
import type { TravelRevision } from '#shared/domain/revisions.ts';
import { type Kit, type Replica, recordCount } from './merge-histories.ts';
import { thinnerList } from './merge-models.ts';
import { idFrom, sampleReview } from './storage-samples.ts';
import { newSampleStore, openSampleStore } from './storage-stores.ts';

const collection = 'reviews';
const idOf = (record: number) => idFrom(record, 2);
// Segments and checkpoints after a handful of lines.
const policy: CheckpointPolicy = { lines: 4, bytes: 1e12, linesAtClose: 1 };

type StoreReplica = Replica<readonly TravelRevision[]> & { readonly close: () => Promise<void> };

/** A real store on disk as one site. */
async function storeReplica(folder: string): Promise<StoreReplica> {
  let store = await newSampleStore(folder, { policy });
  const heads = (record: number) =>
    store
      .heads(collection, idOf(record))
      .map(({ revision, value }) => ({ revision, sealed: isSealed(collection, value) }));
  return {
    edit: async (record, text, sealed, settles) => {
      const before = heads(record).map(({ revision }) => revision);
      const parents = settles ? before.sort() : before.slice(0, 1);
      const value = text === null ? null : sampleReview(record, text, sealed);
      await store.commit('step', [{ collection, id: idOf(record), value, settles }]);
      return { revision: heads(record)[0]?.revision ?? '', parents };
    },
    heads,
    knows: async (record) => {
      const all = await store.history.travel([{ collection, id: idOf(record) }], 'heads');
      return new Set(all.map(({ revision }) => revision));
    },
    pack: (records, depth) =>
      store.history.travel(
        records.map((record) => ({ collection, id: idOf(record) })),
        depth,
      ),
    receive: async (parcel) => {
      await store.merge('import.package', parcel);
    },
    written: () => store.head().hash,
    reopen: async () => {
      const before = Array.from({ length: recordCount }, (_, record) => heads(record));
      await store.close();
      store = await openSampleStore(folder, { policy });
      const after = Array.from({ length: recordCount }, (_, record) => heads(record));
      if (JSON.stringify(after) !== JSON.stringify(before)) throw new Error('not the same after reopening');
    },
    close: () => store.close(),
  };
}

/** Sites on disk below a folder. `close` closes them all. */
export function storeKit(
  folder: string,
): Kit<readonly TravelRevision[]> & { readonly close: () => Promise<void> } {
  const open: StoreReplica[] = [];
  return {
    replica: async (site) => {
      const replica = await storeReplica(join(folder, String(site)));
      open.push(replica);
      return replica;
    },
    thinner: (parcel) => thinnerList(parcel, ({ value }) => value !== undefined),
    close: async () => {
      for (const replica of open) {
        await replica.reopen();
        await replica.close();
      }
    },
  };
}
