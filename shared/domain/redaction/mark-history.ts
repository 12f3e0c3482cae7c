import type { Marking } from './marks.ts';

/** What was decided, with the way back and forward. */
export type MarkHistory = {
  readonly past: readonly Marking[];
  readonly now: Marking;
  readonly future: readonly Marking[];
  /** What the last step was about: steps of one kind in a row, such as keys that move a mark, are one. */
  readonly last: string | null;
};

const mostSteps = 200;

export const historyFrom = (now: Marking): MarkHistory => ({ past: [], now, future: [], last: null });

/** @param about null: a step of its own; else it joins the step before where that was about the same. */
export function stepTo(history: MarkHistory, next: Marking, about: string | null = null): MarkHistory {
  if (next === history.now) return history;
  const joins = about !== null && about === history.last;
  const past = joins ? history.past : [...history.past, history.now].slice(-mostSteps);
  return { past, now: next, future: [], last: about };
}

export function undone(history: MarkHistory): MarkHistory {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    now: before,
    future: [history.now, ...history.future],
    last: null,
  };
}

export function redone(history: MarkHistory): MarkHistory {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.now], now: next, future, last: null };
}
