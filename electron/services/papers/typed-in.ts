import type { IsoDate } from '#shared/domain/dates.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { Paper, Review } from '#shared/domain/review.ts';
import type { Ports } from '../ports.ts';
import { refuseUnlessOpen } from '../review-process/open-to-panel.ts';
import type { Session } from '../session.ts';

type Typed = {
  readonly portfolioId: Id;
  readonly id: Id;
  readonly on: IsoDate;
  readonly scan: Paper['scan'];
};

const refused = (path: string, code: string) => failure('INVALID', { issues: [{ path: [path], code }] });

/** Notes who typed a review in, of which day's paper, and its scan. Fails with NOT_FOUND, REVIEW_STATE, REVIEW_NOT_OPEN, INVALID. */
export function typedInPart(ports: Ports, session: Session) {
  return {
    typedIn: async ({ portfolioId, id, on, scan }: Typed): Promise<Review> => {
      const portfolio = await session.portfolio(portfolioId);
      const { store } = portfolio;
      return portfolio.inTurn(async () => {
        const review = store.get('reviews', id);
        if (review === undefined) throw failure('NOT_FOUND', { what: 'review' });
        if (review.state === 'signed') throw failure('REVIEW_STATE', { state: review.state });
        refuseUnlessOpen(ports, store, review);
        if (on > ports.clock.today()) throw refused('on', 'in-future');
        if (scan !== null && !(await store.blobs.has(scan.hash))) throw refused('scan', 'file-missing');
        const at = ports.clock.now().toISOString();
        const typedBy = session.profile()?.name ?? '';
        const paper: Paper = { on, typedBy, typedAt: at, scan };
        const after: Review = { ...review, paper, updatedAt: at };
        await store.commit('review.type-in', [{ collection: 'reviews', id, value: after }]);
        return after;
      });
    },
  };
}
