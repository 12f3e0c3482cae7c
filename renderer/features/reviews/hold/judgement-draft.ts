import { hold } from '#renderer/forms/draft-schema.ts';
import type { Issue } from '#shared/domain/failure-codes.ts';
import { type Judgement, type JudgementLevel, judgementSchema, type Review } from '#shared/domain/review.ts';

/** One capability's judgement while it is being written. */
export type JudgementDraft = {
  capability: string;
  level: JudgementLevel | null;
  reason: string;
  progressMade: string;
  progressNeeded: string;
};
export type JudgementDrafts = { judgements: JudgementDraft[] };

/** A draft for every capability of the pack, in its order. */
export function judgementDraftsOf(review: Review, codes: readonly string[]): JudgementDrafts {
  const known = new Map(review.judgements.map((judgement) => [judgement.capability, judgement]));
  return {
    judgements: codes.map((capability) => ({
      capability,
      level: known.get(capability)?.level ?? null,
      reason: known.get(capability)?.reason ?? '',
      progressMade: known.get(capability)?.progressMade ?? '',
      progressNeeded: known.get(capability)?.progressNeeded ?? '',
    })),
  };
}

export const isUntouched = ({ level, reason, progressMade, progressNeeded }: JudgementDraft): boolean =>
  level === null && [reason, progressMade, progressNeeded].every((text) => text.trim() === '');

/** Without the parts that were left empty, which a judgement then does not have. */
const toldOf = ({ progressMade, progressNeeded, ...draft }: JudgementDraft) => ({
  ...draft,
  ...(progressMade.trim() === '' ? {} : { progressMade }),
  ...(progressNeeded.trim() === '' ? {} : { progressNeeded }),
});

/** What can be saved of the drafts, and what is at fault in the rest. */
export function checkJudgements({ judgements }: JudgementDrafts): {
  readonly whole: readonly Judgement[];
  readonly faults: readonly Issue[];
} {
  const held = judgements.map((draft, at) =>
    isUntouched(draft)
      ? { value: null, faults: [] }
      : hold(judgementSchema, toldOf(draft), ['judgements', at]),
  );
  return {
    whole: held.flatMap(({ value }) => (value === null ? [] : [value])),
    faults: held.flatMap(({ faults }) => faults),
  };
}

/** `missing`: which half of a begun judgement is not there yet. */
export type JudgementState =
  | { readonly is: 'none' }
  | { readonly is: 'begun'; readonly missing: 'level' | 'reason' }
  | { readonly is: 'judged'; readonly level: JudgementLevel };

export function judgementState(draft: JudgementDraft): JudgementState {
  if (isUntouched(draft)) return { is: 'none' };
  if (draft.level === null) return { is: 'begun', missing: 'level' };
  if (draft.reason.trim() === '') return { is: 'begun', missing: 'reason' };
  return { is: 'judged', level: draft.level };
}
