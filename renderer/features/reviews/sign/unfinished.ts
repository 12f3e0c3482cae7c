import type { ReviewStep } from '#renderer/text/holding-words.ts';
import { checkConclusion } from '../hold/conclusion-draft.ts';
import type { Holding } from '../hold/holding.ts';
import { judgementState } from '../hold/judgement-draft.ts';

/** Something half written that is on the screen only: it would be left out of what is signed. */
export type Unfinished = {
  readonly key: string;
  readonly words: string;
  readonly step: ReviewStep;
  readonly capability?: string;
};

const stepOfField: Readonly<Record<string, ReviewStep>> = {
  progressMade: 'progress',
  progressNeeded: 'progress',
  actions: 'actions',
  followUps: 'actions',
  outcomeReason: 'outcome',
  nextReviewOn: 'outcome',
};
const fieldWords: Readonly<Record<string, string>> = {
  progressMade: 'Progress made is too long',
  progressNeeded: 'Progress needed is too long',
  outcomeReason: 'The reason for the outcome is too long',
  nextReviewOn: 'The date of the next review cannot be read',
};

/** Everything half written, in the order of the form. */
export function unfinishedOf({ judgements, conclusion, review }: Holding): readonly Unfinished[] {
  const begun = judgements.form.getValues('judgements').flatMap((draft): readonly Unfinished[] => {
    const state = judgementState(draft);
    if (state.is !== 'begun') return [];
    const { capability } = draft;
    const words = `The judgement of ${capability} has no ${state.missing}`;
    return [{ key: capability, words, step: 'judgements', capability }];
  });
  const { faults } = checkConclusion(conclusion.form.getValues(), review);
  const rest = new Map(
    faults.map(({ path: [field = '', at = 0] }): [string, Unfinished] => {
      const key = `${field} ${at}`;
      const step = stepOfField[field] ?? 'progress';
      if (field === 'actions') return [key, { key, step, words: `Action ${Number(at) + 1} is not finished` }];
      if (field === 'followUps') {
        return [key, { key, step, words: `The result of last action ${Number(at) + 1} is not finished` }];
      }
      return [key, { key, step, words: fieldWords[field] ?? 'A field needs correcting' }];
    }),
  );
  return [...begun, ...rest.values()];
}
