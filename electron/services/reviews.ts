import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { newestFirst, openActions } from '#shared/domain/open-actions.ts';
import { defaultOutcomes } from '#shared/domain/outcomes.ts';
import type { Action, Review } from '#shared/domain/review.ts';
import { conclusionIssues } from './conclusion-issues.ts';
import { addPanelSignature, panelPlaces, receiveSignedCopy } from './panel-signatures.ts';
import type { Ports } from './ports.ts';
import { takeUpload } from './read-pdf.ts';
import type { OpenPortfolio, Session } from './session.ts';
import { changeSettings } from './settings.ts';
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

/** Actions that were still open when this review began: from the signed reviews before it. */
function previousActionsOf({ store }: OpenPortfolio, review: Review): readonly Action[] {
  const reviews = [...store.all('reviews').values()];
  return openActions(
    reviews.filter(
      (other) => other.id !== review.id && other.state === 'signed' && newestFirst(other, review) > 0,
    ),
  );
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
    conclude: async ({ conclusion, ...at }) => {
      const offered = await outcomes();
      return change(at, 'review.conclude', (review, portfolio) => {
        const previous = previousActionsOf(portfolio, review);
        const issues = conclusionIssues(conclusion, { review, pack: portfolio.pack, offered, previous });
        if (issues.length > 0) throw failure('INVALID', { issues });
        return { ...review, ...conclusion, state: 'drafted' };
      });
    },
    sign: async ({ portfolioId, id, passphrase, identityCheck, newKey }) => {
      const portfolio = await session.portfolio(portfolioId);
      return portfolio.inTurn(async () => {
        const review = found(portfolio, id);
        if (review.state === 'signed') throw failure('REVIEW_STATE', { state: review.state });
        const previousActions = previousActionsOf(portfolio, review);
        return signReview(ports, session, {
          portfolio,
          review,
          previousActions,
          passphrase,
          identityCheck,
          newKey,
        });
      });
    },
    chairStanding: async ({ portfolioId, id }) => ({
      standing: chairStanding(session, found(await session.portfolio(portfolioId), id)),
    }),
    signers: async ({ portfolioId, id }) => {
      const portfolio = await session.portfolio(portfolioId);
      return panelPlaces(ports, session, portfolio, found(portfolio, id));
    },
    addSignature: async ({ portfolioId, id, ...request }) => {
      const portfolio = await session.portfolio(portfolioId);
      return portfolio.inTurn(async () =>
        addPanelSignature(ports, session, portfolio, found(portfolio, id), request),
      );
    },
    receiveSigned: async ({ portfolioId, id, uploadId }) => {
      const portfolio = await session.portfolio(portfolioId);
      return portfolio.inTurn(async () => {
        const review = found(portfolio, id);
        return receiveSignedCopy(ports, portfolio, review, await takeUpload(ports, uploadId));
      });
    },
    outcomes,
    setOutcomes: async ({ outcomes: next }) => {
      const ids = new Set(next.map((option) => option.id));
      if (ids.size !== next.length)
        throw failure('INVALID', { issues: [{ path: ['outcomes'], code: 'same-id' }] });
      await changeSettings(session, 'outcomes.set', { outcomes: next });
      return next;
    },
  };
}
