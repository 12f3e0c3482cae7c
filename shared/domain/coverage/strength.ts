import type { ExpectationResult, Strength } from './types.ts';

/**
 * How a capability stands, from its rules alone and never from how much is linked to it. Where a pack has no rule for
 * it, current evidence makes it `partial` at most: without a rule there is no count to meet.
 * @param items linked items, whatever their age
 * @param inWindow those of them that count
 */
export function strengthOf(results: readonly ExpectationResult[], items: number, inWindow: number): Strength {
  if (items === 0) return 'empty';
  if (results.length === 0) return inWindow === 0 ? 'thin' : 'partial';
  const met = results.filter((result) => result.met).length;
  if (met === results.length) return 'counts-met';
  return met * 2 >= results.length ? 'partial' : 'thin';
}
