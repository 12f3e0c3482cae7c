import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import {
  noPlacement,
  type Placement,
  type PlacementChange,
  saysNothing,
} from '#shared/domain/submission/placement.ts';
import type { SubmissionPlan } from '#shared/domain/submission/plan-types.ts';
import type { Ports } from '../ports.ts';
import type { OpenPortfolio } from '../session.ts';

/** The action's name is what undo will say: the first thing that was chosen. */
const actionOf = ({ section, description, leftOut }: PlacementChange): string => {
  if (leftOut !== undefined) return leftOut ? 'submission.leave-out' : 'submission.take-in';
  if (section !== undefined) return 'submission.place';
  return description === undefined ? 'submission.place' : 'submission.describe';
};

async function write(
  { store }: OpenPortfolio,
  action: string,
  placements: readonly Placement[],
): Promise<void> {
  const changes = placements
    .map((placement) => ({
      collection: 'placements' as const,
      id: placement.id,
      // What says nothing is not kept: the rule goes on for it.
      value: saysNothing(placement) ? null : placement,
    }))
    .filter(({ id, value }) => value !== null || store.get('placements', id) !== undefined);
  if (changes.length > 0) await store.commit(action, changes);
}

/** Changes what was chosen for some items, as one step. Fails with NOT_FOUND (`evidence`). */
export const placeItems = (
  { clock }: Pick<Ports, 'clock'>,
  portfolio: OpenPortfolio,
  ids: readonly Id[],
  change: PlacementChange,
): Promise<void> =>
  portfolio.inTurn(async () => {
    const { store } = portfolio;
    const at = clock.now().toISOString();
    const placements = [...new Set(ids)].map((id): Placement => {
      if (store.get('evidence', id) === undefined) throw failure('NOT_FOUND', { what: 'evidence' });
      const before = store.get('placements', id) ?? noPlacement(id, at);
      return {
        ...before,
        ...(change.section === undefined ? {} : { section: change.section, order: null }),
        ...(change.description === undefined ? {} : { description: change.description }),
        ...(change.leftOut === undefined ? {} : { leftOut: change.leftOut }),
        updatedAt: at,
      };
    });
    await write(portfolio, actionOf(change), placements);
  });

/** Puts an item before another of its section (null: last). Fails with NOT_FOUND (`evidence`) where they are not in one. */
export const orderItem = (
  { clock }: Pick<Ports, 'clock'>,
  portfolio: OpenPortfolio,
  plan: () => Promise<SubmissionPlan>,
  id: Id,
  before: Id | null,
): Promise<void> =>
  portfolio.inTurn(async () => {
    const { sections } = await plan();
    const section = sections.find(({ documents }) => documents.some(({ itemId }) => itemId === id));
    const others = (section?.documents ?? []).map(({ itemId }) => itemId).filter((itemId) => itemId !== id);
    const place = before === null ? others.length : others.indexOf(before);
    if (section === undefined || place < 0) throw failure('NOT_FOUND', { what: 'evidence' });
    const at = clock.now().toISOString();
    const placements = others.toSpliced(place, 0, id).map((itemId, index): Placement => {
      const known = portfolio.store.get('placements', itemId) ?? noPlacement(itemId, at);
      return known.order === index + 1 ? known : { ...known, order: index + 1, updatedAt: at };
    });
    const changed = placements.filter((one) => portfolio.store.get('placements', one.id) !== one);
    await write(portfolio, 'submission.order', changed);
  });
