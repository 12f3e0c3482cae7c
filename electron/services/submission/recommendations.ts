import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { inLetterOrder, type Recommendation } from '#shared/domain/submission/recommendation.ts';
import type { Ports } from '../ports.ts';
import type { OpenPortfolio, Session } from '../session.ts';

type Part = Pick<
  Services['submission'],
  'recommendations' | 'addRecommendation' | 'updateRecommendation' | 'removeRecommendation'
>;

/** What a refusal asks for, as its reader types it in, and the evidence that answers it. */
export function recommendationsPart(ports: Ports, session: Session): Part {
  const found = ({ store }: OpenPortfolio, id: Id): Recommendation => {
    const recommendation = store.get('recommendations', id);
    if (recommendation === undefined) throw failure('NOT_FOUND', { what: 'recommendation' });
    return recommendation;
  };
  const refuseUnknown = ({ store }: OpenPortfolio, items: readonly Id[]) => {
    if (items.some((id) => store.get('evidence', id) === undefined))
      throw failure('NOT_FOUND', { what: 'evidence' });
  };
  const keep = async ({ store }: OpenPortfolio, action: string, value: Recommendation) => {
    await store.commit(action, [{ collection: 'recommendations', id: value.id, value }]);
    return value;
  };
  return {
    recommendations: async ({ portfolioId }) => {
      const { store } = await session.portfolio(portfolioId);
      return [...store.all('recommendations').values()].sort(inLetterOrder);
    },
    addRecommendation: async ({ portfolioId, recommendation }) => {
      const portfolio = await session.portfolio(portfolioId);
      return portfolio.inTurn(async () => {
        refuseUnknown(portfolio, recommendation.items);
        const orders = [...portfolio.store.all('recommendations').values()].map(({ order }) => order);
        const at = ports.clock.now().toISOString();
        return keep(portfolio, 'recommendation.add', {
          ...recommendation,
          id: ports.newId(),
          order: Math.max(0, ...orders) + 1,
          createdAt: at,
          updatedAt: at,
        });
      });
    },
    updateRecommendation: async ({ portfolioId, id, recommendation }) => {
      const portfolio = await session.portfolio(portfolioId);
      return portfolio.inTurn(async () => {
        const { order, createdAt, items } = found(portfolio, id);
        // An item that was there already may be gone since, by a merge or a move.
        const known = new Set(items);
        refuseUnknown(
          portfolio,
          recommendation.items.filter((item) => !known.has(item)),
        );
        const updatedAt = ports.clock.now().toISOString();
        return keep(portfolio, 'recommendation.update', {
          ...recommendation,
          id,
          order,
          createdAt,
          updatedAt,
        });
      });
    },
    removeRecommendation: async ({ portfolioId, id }) => {
      const portfolio = await session.portfolio(portfolioId);
      return portfolio.inTurn(async () => {
        found(portfolio, id);
        await portfolio.store.commit('recommendation.remove', [
          { collection: 'recommendations', id, value: null },
        ]);
        return {};
      });
    },
  };
}
