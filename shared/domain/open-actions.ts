import type { Action, Review } from './review.ts';

/** Latest first: by the day they were held, then by when they were planned. */
export const newestFirst = (a: Review, b: Review): number =>
  b.heldOn.localeCompare(a.heldOn) || b.createdAt.localeCompare(a.createdAt);

/**
 * Actions that signed reviews left open, the latest review's own first. An older action stays until a review finds it
 * done or dropped, or carries it over as one of its own with the same words.
 * @param signed signed reviews, in any order.
 */
export function openActions(signed: readonly Review[]): readonly Action[] {
  const [last, ...before] = [...signed].sort(newestFirst);
  if (last === undefined) return [];
  const own = last.actions.filter((action) => action.status === 'open');
  const found = new Map(last.followUps.map((followUp) => [followUp.action, followUp.status]));
  const words = new Set(last.actions.map((action) => action.what));
  const older = openActions(before).filter(
    (action) => (found.get(action.id) ?? 'open') === 'open' && !words.has(action.what),
  );
  return [...own, ...older];
}
