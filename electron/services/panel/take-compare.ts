import type { Id } from '#shared/domain/ids.ts';
import type { PanelMember } from '#shared/domain/review.ts';
import { stateOf } from '#shared/domain/review-process/standing.ts';
import type { ReviewStep } from '#shared/domain/review-process/step.ts';
import { isOwner } from '../open-signer.ts';
import type { Ports } from '../ports.ts';
import type { Session } from '../session.ts';

export const takeCompare =
  (ports: Ports, session: Session) =>
  async (at: { readonly portfolioId: Id; readonly id: Id }, chair: PanelMember): Promise<void> => {
    const { store, inTurn } = await session.portfolio(at.portfolioId);
    await inTurn(async () => {
      const review = store.get('reviews', at.id);
      if (review === undefined) return;
      const { head } = stateOf(review, store.all('steps').values(), ports.clock.today());
      const value: ReviewStep = {
        id: ports.newId(),
        kind: 'compare',
        review: at.id,
        after: head,
        at: ports.clock.now().toISOString(),
        by: {
          name: chair.name,
          gmcNumber: chair.gmcNumber,
          role: chair.role,
          device: isOwner(session, chair) ? null : (session.profile()?.name ?? null),
        },
      };
      await store.commit('review.compare', [{ collection: 'steps', id: value.id, value }]);
    });
  };
