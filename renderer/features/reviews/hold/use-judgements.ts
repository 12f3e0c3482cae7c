import { useRef, useState } from 'react';
import { type Autosave, useAutosave } from '#renderer/forms/autosave.ts';
import { draftSchema } from '#renderer/forms/draft-schema.ts';
import { useZodForm, type ZodForm } from '#renderer/forms/use-zod-form.ts';
import type { Judgement, Review } from '#shared/domain/review.ts';
import { checkJudgements, type JudgementDrafts, judgementDraftsOf } from './judgement-draft.ts';
import type { ReviewStore } from './use-review-store.ts';

export type JudgementForm = ZodForm<JudgementDrafts, JudgementDrafts>;
export type Judgements = { readonly form: JudgementForm; readonly saver: Autosave };

const schema = draftSchema<JudgementDrafts>((drafts) => checkJudgements(drafts).faults);

const same = (a: Judgement, b: Judgement | undefined) =>
  a.level === b?.level &&
  a.reason === b.reason &&
  (a.progressMade ?? '') === (b.progressMade ?? '') &&
  (a.progressNeeded ?? '') === (b.progressNeeded ?? '');

/**
 * The judgements of all capabilities as one form, so that a half-written one is still there after looking at another.
 * Each is saved by itself as soon as it has a level and a reason.
 */
export function useJudgements(review: Review, codes: readonly string[], store: ReviewStore): Judgements {
  const [start] = useState(() => judgementDraftsOf(review, codes));
  const form = useZodForm(schema, start);
  const saved = useRef(new Map(review.judgements.map((judgement) => [judgement.capability, judgement])));
  const saver = useAutosave({
    form,
    check: () => {
      const { whole, faults } = checkJudgements(form.getValues());
      return { value: whole, heldBack: faults.length > 0 };
    },
    save: async (whole) => {
      for (const judgement of whole) {
        if (same(judgement, saved.current.get(judgement.capability))) continue;
        await store.judge(judgement);
        saved.current.set(judgement.capability, judgement);
      }
    },
  });
  return { form, saver };
}
