import type { HistoryLine } from '#shared/domain/history.ts';
import type { PortfolioStore } from '../ports.ts';
import { lineLogOf } from './line-log.ts';

/** The action that was done first: an undoing line is named for what it took back, a redoing one for what it put back. */
export async function originOf(store: PortfolioStore, line: HistoryLine): Promise<HistoryLine> {
  const { undoes, redoes } = line.about;
  const named = undoes ?? redoes;
  if (named === undefined) return line;
  const earlier = await lineLogOf(store).line(named);
  return earlier === undefined ? line : originOf(store, earlier);
}
