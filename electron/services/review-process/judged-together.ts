import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { Review } from '#shared/domain/review.ts';
import { rightsOf } from '#shared/domain/review-process/rights.ts';
import { type Sheet, sheetIdOf } from '#shared/domain/review-process/sheet.ts';
import type { Ports } from '../ports.ts';
import type { OpenPortfolio } from '../session.ts';
import { sheetsOf } from './where.ts';

type Present = { readonly member: Id; readonly conflict: string | null };

/** Notes on each member's sheet that they judged with the others, or that they did not, for their conflict of interest. */
export async function judgedTogether(
  { clock, hash }: Ports,
  { store }: OpenPortfolio,
  review: Review,
  members: readonly Present[],
): Promise<void> {
  const at = clock.now().toISOString();
  const changes = members.flatMap(({ member, conflict }, index) => {
    const found = review.panel.find(({ id }) => id === member);
    if (found === undefined || !rightsOf(found.role).judge)
      throw failure('INVALID', { issues: [{ path: ['members', index, 'member'], code: 'choice' }] });
    const { id: of } = sheetsOf(store, review);
    const id = sheetIdOf(hash, of, member);
    const before = store.get('sheets', id);
    if (before !== undefined && before.doneAt !== null) return [];
    const judgements = review.judgements.map(({ agreedBy: _agreedBy, ...own }) => own);
    const value: Sheet = {
      id,
      review: of,
      member,
      interest: { kind: conflict === null ? 'none' : 'conflict', text: conflict ?? '', on: clock.today() },
      judgements: conflict === null ? judgements : [],
      notes: before?.notes ?? [],
      doneAt: conflict === null ? at : null,
      ...(conflict === null ? { together: true as const } : {}),
      createdAt: before?.createdAt ?? at,
      updatedAt: at,
    };
    return [{ collection: 'sheets' as const, id, value }];
  });
  if (changes.length > 0) await store.commit('review.judge-together', changes);
}
