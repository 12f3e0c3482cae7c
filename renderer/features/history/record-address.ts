import { historyCollections } from '#shared/contract/history.ts';

export type ReadableCollection = (typeof historyCollections)[number];

/** Whether there is a history to read of this kind of record. */
export const isReadable = (collection: string): collection is ReadableCollection =>
  historyCollections.some((known) => known === collection);
