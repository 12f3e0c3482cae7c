import { failure } from '#shared/domain/failure.ts';
import type { HistoryLine, Version } from '#shared/domain/history.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { inOrder } from '#shared/domain/merge/ancestry.ts';
import type { Author, TravelRevision } from '#shared/domain/revisions.ts';
import type { RecordHistory } from '../services/ports.ts';
import { createBreaks } from './breaks.ts';
import { orStorageFailure } from './faults.ts';
import type { Files } from './files.ts';
import type { StorePlace } from './fold.ts';
import { headsAfter } from './heads.ts';
import { readIndex, readLines } from './history-files.ts';
import { addLine, gapsIn, type HistoryIndex, type IndexedLine, revisionsOf } from './history-index.ts';
import type { Extent, LinePlace } from './journal-adapter.ts';
import type { OpenedLine } from './journal-line.ts';
import type { JournalLine } from './line-schema.ts';
import { upcast } from './migrations/registry.ts';

export type HistoryParts = {
  readonly files: Files;
  readonly place: StorePlace;
  readonly extent: () => Extent;
  /** How many lines there are. */
  readonly entries: () => number;
  /** Names of the newest revisions of a record. */
  readonly heads: (collection: string, id: string) => readonly Sha256[];
  readonly actorName: () => string;
  readonly isClosed: () => boolean;
};
export type History = RecordHistory & {
  /** Builds the index at the first call; from then on it is kept up with every line. */
  readonly index: () => Promise<HistoryIndex>;
  /** Tells of a line that was just written. */
  readonly added: (line: IndexedLine, place: LinePlace) => void;
};

type Change = JournalLine['changes'][number];

function authorsOf({ changes }: JournalLine): Pick<HistoryLine, 'authors'> {
  const names = new Map(changes.flatMap(({ by }) => (by === undefined ? [] : [[by.id, by.name] as const])));
  return names.size === 0 ? {} : { authors: [...names].map(([id, name]) => ({ id, name })) };
}

const asShown = (line: JournalLine): HistoryLine => ({
  seq: line.seq,
  at: line.at,
  who: line.who,
  action: line.action,
  about: line.about ?? {},
  ...authorsOf(line),
  changes: line.changes
    .filter(({ past }) => past !== true)
    .map(({ collection, id, rev, parents, value, over }) => ({
      collection,
      id,
      revision: rev,
      parents,
      deleted: value === null,
      ...(over === undefined ? {} : { over }),
    })),
});

/** The past of one store, read from its journal's files. */
export function createHistory(parts: HistoryParts): History {
  const { files, place, extent, entries, heads, actorName, isClosed } = parts;
  let ready: HistoryIndex | undefined;
  let building: Promise<HistoryIndex> | undefined;
  // Lines written while the index is read from the files.
  let meanwhile: (readonly [IndexedLine, LinePlace])[] = [];

  const build = async () => {
    meanwhile = [];
    try {
      const index = await orStorageFailure(() => readIndex(files, place, extent()));
      for (const [line, where] of meanwhile) addLine(index, line, where);
      ready = index;
      return index;
    } catch (thrown) {
      building = undefined;
      throw thrown;
    } finally {
      meanwhile = [];
    }
  };
  const index = async () => {
    if (isClosed()) throw failure('LOCKED', {});
    if (ready !== undefined) return ready;
    building ??= build();
    return building;
  };

  /** Reads the lines of these numbers, from the first to the last, each once. */
  const linesOf = async (
    { lines }: HistoryIndex,
    numbers: Iterable<number>,
    take: (opened: OpenedLine) => void,
  ): Promise<void> => {
    const places = [...new Set(numbers)]
      .sort((a, b) => a - b)
      .flatMap((seq) => {
        const where = lines[seq - 1];
        return where === undefined ? [] : [where];
      });
    await orStorageFailure(async () => {
      for await (const opened of readLines(files, place, places)) take(opened);
    });
  };

  const authorOf = (line: JournalLine, { by }: Change): Author =>
    by ?? { id: line.who, name: actorName(), at: line.at };

  const versions = async (collection: string, id: string): Promise<readonly Version[]> => {
    const known = await index();
    const found: Version[] = [];
    const numbers = revisionsOf(known, collection, id).flatMap(({ seq }) => (seq === null ? [] : [seq]));
    await linesOf(known, numbers, ({ line, format }) => {
      for (const change of line.changes) {
        if (change.collection !== collection || change.id !== id) continue;
        found.push({
          revision: change.rev,
          parents: change.parents,
          seq: line.seq,
          action: line.action,
          by: authorOf(line, change),
          value: upcast(collection, change.value, change.shape ?? format),
        });
      }
    });
    return found.reverse();
  };

  const values: RecordHistory['values'] = async (revisions) => {
    const known = await index();
    const found = new Map<Sha256, unknown>();
    const wanted = new Set<Sha256>();
    const numbers = new Set<number>();
    for (const revision of revisions) {
      const { seq = null, deleted = false } = known.revisions.get(revision) ?? {};
      if (seq === null) continue;
      if (deleted) {
        found.set(revision, null);
        continue;
      }
      wanted.add(revision);
      numbers.add(seq);
    }
    await linesOf(known, numbers, ({ line, format }) => {
      for (const { rev, collection, value, shape = format } of line.changes) {
        if (wanted.has(rev)) found.set(rev, upcast(collection, value, shape));
      }
    });
    return found;
  };

  const headsAt: RecordHistory['headsAt'] = async (seq, records) => {
    const known = await index();
    const keyOf = (collection: string, id: string) => `${collection}/${id}`;
    const heads = new Map<string, readonly Sha256[] | undefined>();
    const numbers = new Set<number>();
    for (const { collection, id } of records) {
      heads.set(keyOf(collection, id), []);
      for (const { seq: at } of revisionsOf(known, collection, id)) {
        if (at !== null && at <= seq) numbers.add(at);
      }
    }
    await linesOf(known, numbers, ({ line }) => {
      for (const { rev, collection, id, parents, over, past, shown } of line.changes) {
        const key = keyOf(collection, id);
        const before = heads.get(key);
        if (before === undefined) continue;
        heads.set(key, headsAfter(before, { revision: rev, parents, over, past, shown }));
      }
    });
    return records.map(({ collection, id }) => heads.get(keyOf(collection, id)));
  };

  const travel: RecordHistory['travel'] = async (records, depth) => {
    const known = await index();
    const pause = createBreaks();
    const ordered: { readonly revision: Sha256; readonly withValue: boolean }[] = [];
    for (const { collection, id } of records) {
      const all = revisionsOf(known, collection, id);
      const parents = new Map(all.map((one) => [one.revision, one.parents]));
      const order = inOrder([...parents.keys()], (revision) => parents.get(revision) ?? []) ?? [];
      const newest = new Set(heads(collection, id));
      for (const revision of order) {
        ordered.push({ revision, withValue: depth === 'all' || newest.has(revision) });
      }
      await pause();
    }
    const valued = new Set<Sha256>();
    const numbers = new Set<number>();
    for (const { revision, withValue } of ordered) {
      const seq = known.revisions.get(revision)?.seq ?? null;
      if (!withValue || seq === null) continue;
      valued.add(revision);
      numbers.add(seq);
    }
    const kept = new Map<Sha256, Pick<TravelRevision, 'value' | 'by' | 'shape'>>();
    await linesOf(known, numbers, ({ line, format }) => {
      for (const change of line.changes) {
        if (!valued.has(change.rev)) continue;
        const { value: written, shape = format } = change;
        kept.set(change.rev, { value: written, by: authorOf(line, change), shape });
      }
    });
    return ordered.flatMap(({ revision }) => {
      const indexed = known.revisions.get(revision);
      if (indexed === undefined) return [];
      const { collection, id, parents } = indexed;
      return [{ revision, collection, id, parents, ...(kept.get(revision) ?? { by: null }) }];
    });
  };

  return {
    index,
    added: (line, where) => {
      if (ready !== undefined) addLine(ready, line, where);
      else if (building !== undefined) meanwhile.push([line, where]);
    },
    gaps: async () => gapsIn(await index(), entries()),
    lines: async (before, limit) => {
      const known = await index();
      const last = Math.min(before === null ? known.lines.length : before - 1, known.lines.length);
      const found: HistoryLine[] = [];
      const numbers: number[] = [];
      for (let seq = last; seq > 0 && numbers.length < limit; seq -= 1) {
        if (known.lines[seq - 1] !== undefined) numbers.push(seq);
      }
      await linesOf(known, numbers, ({ line }) => found.push(asShown(line)));
      return found.reverse();
    },
    versions,
    value: async (revision) => (await values([revision])).get(revision),
    values,
    headsAt,
    travel,
  };
}
