import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { Ports } from './ports.ts';
import { actorBy } from './review-process/actors.ts';
import { beginHere } from './review-process/begin-here.ts';
import { frozenView } from './review-process/frozen-view.ts';
import { judgedTogether } from './review-process/judged-together.ts';
import { refuseUnlessOpen } from './review-process/open-to-panel.ts';
import { planStep } from './review-process/take-step.ts';
import { processViewOf } from './review-process/view-of.ts';
import { reviewIn, standingIn } from './review-process/where.ts';
import type { OpenPortfolio, Session } from './session.ts';

/** The steps of a review: where it stands, and what is done next. */
export function createReviewProcessService(ports: Ports, session: Session): Services['reviewProcess'] {
  const view = (portfolio: OpenPortfolio, id: Id) =>
    processViewOf(ports, session, portfolio, reviewIn(portfolio.store, id));
  /** Does something to a review in turn, and shows where it stands then. */
  const change = async (
    at: { readonly portfolioId: Id; readonly id: Id },
    work: (portfolio: OpenPortfolio) => Promise<void>,
  ) => {
    const portfolio = await session.portfolio(at.portfolioId);
    return portfolio.inTurn(async () => {
      await work(portfolio);
      return view(portfolio, at.id);
    });
  };

  return {
    state: async ({ portfolioId, id }) => view(await session.portfolio(portfolioId), id),
    take: ({ after, as, step, ...at }) =>
      change(at, async ({ store }) => {
        const review = reviewIn(store, at.id);
        const standing = standingIn(ports, store, review);
        if (standing.head !== after) throw failure('REVIEW_STEP', { why: 'moved-on', state: standing.state });
        const by = actorBy(session, store, review, as);
        const { changes } = planStep(ports, { store, review, standing, by, step });
        await store.commit(`review.${step.kind}`, changes);
      }),
    beginHere: ({ as, reason, withoutReport, ...at }) =>
      change(at, (portfolio) => beginHere(ports, session, portfolio, at.id, { as, reason, withoutReport })),
    judgedTogether: ({ members, ...at }) =>
      change(at, async (portfolio) => {
        const review = reviewIn(portfolio.store, at.id);
        refuseUnlessOpen(ports, portfolio.store, review);
        await judgedTogether(ports, portfolio, review, members);
      }),
    snapshotOf: async ({ portfolioId, id }) => {
      const portfolio = await session.portfolio(portfolioId);
      return frozenView(ports, portfolio, reviewIn(portfolio.store, id));
    },
  };
}
