import { useEffect, useRef, useState } from 'react';
import { registerFlush } from '#renderer/api/pending-saves.ts';
import { createInTurn } from '#shared/domain/in-turn.ts';
import { historyFrom, redone, stepTo, undone } from '#shared/domain/redaction/mark-history.ts';
import { type KeptMarking, type Marking, noMarks } from '#shared/domain/redaction/marks.ts';
import { keepMarking } from './kept-marking.ts';

const quietMilliseconds = 400;

export type MarkingState = {
  readonly now: Marking;
  /** @param about steps about the same thing in a row are undone as one. */
  readonly change: (next: (now: Marking) => Marking, about?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** They could not be kept: they are on the screen alone. */
  readonly unkept: boolean;
  /** Keeps them now. */
  readonly flush: () => Promise<boolean>;
};

/**
 * The marks of a file as somebody works on them: with undo and redo, and kept by themselves, so that a lock or a crash
 * loses none.
 */
export function useMarking(key: string, kept: KeptMarking | null): MarkingState {
  const [history, setHistory] = useState(() =>
    historyFrom(kept === null ? noMarks : { marks: kept.marks, declined: kept.declined }),
  );
  const latest = useRef(history.now);
  latest.current = history.now;
  const saved = useRef(history.now);
  const [inTurn] = useState(createInTurn);
  const [unkept, setUnkept] = useState(false);

  const [flush] = useState(() => async () => {
    try {
      await inTurn(async () => {
        const now = latest.current;
        if (now === saved.current) return;
        await keepMarking(key, now, null);
        saved.current = now;
        setUnkept(false);
      });
      return true;
    } catch {
      // Tried again with the next change; what is on the screen stays.
      setUnkept(true);
      return false;
    }
  });
  useEffect(() => registerFlush(flush), [flush]);
  // Left by any way: what was marked last is kept too.
  useEffect(() => () => void flush(), [flush]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change starts the clock anew
  useEffect(() => {
    const timer = setTimeout(() => void flush(), quietMilliseconds);
    return () => clearTimeout(timer);
  }, [history.now, flush]);

  return {
    now: history.now,
    change: (next, about) => setHistory((before) => stepTo(before, next(before.now), about ?? null)),
    undo: () => setHistory(undone),
    redo: () => setHistory(redone),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    unkept,
    flush,
  };
}
