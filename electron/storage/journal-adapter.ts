import type { Adapter } from 'lowdb';
import type { JournalHead } from '#shared/domain/vault-records.ts';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import type { Collections } from './collections.ts';
import { shapeOf } from './collections.ts';
import { removeTemporary } from './file-steps.ts';
import type { Files } from './files.ts';
import { foldSegments, type StorePlace, setTornTailAside } from './fold.ts';
import { encodeLine, firstHead, type LineMeta } from './journal-line.ts';
import type { KnownName } from './line-schema.ts';
import type { Prepared } from './revision.ts';
import { watchSealedHead } from './sealed-head-watch.ts';
import { checkpointName, layoutOf, segmentName } from './segments.ts';
import { emptyState, type State } from './state.ts';
import { createTail, type Tail } from './tail.ts';

export type Log = (event: string, data: Readonly<Record<string, string | number | boolean>>) => void;
/** Where a line is: its segment, its first byte there, its length without the newline. */
export type LinePlace = { readonly segment: number; readonly from: number; readonly length: number };
/**
 * How far the journal goes: its last segment, and the bytes of it that are good. Earlier ones are good whole. `needed`: the
 * segment behind the newest checkpoint, the first that records are read from; what stands before it is history alone.
 */
export type Extent = { readonly segment: number; readonly bytes: number; readonly needed?: number };

/** lowdb's adapter over a journal: `read` folds it, `write` appends the one line that was staged. */
export type JournalAdapter = Adapter<State> & {
  /** Seals the next line. Returns the head the journal has once `write` resolves. */
  readonly stage: (
    head: JournalHead,
    meta: LineMeta,
    changes: readonly Prepared[],
    known?: readonly KnownName[],
  ) => JournalHead;
  /** Where the line is that was written last in this session. */
  readonly written: () => LinePlace;
  readonly extent: () => Extent;
  /** Begins a new segment. Returns its number. */
  readonly roll: () => Promise<number>;
  /** Writes the state that stood when that segment began, then drops older checkpoints. */
  readonly checkpoint: (segment: number, state: State) => Promise<void>;
  /** How much must be folded again at the next opening. */
  readonly pending: () => { readonly lines: number; readonly bytes: number; readonly checkpoint: number };
  readonly broken: () => boolean;
  readonly close: () => Promise<void>;
};

async function openSegment(
  files: Files,
  path: string,
): Promise<{ readonly tail: Tail; readonly size: number }> {
  const file = await files.open(path, (await files.size(path)) === undefined ? 'create' : 'update');
  const size = await file.size();
  return { tail: createTail(file, size), size };
}

/** An empty store in a folder: the first segment, durable. Nothing happens when it has one. */
export async function createJournal(files: Files, folder: string): Promise<void> {
  await files.makeFolder(folder);
  const { tail } = await openSegment(files, `${folder}/${segmentName(1)}`);
  await tail.close();
  await files.syncFolder(folder);
}

export function createJournalAdapter<R>(
  files: Files,
  place: StorePlace,
  collections: Collections<R>,
  log: Log,
  sealed?: JournalHead,
): JournalAdapter {
  const shape = shapeOf(collections);
  let tail: Tail | undefined;
  let segment = 0;
  let needed = 1;
  let staged: Buffer | undefined;
  let pending = { lines: 0, bytes: 0, checkpoint: 0 };
  // Good bytes of the segment that is written to.
  let good = 0;
  let last: LinePlace = { segment: 0, from: 0, length: 0 };

  const read = async () => {
    const layout = layoutOf((await files.list(place.folder)) ?? [], place.store);
    const base =
      layout.checkpoint === null
        ? undefined
        : await readCheckpoint(files, place, collections, layout.checkpoint, shape);
    const state = base?.state ?? emptyState(Object.keys(collections), firstHead(place));
    const later = layout.segments.filter((number) => number >= (layout.checkpoint ?? 1));
    const watch = watchSealedHead(sealed, place.store);
    if (base !== undefined) watch.see(state.head);
    const { lines, bytes, torn } = await foldSegments(files, place, collections, later, state, watch.see);
    watch.end(state.head, layout.segments.at(-1) ?? 1);
    // Everything is sound: only now is the disk touched.
    if (torn !== undefined) {
      await setTornTailAside(files, place.folder, torn);
      log('journal-tail-cut', { segment: torn.segment, bytes: torn.bytes.length });
    }
    await removeTemporary(files, place.folder);
    segment = layout.segments.at(-1) ?? 1;
    needed = layout.checkpoint ?? 1;
    // A checkpoint validated under another shape is worth replacing soon, however little follows it.
    pending = { lines: base?.sameShape === false ? Infinity : lines, bytes, checkpoint: base?.bytes ?? 0 };
    const end = await openSegment(files, `${place.folder}/${segmentName(segment)}`);
    tail = end.tail;
    good = end.size;
    return state;
  };

  return {
    read,
    stage: (head, meta, changes, known) => {
      const line = encodeLine(place, segment, head, meta, changes, known);
      staged = line.bytes;
      return line.head;
    },
    write: async () => {
      const bytes = staged;
      staged = undefined;
      if (bytes === undefined || tail === undefined) throw new TypeError('nothing staged');
      await tail.append(bytes);
      last = { segment, from: good, length: bytes.length - 1 };
      good += bytes.length;
      pending = { ...pending, lines: pending.lines + 1, bytes: pending.bytes + bytes.length };
    },
    roll: async () => {
      // Even if the roll fails, the next try waits its turn.
      pending = { ...pending, lines: 0, bytes: 0 };
      const next = await openSegment(files, `${place.folder}/${segmentName(segment + 1)}`);
      try {
        if (next.size > 0) throw new TypeError('next segment is not empty');
        await files.syncFolder(place.folder);
      } catch (thrown) {
        await next.tail.close();
        throw thrown;
      }
      await tail?.close();
      tail = next.tail;
      segment += 1;
      good = 0;
      return segment;
    },
    checkpoint: async (before, state) => {
      const bytes = await writeCheckpoint(files, place, before, shape, state);
      pending = { ...pending, checkpoint: bytes };
      needed = before;
      const { checkpoints } = layoutOf((await files.list(place.folder)) ?? [], place.store);
      for (const older of checkpoints.filter((number) => number < before)) {
        await files.remove(`${place.folder}/${checkpointName(older)}`);
      }
    },
    written: () => last,
    extent: () => ({ segment, bytes: good, needed }),
    pending: () => pending,
    broken: () => tail?.broken() ?? true,
    close: async () => {
      await tail?.close();
      tail = undefined;
    },
  };
}
