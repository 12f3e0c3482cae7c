import { canonicalJson } from '#shared/domain/canonical.ts';
import { failure, isFailure } from '#shared/domain/failure.ts';
import { type Finding, fault, note } from '#shared/domain/vault-check.ts';
import type { JournalHead } from '#shared/domain/vault-records.ts';
import type { StoreReading } from '../../services/ports/reading.ts';
import { assertWanted } from '../backups/ranges.ts';
import { createBreaks } from '../breaks.ts';
import { readCheckpoint } from '../checkpoint.ts';
import { type Collections, shapeOf } from '../collections.ts';
import type { Files } from '../files.ts';
import { foldSegments, type StorePlace } from '../fold.ts';
import { firstHead, type LineSource } from '../journal-line.ts';
import type { JournalLine } from '../line-schema.ts';
import { checkpointName, type Layout, layoutOf, segmentName } from '../segments.ts';
import { collectionOf, emptyState, type State } from '../state.ts';

export type ReadStore<R> = { readonly reading: StoreReading<R>; readonly findings: readonly Finding[] };

/** Damage as something found; anything else, a fault of the disk say, is no finding. */
export function asFinding(thrown: unknown): Finding {
  if (!isFailure(thrown)) throw thrown;
  if (thrown.failure !== 'VAULT_DAMAGED') throw thrown;
  const { file, what } = (thrown as ReturnType<typeof failure<'VAULT_DAMAGED'>>).data;
  return fault('damaged', file, what);
}

/** Whether two foldings came to the same. A checkpoint is trusted when a vault is opened, so it must be the journal. */
async function sameState(a: State, b: State): Promise<boolean> {
  const pause = createBreaks();
  if (canonicalJson(a.head) !== canonicalJson(b.head)) return false;
  for (const [name, mine] of a.collections) {
    const theirs = b.collections.get(name);
    if (theirs === undefined || mine.values.size !== theirs.values.size) return false;
    if (mine.revisions.size !== theirs.revisions.size || mine.others.size !== theirs.others.size)
      return false;
    for (const [id, revision] of mine.revisions) if (theirs.revisions.get(id) !== revision) return false;
    for (const [id, beside] of mine.others)
      if (canonicalJson(beside) !== canonicalJson(theirs.others.get(id) ?? null)) return false;
    for (const [id, value] of mine.values) {
      if (canonicalJson(value) !== canonicalJson(theirs.values.get(id) ?? null)) return false;
      await pause();
    }
  }
  return true;
}

const hashBytes = 32;

/** The hashes behind all lines, 32 bytes each: any earlier head can be asked for. */
function createHashes() {
  let hashes = Buffer.alloc(hashBytes * 1024);
  let count = 0;
  return {
    add: ({ hash }: JournalHead) => {
      if ((count + 1) * hashBytes > hashes.length)
        hashes = Buffer.concat([hashes, Buffer.alloc(hashes.length)]);
      hashes.write(hash, count * hashBytes, 'hex');
      count += 1;
    },
    at: (entries: number) =>
      entries < 1 || entries > count
        ? undefined
        : hashes.toString('hex', (entries - 1) * hashBytes, entries * hashBytes),
  };
}

/** Reads a journal from its first line on, and compares each checkpoint with what the journal says. Writes nothing. */
export async function readStore<R>(
  files: Files,
  place: StorePlace,
  collections: Collections<R>,
  signal?: AbortSignal,
): Promise<ReadStore<R>> {
  const state = emptyState(Object.keys(collections), firstHead(place));
  const findings: Finding[] = [];
  const hashes = createHashes();
  const brought = new Set<string>();
  const onHead = (head: JournalHead, _: LineSource, { changes }: JournalLine) => {
    if (head.entries % 256 === 0) assertWanted(signal);
    hashes.add(head);
    for (const { collection, id, by } of changes) if (by !== undefined) brought.add(`${collection}/${id}`);
  };

  const compare = async (segment: number) => {
    const name = `${place.store}/${checkpointName(segment)}`;
    try {
      const kept = await readCheckpoint(files, place, collections, segment, shapeOf(collections));
      if (!(await sameState(kept.state, state))) findings.push(fault('checkpoint-differs', name));
    } catch (thrown) {
      // In a vault that is open, a newer one may have taken its place meanwhile.
      if ((await files.size(`${place.folder}/${checkpointName(segment)}`)) !== undefined) {
        findings.push(asFinding(thrown));
      }
    }
  };

  const readAll = async ({ segments, checkpoints }: Layout) => {
    for (const segment of segments) {
      if (checkpoints.includes(segment)) await compare(segment);
      const last = segment === segments.at(-1);
      const { torn } = await foldSegments(files, place, collections, [segment], state, onHead);
      const name = `${place.store}/${segmentName(segment)}`;
      if (torn !== undefined && last) findings.push(note('unfinished-line', name));
      // Nothing is ever written behind an unfinished line.
      else if (torn !== undefined) throw failure('VAULT_DAMAGED', { file: name, what: 'truncated' });
    }
  };

  let whole = true;
  try {
    await readAll(layoutOf((await files.list(place.folder)) ?? [], place.store));
  } catch (thrown) {
    findings.push(asFinding(thrown));
    whole = false;
  }
  return {
    findings,
    reading: {
      whole,
      head: state.head,
      hashAt: hashes.at,
      isBrought: (collection, id) => brought.has(`${collection}/${id}`),
      all: (collection) =>
        collectionOf(state, collection).values as ReadonlyMap<string, unknown> as ReadonlyMap<string, never>,
    },
  };
}
