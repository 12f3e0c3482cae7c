import { failure } from '#shared/domain/failure.ts';
import type { Review } from '#shared/domain/review.ts';
import type { ReviewStep } from '#shared/domain/review-process/step.ts';
import type { Actor, ActorLine } from '#shared/domain/review-process/view.ts';
import { isOwner } from '../open-signer.ts';
import type { PortfolioStore } from '../ports.ts';
import { portfolioOf, type Session } from '../session.ts';

/** Everybody with a part in a review: its doctor, then the panel. */
export function actorsOf(session: Session, store: PortfolioStore, review: Review): readonly ActorLine[] {
  const { doctor } = portfolioOf(store);
  return [
    {
      as: 'doctor',
      name: doctor.name,
      gmcNumber: doctor.gmcNumber,
      role: 'doctor',
      owner: isOwner(session, doctor),
    },
    ...review.panel.map((member) => ({
      as: member.id,
      name: member.name,
      gmcNumber: member.gmcNumber,
      role: member.role,
      owner: isOwner(session, member),
    })),
  ];
}

/** Who takes a step, as it is written down. Fails with INVALID for somebody who has no part in the review. */
export function actorBy(
  session: Session,
  store: PortfolioStore,
  review: Review,
  as: Actor,
): ReviewStep['by'] {
  const actor = actorsOf(session, store, review).find((one) => one.as === as);
  if (actor === undefined) throw failure('INVALID', { issues: [{ path: ['as'], code: 'choice' }] });
  const { name, gmcNumber, role, owner } = actor;
  return { name, gmcNumber, role, device: owner ? null : (session.profile()?.name ?? null) };
}
