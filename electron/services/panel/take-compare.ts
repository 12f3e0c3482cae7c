import type { Services } from '#shared/contract/services.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { PanelMember } from '#shared/domain/review.ts';

/** Takes the step by which judgements are shown side by side. Fails with REVIEW_STEP. */
export const takeCompare =
  ({ state, take }: Pick<Services['reviewProcess'], 'state' | 'take'>) =>
  async (at: { readonly portfolioId: Id; readonly id: Id }, chair: PanelMember): Promise<void> => {
    const { head } = await state(at);
    await take({ ...at, after: head, as: chair.id, step: { kind: 'compare' } });
  };
