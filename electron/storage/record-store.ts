import { Low } from 'lowdb';
import { failure } from '#shared/domain/failure.ts';
import type { LineAbout } from '#shared/domain/history.ts';
import { createInTurn } from '#shared/domain/in-turn.ts';
import type { TravelRevision } from '#shared/domain/revisions.ts';
import type { Change, Clock, JournalHead, RecordStore } from '../services/ports.ts';
import type { Collections } from './collections.ts';
import { orStorageFailure } from './faults.ts';
import { codeOf, type Files } from './files.ts';
import type { StorePlace } from './fold.ts';
import { conflictsIn, headsIn } from './heads.ts';
import { createHistory } from './history.ts';
import { checkIncoming } from './incoming.ts';
import { createJournalAdapter, type Log } from './journal-adapter.ts';
import { firstHead } from './journal-line.ts';
import type { KnownName } from './line-schema.ts';
import { planMerge } from './merge-plan.ts';
import { type Prepared, prepare } from './revision.ts';
import {
  apply,
  collectionOf,
  emptyState,
  freezeInBackground,
  frozen,
  type State,
  shownOf,
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
  /** What that person is called, for versions that travel. */
  readonly actorName: () => string;
  readonly policy?: CheckpointPolicy;
  /** The head that was last sealed: the journal must still hold it. */
  readonly sealed?: JournalHead | undefined;
  /** False while nothing may be written: a vault of an older format whose backup is still to be made. */
  readonly mayWrite?: () => boolean;
};

/** Where a journal stood between two saves: its head, and where on disk that head's line ends. */
export type JournalPosition = {
  readonly head: JournalHead;
  readonly segment: number;
  readonly bytes: number;
};
export type KeptStore<R> = RecordStore<R> & { readonly position: () => Promise<JournalPosition> };

/**
 * Opens the store in a folder that `createJournal` made. Fails with VAULT_DAMAGED or VAULT_NEWER, and then has
 * changed nothing on disk.
 */
export async function openRecordStore<R>(options: RecordStoreOptions<R>): Promise<KeptStore<R>> {
  const { files, place, collections, clock, log, actor, actorName, policy = usualPolicy } = options;
  const { mayWrite = () => true } = options;
  const journal = createJournalAdapter(files, place, collections, log, options.sealed);
  const low = new Low<State>(journal, emptyState(Object.keys(collections), firstHead(place)));
  await orStorageFailure(() => low.read());

  const inTurn = createInTurn();
  const listeners = new Set<(changes: readonly Change<R>[]) => void>();
  let closing: Promise<void> | undefined;
  void freezeInBackground(low.data, () => closing === undefined);
  let checkpointing: Promise<void> | undefined;

  const headsOf = (collection: string, id: string) => {
    const kept = low.data.collections.get(collection);
    return kept === undefined ? [] : headsIn(kept, id);
  };
  const history = createHistory({
    files,
    place,
    extent: journal.extent,
    entries: () => low.data.head.entries,
    heads: (collection, id) => headsOf(collection, id).map(({ revision }) => revision),
    actorName,
    isClosed: () => closing !== undefined,
  });

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

  /** Writes one line and then takes it over into memory. Says what is shown since, and whether it was not before. */
  const write = async (
    action: string,
    about: LineAbout | undefined,
    prepared: readonly Prepared[],
    known: readonly KnownName[],
  ) => {
    const meta = { at: clock.now().toISOString(), who: actor(), action, about };
    const head = journal.stage(low.data.head, meta, prepared, known);
    await orStorageFailure(() => low.write());
    const revisions = prepared.map(({ revision }) => revision);
    const shownBefore = revisions.map(({ collection, id }) =>
      collectionOf(low.data, collection).revisions.get(id),
    );
    apply(low.data, revisions, head);
    history.added(
      {
        seq: head.entries,
        known,
        changes: revisions.map(({ revision, collection, id, parents, value }) => ({
          rev: revision,
          collection,
          id,
          parents: [...parents],
          deleted: value === null,
        })),
      },
      journal.written(),
    );
    // What was parsed is what the schemas say, which is what a change of these records is.
    tell(shownOf(low.data, revisions, shownBefore) as unknown as Change<R>[]);
    if (checkpointing === undefined && due()) checkpointing = checkpoint();
    return head;
  };

  const refuseReadOnly = () => {
    if (journal.broken() || !mayWrite()) throw failure('READ_ONLY', {});
  };

  const save = async (action: string, changes: readonly Change<R>[], about?: LineAbout) => {
    refuseReadOnly();
    return write(action, about, prepare(low.data, collections, changes), []);
  };

  const planned = async (incoming: readonly TravelRevision[]) => {
    if (closing !== undefined) throw failure('LOCKED', {});
    const arrived = await checkIncoming(collections, incoming);
    // Built before the turn is taken, so that saves do not wait for it; from then on it knows every line.
    const index = await history.index();
    return () => planMerge(low.data, index, arrived);
  };

  const merge = async (action: string, incoming: readonly TravelRevision[], about?: LineAbout) => {
    const plan = await planned(incoming);
    if (closing !== undefined) throw failure('LOCKED', {});
    return inTurn(async () => {
      const { summary, changes, known } = await plan();
      if (changes.length === 0 && known.length === 0) return { head: low.data.head, summary };
      refuseReadOnly();
      return { head: await write(action, about, changes, known), summary };
    });
  };

  return {
    // The maps hold what these collections' schemas let in.
    all: (collection) =>
      collectionOf(low.data, collection).values as ReadonlyMap<string, unknown> as ReadonlyMap<string, never>,
    get: (collection, id) => frozen(collectionOf(low.data, collection).values.get(id)) as never,
    head: () => low.data.head,
    position: () => inTurn(async () => ({ head: low.data.head, ...journal.extent() })),
    heads: (collection, id) =>
      headsOf(collection, id).map(({ revision, value }) => ({ revision, value: frozen(value) as never })),
    conflicts: () => [...conflictsIn(low.data)],
    commit: async (action, changes, about) => {
      if (closing !== undefined) throw failure('LOCKED', {});
      return inTurn(() => save(action, changes, about));
    },
    planMerge: async (incoming) => (await (await planned(incoming))()).summary,
    merge,
    history: {
      gaps: history.gaps,
      lines: history.lines,
      versions: history.versions,
      value: history.value,
      values: history.values,
      headsAt: history.headsAt,
      travel: history.travel,
    },
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      closing ??= inTurn(async () => undefined).then(async () => {
        await checkpointing;
        const worthIt = journal.pending().lines >= policy.linesAtClose;
        if (worthIt && mayWrite() && !journal.broken()) await checkpoint();
        await journal.close();
      });
      return closing;
    },
  };
}
