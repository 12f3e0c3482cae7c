import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { newestFirst, openActions } from '#shared/domain/open-actions.ts';
import type { Action, Review, ReviewPlan } from '#shared/domain/review.ts';
import { currentReviews } from '#shared/domain/review-process/current.ts';
import type { Standing } from '#shared/domain/review-process/standing.ts';
import type { ProcessState } from '#shared/domain/review-process/states.ts';
import { conclusionIssues } from './conclusion-issues.ts';
import { addPanelSignature, panelPlaces, receiveSignedCopy } from './panel-signatures.ts';
import type { Ports } from './ports.ts';
import { takeUpload } from './read-pdf.ts';
import { refuseUnlessOpen } from './review-process/open-to-panel.ts';
import { standingIn } from './review-process/where.ts';
import type { OpenPortfolio, Session } from './session.ts';
import { changeSettings, outcomesOf } from './settings.ts';
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

/** Actions that were still open when this review began: from the signed reviews before it that still count. */
export function previousActionsOf({ store }: OpenPortfolio, review: Review): readonly Action[] {
  const reviews = currentReviews(store.all('reviews').values(), store.all('steps').values());
  return openActions(
    reviews.filter(
      (other) => other.id !== review.id && other.state === 'signed' && newestFirst(other, review) > 0,
    ),
  );
}

const beforeSigning: readonly ProcessState[] = [
  'scheduled',
  'evidence-requested',
  'submitted',
  'open',
  'shut',
  'drafted',
  'postponed',
];

/**
 * Once evidence is handed in the panel's days are changed by a step, with a reason. A draft of an earlier version is
 * finished as it was begun. Fails with INVALID.
 */
function refuseChangedRules({ course }: Standing, review: Review, { rules }: ReviewPlan): void {
  if (rules === undefined) return;
  const days = ({ evidenceBy, window }: typeof rules) => `${evidenceBy} ${window.from} ${window.to}`;
  const begun =
    review.rules === undefined
      ? review.state !== 'scheduled'
      : course.everSubmitted && days(rules) !== days(review.rules);
  if (begun) throw failure('INVALID', { issues: [{ path: ['plan', 'rules', 'window'], code: 'handed-in' }] });
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
    /** Where a review with rules must stand for it. */
    states?: readonly ProcessState[],
  ): Promise<Review> => {
    const portfolio = await session.portfolio(at.portfolioId);
    return portfolio.inTurn(async () => {
      const before = found(portfolio, at.id);
      if (before.state === 'signed') throw failure('REVIEW_STATE', { state: before.state });
      refuseUnlessOpen(ports, portfolio.store, before, states);
      const after = { ...edit(before, portfolio), updatedAt: ports.clock.now().toISOString() };
      await portfolio.store.commit(action, [{ collection: 'reviews', id: after.id, value: after }]);
      return after;
    });
  };

  const outcomes = async () => outcomesOf(session.vault());

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
    replan: ({ plan, ...at }) =>
      change(
        at,
        'review.replan',
        (review, { store }) => {
          refuseChangedRules(standingIn(ports, store, review), review, plan);
          return { ...review, ...plan };
        },
        beforeSigning,
      ),
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
