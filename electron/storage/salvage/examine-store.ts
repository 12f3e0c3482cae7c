import type { SalvageFinding } from '#shared/domain/salvage.ts';
import type { JournalHead } from '#shared/domain/vault-records.ts';
import { readCheckpoint } from '../checkpoint.ts';
import { type Collections, shapeOf } from '../collections.ts';
import type { Files } from '../files.ts';
import type { StorePlace } from '../fold.ts';
import { firstHead } from '../journal-line.ts';
import { checkpointName, segmentName } from '../segments.ts';
import { emptyState, type State } from '../state.ts';
import { countLines, type Fault, faultOf, readGoodPart } from './good-part.ts';

/** What must be done so that a store opens with all of it that can be read. Names are of files in its folder. */
export type StoreRepair = {
  readonly aside: readonly string[];
  /** The segment that holds the damage, and how many of its bytes are good. */
  readonly cut: { readonly segment: number; readonly bytes: number } | null;
  /** Segments that are gone and that a checkpoint stands for: an empty one in their place lets the store open. */
  readonly gone: readonly number[];
  /** Whether the sealed heads name a line that is gone with it. */
  readonly unseals: boolean;
};
export type StoreExamined = {
  readonly findings: readonly SalvageFinding[];
  readonly repair: StoreRepair;
  /** What can be read. */
  readonly state: State;
};

const noted = (
  store: string,
  fault: Fault,
  kind: SalvageFinding['kind'],
  more: Partial<SalvageFinding> = {},
): SalvageFinding => ({
  ...fault,
  kind,
  store,
  canSetAside: true,
  readable: null,
  lastReadableAt: null,
  unreadable: null,
  attachment: null,
  ...more,
});

const numbersOf = (names: readonly string[], pattern: RegExp) =>
  names.flatMap((name) => pattern.exec(name)?.[1] ?? []).map(Number);

/** Segments from one on, as long as each is there. */
function without(gaps: ReadonlySet<number>, from: number): readonly number[] {
  const run: number[] = [];
  while (gaps.has(from + run.length)) run.push(from + run.length);
  return run;
}

/**
 * Reads everything a store holds, from the first line on, and says what is damaged. Nothing is changed. Fails with
 * VAULT_NEWER.
 * @param sealed the head that was last sealed.
 */
export async function examineStore<R>(
  files: Files,
  place: StorePlace,
  collections: Collections<R>,
  sealed: JournalHead | undefined,
): Promise<StoreExamined> {
  const { folder, store } = place;
  const names = (await files.list(folder)) ?? [];
  const present = new Set(numbersOf(names, /^journal-([0-9]{6,})\.log$/));
  const checkpoints = numbersOf(names, /^checkpoint-([0-9]{6,})\.bin$/).sort((a, b) => a - b);
  const last = Math.max(1, ...present, ...checkpoints);
  const nothing = async () => emptyState(Object.keys(collections), firstHead(place));
  const findings: SalvageFinding[] = [];
  const aside = new Set<string>();

  // The newest checkpoint is what a store is opened from; it holds nothing that the journal has not got.
  const newest = checkpoints.at(-1);
  const fromCheckpoint = async (segment: number) =>
    (await readCheckpoint(files, place, collections, segment, shapeOf(collections))).state;
  const broken = newest === undefined ? undefined : await faultOf(() => fromCheckpoint(newest));
  if (newest !== undefined && broken !== undefined) {
    aside.add(checkpointName(newest));
    findings.push(noted(store, broken, 'checkpoint'));
  }
  const base = broken === undefined ? newest : undefined;

  // What came before a sound checkpoint is history alone.
  const older = Array.from({ length: (base ?? 1) - 1 }, (_, index) => index + 1);
  const gone = older.filter((segment) => !present.has(segment));
  for (const segment of gone) {
    findings.push(
      noted(store, { file: `${store}/${segmentName(segment)}`, what: 'missing' as const }, 'history'),
    );
  }
  if (base !== undefined && gone.length === 0) {
    const past = await readGoodPart(files, place, collections, nothing, older, undefined);
    const { head } = await fromCheckpoint(base);
    // A segment cut at its end is sound as far as it goes: only what stands after it tells.
    const short = { file: `${store}/${segmentName(base - 1)}`, what: 'cut' as const };
    const fault = past.fault ?? (past.state.head.hash === head.hash ? undefined : short);
    if (fault !== undefined) findings.push(noted(store, fault, 'history', { canSetAside: false }));
  }

  const segments = without(present, base ?? 1);
  const start = base === undefined ? nothing : () => fromCheckpoint(base);
  const part = await readGoodPart(files, place, collections, start, segments, sealed);
  const end = part.end?.segment ?? (base ?? 1) - 1;
  const reached = base === undefined || end >= base ? end : base - 1;
  const missing = { file: `${store}/${segmentName(reached + 1)}`, what: 'missing' as const };
  const fault = part.fault ?? (reached < last ? missing : undefined);
  if (fault === undefined)
    return { findings, repair: { aside: [...aside], cut: null, gone, unseals: false }, state: part.state };

  const beyond = [...present].filter((segment) => segment > reached).sort((a, b) => b - a);
  const readable = part.state.head.entries;
  const tail = part.end;
  let unreadable = part.fault === undefined ? 1 : 0;
  if (tail !== undefined)
    unreadable += await countLines(files, `${folder}/${segmentName(tail.segment)}`, tail.bytes);
  for (const segment of beyond) unreadable += await countLines(files, `${folder}/${segmentName(segment)}`);
  findings.push(
    noted(store, fault, 'journal', {
      readable,
      lastReadableAt: part.lastAt,
      unreadable: Math.max(unreadable, (sealed?.entries ?? 0) - readable),
      canSetAside: readable > 0,
    }),
  );
  // Nothing that is opened from may stand for more than what is left. A checkpoint whose own segment is gone goes too:
  // all it holds is in the segments before it.
  for (const checkpoint of checkpoints.filter((each) => each > reached))
    aside.add(checkpointName(checkpoint));
  for (const segment of beyond) aside.add(segmentName(segment));
  return {
    findings,
    repair: {
      aside: [...aside],
      cut: part.fault === undefined || tail === undefined ? null : tail,
      gone: gone.filter((segment) => segment <= reached),
      unseals: sealed !== undefined && sealed.entries > readable,
    },
    state: part.state,
  };
}
