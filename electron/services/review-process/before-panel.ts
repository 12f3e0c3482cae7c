import { failure } from '#shared/domain/failure.ts';
import { counts, quorumOf, waitedFor } from '#shared/domain/panel/members.ts';
import type { Review } from '#shared/domain/review.ts';
import { frozenOf } from '../panel/frozen.ts';
import type { PortfolioStore, Ports, ReportInput } from '../ports.ts';
import type { OpenPortfolio } from '../session.ts';
import { handedInFor, membersIn } from './where.ts';

/**
 * The evidence a panel had before it: what was handed in, as it was then, with what the chair let in since. For a review
 * of earlier versions, what the portfolio held on the day of the review. Fails with NOT_FOUND where the words of
 * something handed in are not kept here: nothing is signed over what nobody could read.
 */
export async function beforePanel(
  ports: Pick<Ports, 'clock'>,
  portfolio: OpenPortfolio,
  review: Review,
): Promise<Pick<ReportInput, 'evidence' | 'coverage'>> {
  const { store } = portfolio;
  const handedIn = review.rules === undefined ? undefined : handedInFor(ports, store, review);
  if (handedIn === undefined) {
    return {
      evidence: [...store.all('evidence').values()].filter((item) => item.trashedAt === null),
      // As it stood on the day of the review: what began after it was not before the panel, and is not listed either.
      coverage: portfolio.coverage().map(review.heldOn),
    };
  }
  const { items, coverage, missing } = await frozenOf(portfolio, handedIn.snapshot);
  if (missing > 0) throw failure('NOT_FOUND', { what: 'version' });
  return { evidence: [...items.values()], coverage };
}

/** Refuses with REVIEW_QUORUM while fewer members have judged than the review's rule asks for. */
export function refuseWithoutQuorum(store: PortfolioStore, review: Review): void {
  if (review.rules === undefined) return;
  const members = membersIn(store, review);
  const { needed, have } = quorumOf(members, review.rules.quorum);
  // What a panel wrote by hand is on its paper, not in sheets: then those count who may judge.
  const present = review.paper === undefined ? have : members.filter(({ not }) => not === null).length;
  if (present >= needed) return;
  const names = (some: typeof members) => some.map(({ member }) => member.name);
  throw failure('REVIEW_QUORUM', {
    needed,
    finished: members.filter(counts).length,
    unfinished: names(waitedFor(members)),
    conflicts: names(members.filter(({ not }) => not === 'conflict')),
  });
}
