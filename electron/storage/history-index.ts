import type { HistoryGap } from '#shared/domain/history.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { LinePlace } from './journal-adapter.ts';
import type { JournalLine, KnownName } from './line-schema.ts';

/** What the index holds of a revision. `seq`: the line with its value; null: only its name is known. */
export type Indexed = {
  readonly collection: string;
  readonly id: string;
  readonly parents: readonly Sha256[];
  readonly seq: number | null;
  readonly deleted: boolean;
};

/** Where everything is: a few words for each revision and line, no values. */
export type HistoryIndex = {
  /** By number: line 1 is the first. Undefined where a line cannot be read any more. */
  readonly lines: (LinePlace | undefined)[];
  readonly revisions: Map<Sha256, Indexed>;
  /** The revisions of each record, in the order in which they came to be known here. */
  readonly records: Map<string, Sha256[]>;
};

export const emptyIndex = (): HistoryIndex => ({ lines: [], revisions: new Map(), records: new Map() });

const keyOf = (collection: string, id: string) => `${collection}/${id}`;

/** What the index takes from a line. */
export type IndexedLine = {
  readonly seq: number;
  readonly known: readonly KnownName[];
  readonly changes: readonly (KnownName & { readonly deleted: boolean })[];
};

export const indexedLine = ({ seq, known = [], changes }: JournalLine): IndexedLine => ({
  seq,
  known,
  changes: changes.map(({ rev, collection, id, parents, value }) => ({
    rev,
    collection,
    id,
    parents,
    deleted: value === null,
  })),
});

function put(
  index: HistoryIndex,
  { rev, collection, id, parents }: KnownName,
  rest: Pick<Indexed, 'seq' | 'deleted'>,
) {
  const before = index.revisions.get(rev);
  // A value that is kept stays where it is; a name may come to have one.
  if (before !== undefined && before.seq !== null) return;
  index.revisions.set(rev, { collection, id, parents, ...rest });
  if (before !== undefined) return;
  const key = keyOf(collection, id);
  const revisions = index.records.get(key);
  if (revisions === undefined) index.records.set(key, [rev]);
  else revisions.push(rev);
}

/** Adds a line behind those that are there; what is missing between is a gap. One that is there already changes nothing. */
export function addLine(index: HistoryIndex, line: IndexedLine, place: LinePlace): void {
  if (line.seq <= index.lines.length) return;
  while (index.lines.length < line.seq - 1) index.lines.push(undefined);
  index.lines.push(place);
  for (const name of line.known) put(index, name, { seq: null, deleted: false });
  for (const change of line.changes) put(index, change, { seq: line.seq, deleted: change.deleted });
}

/** Runs of lines that cannot be read any more, oldest first. @param entries how many lines there should be. */
export function gapsIn({ lines }: HistoryIndex, entries: number): readonly HistoryGap[] {
  const gaps: { from: number; to: number }[] = [];
  for (let seq = 1; seq <= entries; seq += 1) {
    if (lines[seq - 1] !== undefined) continue;
    const open = gaps.at(-1);
    if (open?.to === seq - 1) open.to = seq;
    else gaps.push({ from: seq, to: seq });
  }
  return gaps;
}

/** Everything known of one record, in the order in which it came to be known here. */
export function revisionsOf(
  index: HistoryIndex,
  collection: string,
  id: string,
): readonly (Indexed & { readonly revision: Sha256 })[] {
  return (index.records.get(keyOf(collection, id)) ?? []).flatMap((revision) => {
    const indexed = index.revisions.get(revision);
    return indexed === undefined ? [] : [{ ...indexed, revision }];
  });
}
