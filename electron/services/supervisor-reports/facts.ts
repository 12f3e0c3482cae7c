import type { IsoDate } from '#shared/domain/dates.ts';
import { newestFirst } from '#shared/domain/open-actions.ts';
import type { Action, Review } from '#shared/domain/review.ts';
import { currentReviews } from '#shared/domain/review-process/current.ts';
import { supervisionFacts } from '#shared/domain/supervision/facts.ts';
import type { SupervisorReport, YearFacts } from '#shared/domain/supervision/supervisor-report.ts';
import { yearFacts } from '#shared/domain/supervision/year-facts.ts';
import { professionalDomains } from '#shared/guidance/supervisor-report.ts';
import { type OpenPortfolio, portfolioOf } from '../session.ts';

/** Reviews that stand: neither withdrawn nor amended. */
const reviewsOf = ({ store }: OpenPortfolio) =>
  currentReviews(store.all('reviews').values(), store.all('steps').values());

/** What the last signed review before this one asked for; an action that is followed stands as it does there. */
function previousActionsOf(portfolio: OpenPortfolio, review: Review | undefined): readonly Action[] {
  const [last] = reviewsOf(portfolio)
    .filter(
      (other) =>
        other.state === 'signed' &&
        other.id !== review?.id &&
        (review === undefined || newestFirst(other, review) > 0),
    )
    .sort(newestFirst);
  return (last?.actions ?? []).map(({ id, what, measure, owner, dueOn, capability, status }) => ({
    id,
    what,
    measure,
    owner,
    dueOn,
    capability,
    status: portfolio.store.get('actions', id)?.status ?? status,
  }));
}

/** The facts of a report's period as they are now. Reads the portfolio and writes nothing. */
export function factsOf(
  portfolio: OpenPortfolio,
  { period, author, review }: Pick<SupervisorReport, 'period' | 'author' | 'review'>,
  today: IsoDate,
): YearFacts {
  const { store, pack } = portfolio;
  return yearFacts({
    pack,
    coverage: portfolio.coverage().map(today),
    evidence: store.all('evidence').values(),
    ratings: store.all('ratings').values(),
    breaks: portfolioOf(store).breaks ?? [],
    supervision: supervisionFacts(
      [...store.all('meetings').values()],
      [...store.all('actions').values()],
      reviewsOf(portfolio),
      period,
      today,
    ),
    domains: professionalDomains(pack),
    previousActions: previousActionsOf(portfolio, review === null ? undefined : store.get('reviews', review)),
    author,
    period,
    today,
  });
}
