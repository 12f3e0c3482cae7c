import { Low } from 'lowdb';
import { failure } from '#shared/domain/failure.ts';
import { createInTurn } from '#shared/domain/in-turn.ts';
import type { Change, Clock, RecordStore } from '../services/ports.ts';
import type { Collections } from './collections.ts';
import { orStorageFailure } from './faults.ts';
import { codeOf, type Files } from './files.ts';
import type { StorePlace } from './fold.ts';
import { createJournalAdapter, type Log } from './journal-adapter.ts';
import { firstHead } from './journal-line.ts';
import { prepare } from './revision.ts';
import {
  apply,
  collectionOf,
  emptyState,
  freezeInBackground,
  frozen,
  type State,
  snapshot,
} from './state.ts';

/** When the journal is folded into a new checkpoint. Bytes count only once they outweigh rewriting the old one. */
export type CheckpointPolicy = {
  readonly lines: number;
  readonly bytes: number;
  /** On closing, fewer lines are enough. */
  readonly linesAtClose: number;
};
const usualPolicy: CheckpointPolicy = { lines: 1000, bytes: 1024 ** 2, linesAtClose: 50 };

export type RecordStoreOptions<R> = {
  readonly files: Files;
  readonly place: StorePlace;
  readonly collections: Collections<R>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** Id of the person whose actions these are. */
  readonly actor: () => string;
  readonly policy?: CheckpointPolicy;
};

const notYet = () => {
  throw new TypeError('not built yet');
};
// Goes with the next commits of this room.
const notBuiltYet = {
  heads: notYet,
  conflicts: () => [],
  planMerge: notYet,
  merge: notYet,
  history: { lines: notYet, versions: notYet, value: notYet, travel: notYet },
};

/**
 * Opens the store in a folder that `createJournal` made. Fails with VAULT_DAMAGED or VAULT_NEWER, and then has
 * changed nothing on disk.
 */
export async function openRecordStore<R>(options: RecordStoreOptions<R>): Promise<RecordStore<R>> {
  const { files, place, collections, clock, log, actor, policy = usualPolicy } = options;
  const journal = createJournalAdapter(files, place, collections, log);
  const low = new Low<State>(journal, emptyState(Object.keys(collections), firstHead(place)));
  await orStorageFailure(() => low.read());

  const inTurn = createInTurn();
  const listeners = new Set<(changes: readonly Change<R>[]) => void>();
  let closing: Promise<void> | undefined;
  void freezeInBackground(low.data, () => closing === undefined);
  let checkpointing: Promise<void> | undefined;

  const checkpoint = async () => {
    try {
      // A new segment and a picture of the records, between two saves; the writing happens beside further ones.
      const { segment, state } = await inTurn(async () => ({
        segment: await journal.roll(),
        state: snapshot(low.data),
      }));
      await journal.checkpoint(segment, state);
    } catch (thrown) {
      // Nothing is lost: the journal has everything, opening it just takes longer.
      log('checkpoint-failed', { code: codeOf(thrown) ?? 'fault' });
    } finally {
      checkpointing = undefined;
    }
  };

  const due = () => {
    const { lines, bytes, checkpoint: size } = journal.pending();
    return lines >= policy.lines || bytes >= Math.max(policy.bytes, size / 4);
  };

  const tell = (changes: readonly Change<R>[]) => {
    for (const listener of listeners) {
      try {
        listener(changes);
      } catch {
        log('listener-failed', {});
      }
    }
  };

  const save = async (action: string, changes: readonly Change<R>[]) => {
    if (journal.broken()) throw failure('READ_ONLY', {});
    const prepared = prepare(low.data, collections, changes);
    const meta = { at: clock.now().toISOString(), who: actor(), action };
    const head = journal.stage(low.data.head, meta, prepared);
    await orStorageFailure(() => low.write());
    const revisions = prepared.map(({ revision }) => revision);
    apply(low.data, revisions, head);
    // What was parsed is what the schemas say, which is what a change of these records is.
    tell(revisions.map(({ collection, id, value }) => ({ collection, id, value })) as unknown as Change<R>[]);
    if (checkpointing === undefined && due()) checkpointing = checkpoint();
    return head;
  };

  return {
    // The maps hold what these collections' schemas let in.
    all: (collection) =>
      collectionOf(low.data, collection).values as ReadonlyMap<string, unknown> as ReadonlyMap<string, never>,
    get: (collection, id) => frozen(collectionOf(low.data, collection).values.get(id)) as never,
    head: () => low.data.head,
    ...notBuiltYet,
    commit: async (action, changes) => {
      if (closing !== undefined) throw failure('LOCKED', {});
      return inTurn(() => save(action, changes));
    },
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      closing ??= inTurn(async () => undefined).then(async () => {
        await checkpointing;
        if (!journal.broken() && journal.pending().lines >= policy.linesAtClose) await checkpoint();
        await journal.close();
      });
      return closing;
    },
  };
}
