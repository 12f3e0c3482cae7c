import type { HistoryLine } from '../history.ts';
import type { Id } from '../ids.ts';

/** One step of undoing: a line, or the lines of one spell of typing. Newest first. */
export type Step = { readonly lines: readonly [HistoryLine, ...HistoryLine[]] };

export const firstOf = ({ lines }: Step): number => (lines.at(-1) ?? lines[0]).seq;
export const lastOf = ({ lines }: Step): number => lines[0].seq;

/** What forms save by themselves while somebody types. */
const typed: ReadonlySet<string> = new Set([
  'evidence.update',
  'portfolio.update',
  'review.judge',
  'review.conclude',
  'review.replan',
  'meeting.update',
]);
/** What is written once for good: a step of a review is followed by another, never taken back. */
const lasting: ReadonlySet<string> = new Set(['seals', 'steps', 'snapshots', 'agreements']);
const spell = 120_000; // milliseconds

/** Whether a line brought in versions from elsewhere. What comes from another portfolio of this vault is no such line. */
export const isImport = ({ action, about }: Pick<HistoryLine, 'action' | 'about'>): boolean =>
  action.startsWith('import.') || about.source !== undefined;

/** Whether a line may hold versions that were merged: what it found and left is then asked of the history. */
export const isMerge = (line: Pick<HistoryLine, 'action' | 'about'>): boolean =>
  isImport(line) || line.about.moved?.way === 'in';

/**
 * Whether a line is a change that can be taken back at all. What founds a portfolio is not, nor what was signed; an
 * import may hold something signed, which then stays.
 */
export function isChange(line: HistoryLine): boolean {
  if (line.about.undoes !== undefined || line.changes.length === 0) return false;
  if (isMerge(line)) return true;
  if (line.action.startsWith('sample.') || line.action === 'review.sign') return false;
  return line.changes.every(
    ({ collection, parents }) =>
      !lasting.has(collection) && !(collection === 'portfolio' && parents.length === 0),
  );
}

/** Whether `older` is the line right before `newer` in one spell of typing that ended with `last`. */
export function isSameSpell(last: HistoryLine, newer: HistoryLine, older: HistoryLine): boolean {
  const [a, ...more] = newer.changes;
  const [b, ...others] = older.changes;
  return (
    typed.has(older.action) &&
    older.action === last.action &&
    older.seq === newer.seq - 1 &&
    older.who === last.who &&
    older.about.redoes === undefined &&
    last.about.redoes === undefined &&
    a !== undefined &&
    more.length === 0 &&
    others.length === 0 &&
    a.collection === b?.collection &&
    a.id === b.id &&
    Math.abs(Date.parse(last.at) - Date.parse(older.at)) <= spell
  );
}

/** Lines as people think of them: what was typed in one go is one. Newest first, as the lines are. */
export function stepsOf(lines: readonly HistoryLine[]): readonly Step[] {
  const steps: [HistoryLine, ...HistoryLine[]][] = [];
  for (const line of lines) {
    const open = steps.at(-1);
    if (open !== undefined && isSameSpell(open[0], open.at(-1) ?? open[0], line)) open.push(line);
    else steps.push([line]);
  }
  return steps.map((step) => ({ lines: step }));
}

export type UndoStack = {
  /** What undoing would take back. */
  readonly undo: Step | null;
  /** The undoing line that redoing would take back. */
  readonly redo: HistoryLine | null;
  /** False when older lines are needed to tell. */
  readonly complete: boolean;
};

/**
 * Where undoing and redoing stand after these lines, newest first. An undoing line takes its lines off; a redoing one
 * puts them back as itself; a new change ends what could be redone. Only the owner's lines count.
 * @param reachesStart whether these are all the lines there are.
 * @param isSealed whether the changed record has been signed since: such changes are passed over.
 */
export function undoStackOf(
  lines: readonly HistoryLine[],
  owner: Id,
  reachesStart: boolean,
  isSealed: (change: HistoryLine['changes'][number]) => boolean,
): UndoStack {
  const takenBack = new Set<number>();
  const redone = new Set<number>();
  let undo: Step | null = null;
  let redo: HistoryLine | null = null;
  let mayRedo = true;
  for (const [place, line] of lines.entries()) {
    if (undo !== null && !mayRedo) break;
    if (line.who !== owner) continue;
    const { undoes, undoesTo = undoes, redoes } = line.about;
    if (undoes !== undefined && undoesTo !== undefined) {
      for (let seq = undoes; seq <= undoesTo; seq += 1) takenBack.add(seq);
      if (!mayRedo || redone.has(line.seq)) continue;
      redo = line;
      mayRedo = false;
      continue;
    }
    if (redoes === undefined) mayRedo = false;
    else redone.add(redoes);
    if (undo !== null || takenBack.has(line.seq) || !isChange(line) || line.changes.every(isSealed)) continue;
    const step: [HistoryLine, ...HistoryLine[]] = [line];
    for (const older of lines.slice(place + 1)) {
      if (takenBack.has(older.seq) || !isSameSpell(line, step.at(-1) ?? line, older)) break;
      step.push(older);
    }
    // The spell may go on in lines that were not looked at.
    if (step.at(-1) === lines.at(-1) && !reachesStart) return { undo: null, redo, complete: false };
    undo = { lines: step };
  }
  return { undo, redo, complete: reachesStart || (undo !== null && !mayRedo) };
}

/** Numbers of the lines that these say were taken back and not put back since, and the undoing lines that were. */
export function takenBackIn(lines: readonly HistoryLine[]): ReadonlySet<number> {
  const gone = new Set<number>();
  const redone = new Set<number>();
  for (const { seq, about } of lines) {
    const { undoes, undoesTo = undoes, redoes } = about;
    if (redoes !== undefined && !gone.has(seq)) redone.add(redoes);
    if (undoes === undefined || undoesTo === undefined || redone.has(seq)) continue;
    for (let at = undoes; at <= undoesTo; at += 1) gone.add(at);
  }
  return gone;
}
