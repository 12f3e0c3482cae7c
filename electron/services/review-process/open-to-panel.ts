import { failure } from '#shared/domain/failure.ts';
import type { Review } from '#shared/domain/review.ts';
import type { ProcessState } from '#shared/domain/review-process/states.ts';
import type { PortfolioStore, Ports } from '../ports.ts';
import { standingIn } from './where.ts';

const writable: readonly ProcessState[] = ['open', 'drafted'];

/**
 * Refuses what a panel writes while the review is not open to it, with REVIEW_NOT_OPEN. Once a draft is under way it may
 * be finished after the window has shut. Reviews of earlier versions are open until they are signed.
 */
export function refuseUnlessOpen(
  ports: Pick<Ports, 'clock'>,
  store: PortfolioStore,
  review: Review,
  states: readonly ProcessState[] = writable,
): void {
  if (review.rules === undefined) return;
  const { state, window, broken } = standingIn(ports, store, review);
  if (broken === null && states.includes(state)) return;
  throw failure('REVIEW_NOT_OPEN', { state, from: window?.from ?? null, to: window?.to ?? null });
}
