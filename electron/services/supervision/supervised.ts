import { failure } from '#shared/domain/failure.ts';
import type { Issue } from '#shared/domain/failure-codes.ts';
import type { Review } from '#shared/domain/review.ts';
import { currentReviews, isReleased } from '#shared/domain/review-process/current.ts';
import { isSamePerson } from '#shared/domain/signature-places.ts';
import { type ListedAction, listActions } from '#shared/domain/supervision/action-list.ts';
import type { PersonOnRecord } from '#shared/domain/supervision/person.ts';
import type { Ports } from '../ports.ts';
import type { OpenPortfolio, Session } from '../session.ts';

/** Refuses what was sent, naming where and why. */
export const invalid = (path: Issue['path'], code: string) =>
  failure('INVALID', { issues: [{ path, code }] });

/** Reviews that count for what came of them: neither withdrawn nor amended, and released to the doctor. */
export function releasedReviews({ store }: Pick<OpenPortfolio, 'store'>): readonly Review[] {
  const steps = [...store.all('steps').values()];
  return currentReviews(store.all('reviews').values(), steps).filter((review) => isReleased(review, steps));
}

/** All actions of a portfolio as one list. */
export const actionsOf = (
  ports: Pick<Ports, 'clock'>,
  portfolio: Pick<OpenPortfolio, 'store'>,
): readonly ListedAction[] =>
  listActions(releasedReviews(portfolio), [...portfolio.store.all('actions').values()], ports.clock.today());

/** Where somebody acts: null on their own computer, else whose it is. */
export function deviceOf(
  session: Session,
  person: Pick<PersonOnRecord, 'name' | 'gmcNumber'>,
): string | null {
  const owner = session.profile();
  return owner === undefined || isSamePerson(owner, person) ? null : owner.name;
}
