import { isFailure } from '#shared/domain/failure.ts';
import type { JournalHead } from '#shared/domain/vault-records.ts';
import type { Collections } from '../collections.ts';
import { type Damage, damaged } from '../faults.ts';
import { readWhole } from '../file-steps.ts';
import type { Files } from '../files.ts';
import { foldSegments, type StorePlace } from '../fold.ts';
import { openLine } from '../journal-line.ts';
import { watchSealedHead } from '../sealed-head-watch.ts';
import { segmentName } from '../segments.ts';
import type { State } from '../state.ts';

export type Fault = { readonly file: string; readonly what: Damage };
const newline = 0x0a;

/** VAULT_DAMAGED as a value; everything else, also VAULT_NEWER, is no damage and goes on upwards. */
export async function faultOf(work: () => Promise<unknown>): Promise<Fault | undefined> {
  try {
    await work();
    return undefined;
  } catch (thrown) {
    if (isFailure(thrown) && thrown.failure === 'VAULT_DAMAGED') return thrown.data as Fault;
    throw thrown;
  }
}

/** Where each line of a segment begins, and where one more would. */
function lineStarts(content: Buffer): readonly number[] {
  const starts = [0];
  for (let at = content.indexOf(newline); at !== -1; at = content.indexOf(newline, at + 1))
    starts.push(at + 1);
  return starts;
}

/** Lines that begin at or after `from`, whole or not. */
export async function countLines(files: Files, path: string, from = 0): Promise<number> {
  const rest = (await readWhole(files, path)).subarray(from);
  return lineStarts(rest).filter((start) => start < rest.length).length;
}

/** The same files, one of them seen only as far as it is good. */
const upTo = (files: Files, path: string, bytes: number): Files => ({
  ...files,
  open: async (asked, mode) => {
    const file = await files.open(asked, mode);
    return asked === path ? { ...file, size: async () => bytes } : file;
  },
});

async function lastTime(
  files: Files,
  place: StorePlace,
  segments: readonly number[],
): Promise<string | null> {
  for (const segment of [...segments].reverse()) {
    const content = await readWhole(files, `${place.folder}/${segmentName(segment)}`);
    const end = content.lastIndexOf(newline);
    if (end === -1) continue;
    const from = end === 0 ? 0 : content.lastIndexOf(newline, end - 1) + 1;
    const source = { file: `${place.store}/${segmentName(segment)}`, segment };
    return openLine(place, content.toString('latin1', from, end), source).line.at;
  }
  return null;
}

export type GoodPart = {
  readonly fault: Fault | undefined;
  /** Everything up to the fault. */
  readonly state: State;
  /** The last good segment and its good bytes; undefined when there is none. */
  readonly end: { readonly segment: number; readonly bytes: number } | undefined;
  readonly lastAt: string | null;
};

/**
 * How far a journal can be read.
 * @param start makes the state to begin with: nothing, or what a checkpoint holds.
 * @param segments in order, without gaps.
 */
export async function readGoodPart<R>(
  files: Files,
  place: StorePlace,
  collections: Collections<R>,
  start: () => Promise<State>,
  segments: readonly number[],
  sealed: JournalHead | undefined,
): Promise<GoodPart> {
  const watch = watchSealedHead(sealed, place.store);
  const pathOf = (segment: number) => `${place.folder}/${segmentName(segment)}`;
  const whole = await start();
  const fault = await faultOf(() => foldSegments(files, place, collections, segments, whole, watch.see));
  if (fault === undefined) {
    const segment = segments.at(-1);
    const bytes = segment === undefined ? 0 : ((await files.size(pathOf(segment))) ?? 0);
    const cut = await faultOf(async () => watch.end(whole.head, segment ?? 1));
    return {
      fault: cut,
      state: whole,
      end: segment === undefined ? undefined : { segment, bytes },
      lastAt: await lastTime(files, place, segments),
    };
  }
  const [, number = '0', line] = /journal-(\d+)\.log(?::(\d+))?$/.exec(fault.file) ?? [];
  const segment = Number(number);
  if (!segments.includes(segment)) throw damaged(fault.file, 'unreadable');
  const starts = lineStarts(await readWhole(files, pathOf(segment)));
  const bytes = (line === undefined ? starts.at(-1) : starts[Number(line) - 1]) ?? 0;
  const good = segments.filter((each) => each <= segment);
  const seen = upTo(files, pathOf(segment), bytes);
  const state = await start();
  // Up to the fault everything has been read once already.
  await foldSegments(seen, place, collections, good, state);
  return { fault, state, end: { segment, bytes }, lastAt: await lastTime(seen, place, good) };
}
