import { contentOf } from '#shared/domain/merge/revision-content.ts';
import type { JournalHead } from '#shared/domain/vault-records.ts';
import { createBreaks } from './breaks.ts';
import type { Collections, Stored } from './collections.ts';
import { type Damage, damaged } from './faults.ts';
import { readWhole, replaceFile, writeAll } from './file-steps.ts';
import type { Files } from './files.ts';
import { decodeLine, type JournalPlace, type LineSource } from './journal-line.ts';
import type { JournalLine } from './line-schema.ts';
import { upcast } from './migrations/registry.ts';
import { sha256 } from './revision.ts';
import { segmentName } from './segments.ts';
import { applyOne, freezeDeep, type Revision, type State } from './state.ts';
import { isUnfinished } from './unfinished.ts';

/** Where a store is on disk, and how its files are named to the user (path within the vault). */
export type StorePlace = JournalPlace & { readonly folder: string };

/** A journal's last line that was never finished, hence never acknowledged. Positions are bytes. */
export type TornTail = { readonly segment: number; readonly from: number; readonly bytes: Buffer };
export type Folded = {
  readonly lines: number;
  readonly bytes: number;
  readonly torn: TornTail | undefined;
};

type Change = JournalLine['changes'][number];

/** Checks one change against everything it must be, and puts it in place. */
function admit<R>(
  state: State,
  collections: Collections<R>,
  change: Change,
  format: number,
  source: LineSource,
): void {
  const { collection, id, parents, rev, over, past, shown, shape = format } = change;
  const fault = (what: Damage) => damaged(source.file, what, source.number);
  if (!state.collections.has(collection) || shape > format) throw fault('invalid-record');
  const written = change.value as Stored | null;
  if (sha256(contentOf({ collection, id, parents, value: written })) !== rev) {
    throw fault('revision-mismatch');
  }
  const value = written === null ? null : (upcast(collection, written, shape) as Stored);
  if (value !== null) {
    const valid = collections[collection as keyof R & string].safeParse(value).success;
    if (!valid || value.id !== id) throw fault('invalid-record');
  }
  const revision: Revision = {
    collection,
    id,
    revision: rev,
    parents,
    value: freezeDeep(value),
    over,
    past,
    shown,
  };
  if (!applyOne(state, revision)) throw fault('revision-mismatch');
}

async function foldLine<R>(
  state: State,
  collections: Collections<R>,
  { line, format, head }: ReturnType<typeof decodeLine>,
  source: LineSource,
  pause: ReturnType<typeof createBreaks>,
): Promise<void> {
  for (const { collection } of line.known ?? []) {
    if (!state.collections.has(collection)) throw damaged(source.file, 'invalid-record', source.number);
  }
  for (const change of line.changes) {
    admit(state, collections, change, format, source);
    const rest = pause();
    if (rest !== undefined) await rest;
  }
  state.head = head;
}

const newline = 0x0a;

/**
 * Reads segments in order into `state`, checking seal, order, chain, revision and schema of every line. Writes nothing.
 * Fails with VAULT_DAMAGED or VAULT_NEWER at the first line that is not exactly as it was written.
 * @param onHead told of the head behind each line, and of the line; what it throws ends the reading.
 */
export async function foldSegments<R>(
  files: Files,
  place: StorePlace,
  collections: Collections<R>,
  segments: readonly number[],
  state: State,
  onHead: (head: JournalHead, source: LineSource, line: JournalLine) => void = () => undefined,
): Promise<Folded> {
  const pause = createBreaks();
  let lines = 0;
  let bytes = 0;
  let torn: TornTail | undefined;
  for (const segment of segments) {
    const file = `${place.store}/${segmentName(segment)}`;
    const content = await readWhole(files, `${place.folder}/${segmentName(segment)}`);
    // Only the journal's very end can be unfinished: nothing is ever written behind an unfinished line.
    if (torn !== undefined && content.length > 0) {
      throw damaged(`${place.store}/${segmentName(torn.segment)}`, 'truncated');
    }
    let from = 0;
    for (let number = 1; from < content.length; number += 1) {
      const end = content.indexOf(newline, from);
      const unfinished =
        segment === segments.at(-1) && end === content.length - 1 && isUnfinished(content, from, end);
      if (end === -1 || unfinished) {
        torn = { segment, from, bytes: content.subarray(from) };
        break;
      }
      const source: LineSource = { file, segment, number };
      const text = content.toString('latin1', from, end);
      const opened = decodeLine(place, state.head, text, source);
      await foldLine(state, collections, opened, source, pause);
      onHead(state.head, source, opened.line);
      from = end + 1;
      lines += 1;
    }
    bytes += from;
  }
  return { lines, bytes, torn };
}

/** Cuts an unfinished last line off, keeping its bytes in a file beside the journal. */
export async function setTornTailAside(files: Files, folder: string, torn: TornTail): Promise<void> {
  const path = `${folder}/${segmentName(torn.segment)}`;
  const kept = `${path}.torn-${torn.from}-${sha256(torn.bytes.toString('latin1')).slice(0, 12)}`;
  if ((await files.size(kept)) === undefined) {
    await replaceFile(files, kept, (file) => writeAll(file, torn.bytes, 0));
  }
  const file = await files.open(path, 'update');
  try {
    await file.truncate(torn.from);
    await file.sync();
  } finally {
    await file.close();
  }
}
