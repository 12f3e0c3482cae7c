import type { OpenPortfolio } from '../session.ts';
import { portfolioOf } from '../session.ts';

/** Runs work while nothing else changes either portfolio. Always in the same order, so that two moves cannot wait for each other. */
export function inBothTurns<T>(one: OpenPortfolio, other: OpenPortfolio, work: () => Promise<T>): Promise<T> {
  const [first, second] =
    portfolioOf(one.store).id < portfolioOf(other.store).id ? [one, other] : [other, one];
  return first.inTurn(() => second.inTurn(work));
}
