import { lateItemsShown } from '#shared/contract/review-process.ts';
import type { Review } from '#shared/domain/review.ts';
import { aheadOf } from '#shared/domain/review-process/ahead.ts';
import { refusalOf } from '#shared/domain/review-process/allowed.ts';
import { mayTake } from '#shared/domain/review-process/rights.ts';
import { stepKinds } from '#shared/domain/review-process/step.ts';
import type { ProcessView } from '#shared/domain/review-process/view.ts';
import type { Ports } from '../ports.ts';
import type { OpenPortfolio, Session } from '../session.ts';
import { actorsOf } from './actors.ts';
import { lateItems } from './late.ts';
import { aheadFacts, handedInFor, membersIn, reportStanding, standingIn } from './where.ts';

/** A review's state as it is shown: where it stands, how it came there, what comes next and whose it is. */
export function processViewOf(
  ports: Ports,
  session: Session,
  portfolio: OpenPortfolio,
  review: Review,
): ProcessView {
  const { store } = portfolio;
  const today = ports.clock.today();
  const standing = standingIn(ports, store, review);
  const { course, remarks, ...rest } = standing;
  const people = actorsOf(session, store, review);
  const facts = aheadFacts(ports, portfolio, review);
  const handedIn = handedInFor(ports, store, review);
  const late = handedIn === undefined ? [] : lateItems(store, handedIn.snapshot);
  return {
    ...rest,
    remarks,
    ahead: aheadOf(standing, review, facts, today),
    offers: stepKinds.map((kind) => {
      const why = refusalOf(standing, kind, today);
      const by = why === null ? people.filter(({ role }) => mayTake(role, kind)).map(({ as }) => as) : [];
      return { kind, why: why ?? (by.length === 0 ? 'role' : null), by };
    }),
    people,
    handedIn:
      handedIn === undefined
        ? null
        : {
            snapshot: handedIn.snapshot.id,
            at: handedIn.snapshot.at,
            on: handedIn.snapshot.on,
            items: handedIn.snapshot.items.length,
            withoutReport:
              handedIn.submit?.kind === 'submit' ? (handedIn.submit.withoutReport ?? null) : null,
            late: late.length,
          },
    late: late.slice(0, lateItemsShown),
    report: reportStanding(store, review),
    quorum: facts.quorum,
    members: membersIn(store, review).map(({ member, not, supervises, interest, finished }) => ({
      member: member.id,
      not,
      supervises,
      interest,
      finished,
    })),
    next: course.next,
  };
}
