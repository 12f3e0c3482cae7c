import { failure } from '#shared/domain/failure.ts';
import {
  firstOf,
  isChange,
  isSameSpell,
  lastOf,
  type Step,
  type UndoStack,
  undoStackOf,
} from '#shared/domain/history/steps.ts';
import type { HistoryLine, UndoState, UndoStep } from '#shared/domain/history.ts';
import { isSealed } from '#shared/domain/merge/sealed.ts';
import { followShelf } from '../follow-shelf.ts';
import { inBothTurns } from '../moves/both-turns.ts';
import { rewindMove } from '../moves/rewind-move.ts';
import type { PortfolioStore, Ports } from '../ports.ts';
import { type OpenPortfolio, portfolioOf, type Session } from '../session.ts';
import { lineLogOf } from './line-log.ts';
import { originOf } from './origin.ts';
import { recordsIn, subjectsOf } from './subjects.ts';
import { takeBack } from './take-back.ts';
import { writeBack } from './write-back.ts';

const linesAtFirst = 64;
const longestSpell = 1000; // lines

/** Who works in this vault. */
const ownerOf = (session: Session) => session.profile()?.id ?? '';

const isSignedNow = (store: PortfolioStore, { collection, id }: HistoryLine['changes'][number]) =>
  collection === 'seals' ||
  ((collection === 'reviews' || collection === 'supervisorReports') &&
    isSealed(collection, store.get(collection, id)));

/** Reads as many lines as it takes to know what comes next. What lies behind a gap is out of reach. */
export async function stackOf(session: Session, store: PortfolioStore): Promise<UndoStack> {
  const log = lineLogOf(store);
  const start = ((await store.history.gaps()).at(-1)?.to ?? 0) + 1;
  for (let count = linesAtFirst; ; count *= 4) {
    const lines = (await log.newest(count)).filter(({ seq }) => seq >= start);
    const stack = undoStackOf(lines, ownerOf(session), (lines.at(-1)?.seq ?? start) === start, (change) =>
      isSignedNow(store, change),
    );
    if (stack.complete) return stack;
  }
}

async function shownStep(store: PortfolioStore, step: Step): Promise<UndoStep> {
  const [line] = step.lines;
  const count = recordsIn(line);
  const [subject = null] = count === 1 ? await subjectsOf(store, line, 1) : [];
  const { action } = await originOf(store, line);
  return { seq: firstOf(step), to: lastOf(step), action, count, at: line.at, subject };
}

export async function undoState(session: Session, { store }: OpenPortfolio): Promise<UndoState> {
  const { undo, redo } = await stackOf(session, store);
  return {
    undo: undo === null ? null : await shownStep(store, undo),
    redo: redo === null ? null : await shownStep(store, { lines: [redo] }),
  };
}

type Rewound = { readonly done: UndoStep; readonly kept: number };

async function inverse(
  ports: Ports,
  session: Session,
  { store }: OpenPortfolio,
  action: 'undo' | 'redo',
  step: Step,
): Promise<Rewound> {
  const back = await takeBack(store, step.lines.toReversed());
  const { changes, reopened, kept } = back;
  const done = await shownStep(store, step);
  const [seq, to] = [firstOf(step), lastOf(step)];
  const about = action === 'redo' ? { redoes: seq } : { undoes: seq, ...(to > seq ? { undoesTo: to } : {}) };
  const { id, name } = session.profile() ?? { id: '', name: '' };
  await writeBack(ports, store, { id, name }, back, action, about);
  if (changes.some(({ collection }) => collection === 'portfolio')) {
    await followShelf(session.vault(), portfolioOf(store));
  }
  return { done: { ...done, count: changes.length + reopened.length }, kept };
}

/** The lines that were asked to be taken back: one change, or one spell of typing. */
async function stepAt(session: Session, store: PortfolioStore, seq: number, to: number): Promise<Step> {
  const nothing = () => failure('NOT_UNDOABLE', { why: 'nothing' });
  if (to < seq || to > store.head().entries || to - seq >= longestSpell) throw nothing();
  const lines = await store.history.lines(to + 1, to - seq + 1);
  const [last, ...older] = lines;
  if (last === undefined) throw nothing();
  if (last.seq !== to || lines.at(-1)?.seq !== seq) throw failure('NOT_UNDOABLE', { why: 'gap' });
  const owner = ownerOf(session);
  if (lines.some(({ who, about }) => who !== owner || about.undoes !== undefined)) throw nothing();
  if (!lines.every(isChange)) throw failure('NOT_UNDOABLE', { why: 'sealed' });
  const together = older.every((line, at) => isSameSpell(last, lines[at] ?? last, line));
  if (!together) throw nothing();
  return { lines: [last, ...older] };
}

/**
 * Does `step` in the portfolio's turn; where it is half of a move, in both portfolios and in both their turns.
 * @param at a line of it: what is done can only be looked up in turn, but whether it is a move never changes.
 */
async function rewind(
  ports: Ports,
  session: Session,
  portfolio: OpenPortfolio,
  action: 'undo' | 'redo',
  at: number,
  step: () => Promise<Step>,
): Promise<Rewound> {
  const moved = (await lineLogOf(portfolio.store).line(at))?.about.moved;
  if (moved === undefined)
    return portfolio.inTurn(async () => inverse(ports, session, portfolio, action, await step()));
  const there = await session.portfolio(moved.portfolio);
  return inBothTurns(portfolio, there, async () => {
    const { lines } = await step();
    const done = await shownStep(portfolio.store, { lines });
    const count = await rewindMove(ports, session, { here: portfolio, there }, action, lines[0]);
    return { done: { ...done, count }, kept: 0 };
  });
}

/** Takes lines `seq` to `to` back, as one new line. Fails with CHANGED_SINCE and NOT_UNDOABLE. */
export const undo = (ports: Ports, session: Session, portfolio: OpenPortfolio, seq: number, to: number) =>
  rewind(ports, session, portfolio, 'undo', seq, () => stepAt(session, portfolio.store, seq, to));

/** Takes an undoing line back, which must be the last one that nothing was done since. */
export const redo = (ports: Ports, session: Session, portfolio: OpenPortfolio, seq: number) =>
  rewind(ports, session, portfolio, 'redo', seq, async () => {
    const { redo: line } = await stackOf(session, portfolio.store);
    if (line === null || line.seq !== seq) throw failure('NOT_UNDOABLE', { why: 'nothing' });
    return { lines: [line] };
  });
