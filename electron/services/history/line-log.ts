import type { HistoryLine } from '#shared/domain/history.ts';
import type { PortfolioStore } from '../ports.ts';

/** The newest lines of a portfolio's history, kept once read: a line never changes. */
export type LineLog = {
  /** At least the newest `count` lines, newest first, or all there are. */
  readonly newest: (count: number) => Promise<readonly HistoryLine[]>;
  /** One line by its number. */
  readonly line: (seq: number) => Promise<HistoryLine | undefined>;
};

const logs = new WeakMap<PortfolioStore, LineLog>();

function createLineLog(store: PortfolioStore): LineLog {
  let kept: readonly HistoryLine[] = [];
  const newest = async (count: number) => {
    const { entries } = store.head();
    const [first] = kept;
    const added = first === undefined ? [] : await store.history.lines(entries + 1, entries - first.seq);
    const known = [...added.filter(({ seq }) => first !== undefined && seq > first.seq), ...kept];
    const missing = Math.min(count, entries) - known.length;
    const older = missing > 0 ? await store.history.lines(known.at(-1)?.seq ?? entries + 1, missing) : [];
    const all = [...known, ...older];
    // Another caller may have read further meanwhile.
    if (all.length > kept.length || all[0]?.seq !== kept[0]?.seq) kept = all;
    return all;
  };
  return {
    newest,
    line: async (seq) =>
      [...kept, ...(await store.history.lines(seq + 1, 1))].find((line) => line.seq === seq),
  };
}

export function lineLogOf(store: PortfolioStore): LineLog {
  const known = logs.get(store) ?? createLineLog(store);
  logs.set(store, known);
  return known;
}
