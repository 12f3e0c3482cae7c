import { useRef, useState } from 'react';
import { type Autosave, useAutosave } from '#renderer/forms/autosave.ts';
import { draftSchema } from '#renderer/forms/draft-schema.ts';
import { useZodForm, type ZodForm } from '#renderer/forms/use-zod-form.ts';
import type { Action, Review, ReviewConclusion } from '#shared/domain/review.ts';
import { type ConclusionDraft, checkConclusion, conclusionDraftOf } from './conclusion-draft.ts';
import type { ReviewStore } from './use-review-store.ts';

export type ConclusionForm = ZodForm<ConclusionDraft, ConclusionDraft>;
export type Conclusion = { readonly form: ConclusionForm; readonly saver: Autosave };

const nothing: ReviewConclusion = {
  progressMade: '',
  progressNeeded: '',
  actions: [],
  followUps: [],
  outcome: null,
  outcomeReason: '',
  nextReviewOn: null,
};
const schema = draftSchema<ConclusionDraft>((draft) => checkConclusion(draft, nothing).faults);

/** Progress, actions and outcome are one record, so they are one form for as long as the review is on the screen. */
export function useConclusion(
  review: Review,
  previousActions: readonly Action[],
  store: ReviewStore,
): Conclusion {
  const [start] = useState(() => conclusionDraftOf(review, previousActions));
  const form = useZodForm(schema, start);
  const saved = useRef<ReviewConclusion>(review);
  const saver = useAutosave({
    form,
    check: () => {
      const { conclusion, faults } = checkConclusion(form.getValues(), saved.current);
      return { value: conclusion, heldBack: faults.length > 0 };
    },
    save: async (conclusion) => {
      saved.current = await store.conclude(conclusion);
    },
    under: ['conclusion'],
  });
  return { form, saver };
}
