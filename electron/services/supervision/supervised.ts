import type { IsoDate } from '#shared/domain/dates.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Issue } from '#shared/domain/failure-codes.ts';
import type { Review } from '#shared/domain/review.ts';
import { currentReviews, isReleased } from '#shared/domain/review-process/current.ts';
import type { NamedPerson } from '#shared/domain/signature-places.ts';
import { type ListedAction, listActions } from '#shared/domain/supervision/action-list.ts';
import { isThisPerson } from '#shared/domain/supervision/person.ts';
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
export const actionsOn = (portfolio: Pick<OpenPortfolio, 'store'>, today: IsoDate): readonly ListedAction[] =>
  listActions(releasedReviews(portfolio), [...portfolio.store.all('actions').values()], today);

/** Where somebody acts: null on their own computer, else whose it is. */
export function deviceOf(session: Session, person: NamedPerson): string | null {
  const owner = session.profile();
  return owner === undefined || isThisPerson(owner, person) ? null : owner.name;
}
