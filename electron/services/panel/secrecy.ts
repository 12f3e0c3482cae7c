import type { Ports } from '../ports.ts';
import type { OpenPortfolio } from '../session.ts';
import { courseOf } from './course.ts';
import { refuse } from './own-sheet.ts';
import { isHere, type Seat } from './seat.ts';

/**
 * What a member of a panel wrote for themselves is read by whoever sits here as that member, and by the panel once it
 * compares. Every way to a record's text asks this. Fails with PANEL_REFUSED (`not-here`).
 */
export function refuseOthersSheet(
  ports: Pick<Ports, 'clock'>,
  seat: Seat,
  portfolio: OpenPortfolio,
  { collection, id }: { readonly collection: string; readonly id: string },
): void {
  if (collection !== 'sheets') return;
  // One that is gone, or stands beside its own removal, was still somebody's.
  const heads = portfolio.store.heads('sheets', id).flatMap(({ value }) => value ?? []);
  for (const { review: of, member } of heads) {
    const review = portfolio.store.get('reviews', of);
    if (review === undefined) throw refuse('not-here');
    if (isHere(seat, review, member)) continue;
    if (!courseOf(portfolio, review, ports.clock.today()).compared) throw refuse('not-here');
  }
}
