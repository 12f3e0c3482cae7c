import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { defaultOutcomes } from '#shared/domain/outcomes.ts';
import type { Action, Review } from '#shared/domain/review.ts';
import type { Ports } from './ports.ts';
import type { OpenPortfolio, Session } from './session.ts';
import { chairStanding, signReview } from './sign-review.ts';

const emptyConclusion = {
  progressMade: '',
  progressNeeded: '',
  actions: [],
  followUps: [],
  outcome: null,
  outcomeReason: '',
  nextReviewOn: null,
} as const;

const newestFirst = (a: Review, b: Review) =>
  b.heldOn.localeCompare(a.heldOn) || b.createdAt.localeCompare(a.createdAt);

/** Actions of the last signed review before this one that were still open when it was signed. */
export function previousActionsOf({ store }: OpenPortfolio, review: Review): readonly Action[] {
  const [last] = [...store.all('reviews').values()]
    .filter((other) => other.id !== review.id && other.state === 'signed' && newestFirst(other, review) > 0)
    .sort(newestFirst);
  return (last?.actions ?? []).filter((action) => action.status === 'open');
}

export function createReviewsService(ports: Ports, session: Session): Services['reviews'] {
  const found = ({ store }: OpenPortfolio, id: Id): Review => {
    const review = store.get('reviews', id);
    if (review === undefined) throw failure('NOT_FOUND', { what: 'review' });
    return review;
  };

  /** A signed review is immutable: it is amended on the record, never edited. */
  const change = async (
    at: { readonly portfolioId: Id; readonly id: Id },
    action: string,
    edit: (review: Review, portfolio: OpenPortfolio) => Review,
  ): Promise<Review> => {
    const portfolio = await session.portfolio(at.portfolioId);
    return portfolio.inTurn(async () => {
      const before = found(portfolio, at.id);
      if (before.state === 'signed') throw failure('REVIEW_STATE', { state: before.state });
      const after = { ...edit(before, portfolio), updatedAt: ports.clock.now().toISOString() };
      await portfolio.store.commit(action, [{ collection: 'reviews', id: after.id, value: after }]);
      return after;
    });
  };

  const outcomes = async () =>
    session.vault().profile.get('settings', 'settings')?.outcomes ?? defaultOutcomes;

  return {
    list: async ({ portfolioId }) =>
      [...(await session.portfolio(portfolioId)).store.all('reviews').values()].sort(newestFirst),
    get: async ({ portfolioId, id }) => {
      const portfolio = await session.portfolio(portfolioId);
      const review = found(portfolio, id);
      return { review, previousActions: previousActionsOf(portfolio, review) };
    },
    schedule: async ({ portfolioId, plan }) => {
      const { store } = await session.portfolio(portfolioId);
      const at = ports.clock.now().toISOString();
      const review: Review = {
        ...plan,
        ...emptyConclusion,
        id: ports.newId(),
        state: 'scheduled',
        judgements: [],
        signOff: null,
        createdAt: at,
        updatedAt: at,
      };
      await store.commit('review.schedule', [{ collection: 'reviews', id: review.id, value: review }]);
      return review;
    },
    replan: ({ plan, ...at }) => change(at, 'review.replan', (review) => ({ ...review, ...plan })),
    judge: ({ judgement, ...at }) =>
      change(at, 'review.judge', (review, { pack }) => {
        if (!pack.capabilities.some((capability) => capability.code === judgement.capability)) {
          throw failure('INVALID', {
            issues: [{ path: ['judgement', 'capability'], code: 'unknown-capability' }],
          });
        }
        const others = review.judgements.filter((other) => other.capability !== judgement.capability);
        return { ...review, state: 'drafted', judgements: [...others, judgement] };
      }),
    conclude: ({ conclusion, ...at }) =>
      change(at, 'review.conclude', (review) => ({ ...review, ...conclusion, state: 'drafted' })),
    sign: async ({ portfolioId, id, passphrase, identityCheck }) => {
      const portfolio = await session.portfolio(portfolioId);
      return portfolio.inTurn(async () => {
        const review = found(portfolio, id);
        if (review.state === 'signed') throw failure('REVIEW_STATE', { state: review.state });
        const previousActions = previousActionsOf(portfolio, review);
        return signReview(ports, session, { portfolio, review, previousActions, passphrase, identityCheck });
      });
    },
    chairStanding: async ({ portfolioId, id }) => ({
      standing: chairStanding(session, found(await session.portfolio(portfolioId), id)),
    }),
    outcomes,
    setOutcomes: async ({ outcomes: next }) => {
      const ids = new Set(next.map((option) => option.id));
      if (ids.size !== next.length)
        throw failure('INVALID', { issues: [{ path: ['outcomes'], code: 'same-id' }] });
      await session
        .vault()
        .profile.commit('outcomes.set', [
          { collection: 'settings', id: 'settings', value: { id: 'settings', outcomes: next } },
        ]);
      return next;
    },
  };
}
