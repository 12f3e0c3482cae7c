import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { stateOf } from '#shared/domain/review-process/standing.ts';
import type { ReviewStep, StepInput } from '#shared/domain/review-process/step.ts';
import type { Actor } from '#shared/domain/review-process/view.ts';
import type { Change, PortfolioRecords, Ports } from '../ports.ts';
import type { OpenPortfolio, Session } from '../session.ts';
import { actorBy } from './actors.ts';
import { planStep } from './take-step.ts';
import { reviewIn } from './where.ts';

/**
 * Evidence requested, handed in and open to the panel, as one line of the journal. Fails with REVIEW_STEP, having
 * written nothing.
 */
export async function beginHere(
  ports: Ports,
  session: Session,
  { store }: OpenPortfolio,
  id: Id,
  { as, reason, withoutReport }: { readonly as: Id; readonly reason: string; readonly withoutReport: string },
): Promise<void> {
  const review = reviewIn(store, id);
  const today = ports.clock.today();
  const steps: ReviewStep[] = [...store.all('steps').values()];
  const changes: Change<PortfolioRecords>[] = [];
  const standing = () => stateOf(review, steps, today);
  const take = (actor: Actor, step: StepInput) => {
    const by = actorBy(session, store, review, actor);
    const planned = planStep(ports, { store, review, standing: standing(), by, step });
    steps.push(planned.step);
    changes.push(...planned.changes);
  };
  const begun = standing().state;
  if (begun !== 'scheduled' && begun !== 'evidence-requested')
    throw failure('REVIEW_STEP', { why: 'not-now', state: begun });
  if (begun === 'scheduled') take(as, { kind: 'request-evidence' });
  take('doctor', { kind: 'submit', ...(withoutReport === '' ? {} : { withoutReport }) });
  const { state, window } = standing();
  if (state !== 'open') {
    const to = window === null || window.to < today ? today : window.to;
    take(as, { kind: 'change-window', window: { from: today, to }, reason });
  }
  await store.commit('review.begin-here', changes);
}
