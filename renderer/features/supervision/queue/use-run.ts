import { useState } from 'react';
import type { WaitingRow } from '#shared/contract/supervisor.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { Verdict } from './comment-panel.tsx';

export type Run = {
  /** Everything that waited when it began, in order. */
  readonly plan: readonly WaitingRow[];
  /** The place in the plan; its length: at the end. */
  readonly at: number;
  readonly go: (at: number) => void;
  readonly isDone: (item: Id) => boolean;
  readonly given: ReadonlyMap<Id, Verdict>;
  /** Notes what was said of an item. */
  readonly note: (item: Id, verdict: Verdict) => void;
  /** The next one that waits after a place; the plan's length where none does. */
  readonly nextAfter: (at: number) => number;
};

/**
 * One go through what waits. The order stays as it was when it began; what is undone meanwhile waits again.
 * @param waiting what waits now
 * @param begun items something was being written about: it starts with the first of them
 */
export function useRun(waiting: readonly WaitingRow[], begun: ReadonlySet<Id>): Run {
  const [plan] = useState(waiting);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      waiting.findIndex(({ id }) => begun.has(id)),
    ),
  );
  const [given, setGiven] = useState<ReadonlyMap<Id, Verdict>>(new Map());
  const left = new Set(waiting.map(({ id }) => id));
  const isDone = (item: Id) => !left.has(item);
  return {
    plan,
    at,
    go: (next) => setAt(Math.max(0, Math.min(next, plan.length))),
    isDone,
    given,
    note: (item, verdict) => setGiven((before) => new Map(before).set(item, verdict)),
    nextAfter: (from) => {
      const found = plan.findIndex(({ id }, place) => place > from && !isDone(id));
      return found === -1 ? plan.length : found;
    },
  };
}
