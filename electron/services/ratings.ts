import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import { newestRatings } from '#shared/domain/supervision/newest-ratings.ts';
import type { Rating } from '#shared/domain/supervision/rating.ts';
import type { Ports } from './ports.ts';
import type { Session } from './session.ts';
import { isOwn, ownerOnRecord, reviewerOf } from './supervision/reviewer.ts';

/** How a doctor, and those who supervise them, rate each capability. */
export function createRatingsService(ports: Ports, session: Session): Services['ratings'] {
  return {
    rate: async ({ portfolioId, capability, level, reason, inPerson }) => {
      const portfolio = await session.portfolio(portfolioId);
      return portfolio.inTurn(async () => {
        if (!portfolio.pack.capabilities.some(({ code }) => code === capability))
          throw failure('NOT_FOUND', { what: 'capability' });
        const self = inPerson === null && isOwn(session, portfolio);
        const { by, device } = self
          ? { by: { ...ownerOnRecord(session), role: '' }, device: null }
          : reviewerOf(session, portfolio, inPerson);
        const value: Rating = {
          id: ports.newId(),
          capability,
          side: self ? 'doctor' : 'supervisor',
          level,
          reason,
          by,
          device,
          at: ports.clock.now().toISOString(),
        };
        await portfolio.store.commit(self ? 'rating.self' : 'rating.give', [
          { collection: 'ratings', id: value.id, value },
        ]);
        return value;
      });
    },
    list: async ({ portfolioId }) => {
      const portfolio = await session.portfolio(portfolioId);
      const newest = newestRatings(portfolio.store.all('ratings').values());
      return {
        side: isOwn(session, portfolio) ? 'doctor' : 'supervisor',
        capabilities: portfolio.pack.capabilities.flatMap(({ code }) => newest.get(code) ?? []),
      };
    },
  };
}
