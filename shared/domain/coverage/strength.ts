import type { IsoDate } from '../dates.ts';
import type { ExpectationResult, Strength } from './types.ts';

/**
 * How a capability stands, from its rules alone and never from how much is linked to it. Where a pack has no rule for
 * it, current evidence makes it `partial` at most: without a rule there is no count to meet.
 * A rule whose period has not begun (a final year that lies ahead) cannot be met yet: it does not make a capability thin,
 * but nothing has its counts met before it is.
 * @param items linked items, whatever their age
 * @param inWindow those of them that count
 */
export function strengthOf(
  results: readonly ExpectationResult[],
  items: number,
  inWindow: number,
  today: IsoDate,
): Strength {
  if (items === 0) return 'empty';
  if (results.length === 0) return inWindow === 0 ? 'thin' : 'partial';
  const met = results.filter((result) => result.met).length;
  if (met === results.length) return 'counts-met';
  const begun = results.filter((result) => result.countsFrom <= today || result.met);
  if (begun.length === 0) return inWindow === 0 ? 'thin' : 'partial';
  return met * 2 >= begun.length ? 'partial' : 'thin';
}
