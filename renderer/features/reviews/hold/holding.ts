import { count, today } from '#renderer/text/format.ts';
import { type ReviewStep, stepOfMissing } from '#renderer/text/holding-words.ts';
import { missingWords } from '#renderer/text/review-words.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { Portfolio } from '#shared/domain/portfolio.ts';
import { type Action, missingBeforeSigning, type Review } from '#shared/domain/review.ts';
import type { Conclusion } from './use-conclusion.ts';
import type { Judgements } from './use-judgements.ts';

/** All that the steps of one review share. */
export type Holding = {
  readonly portfolioId: string;
  readonly portfolio: Portfolio;
  readonly pack: GuidancePack;
  /** As last saved. */
  readonly review: Review;
  /** Open actions of the review before. */
  readonly previousActions: readonly Action[];
  readonly judgements: Judgements;
  readonly conclusion: Conclusion;
};

export const codesOf = (pack: GuidancePack): readonly string[] => pack.capabilities.map(({ code }) => code);

export const missingOf = ({ review, pack }: Pick<Holding, 'review' | 'pack'>) =>
  missingBeforeSigning(review, codesOf(pack), today());

/** How many capabilities of the pack have a saved judgement. */
export function judgedCount({ review, pack }: Pick<Holding, 'review' | 'pack'>): number {
  const judged = new Set(review.judgements.map(({ capability }) => capability));
  return codesOf(pack).filter((code) => judged.has(code)).length;
}

export type StepProgress = { readonly done: boolean; readonly words: string };

/** How far a step is, from what is saved. Actions may be none, so that step only counts. */
export function stepProgress(holding: Holding, step: ReviewStep): StepProgress {
  const missing = missingOf(holding);
  if (step === 'judgements') {
    const total = holding.pack.capabilities.length;
    const judged = judgedCount(holding);
    return { done: judged === total, words: `${judged} of ${total} judged` };
  }
  if (step === 'actions') {
    const { length } = holding.review.actions;
    return { done: length > 0, words: length === 0 ? 'None yet' : count(length, 'action') };
  }
  if (step === 'sign') {
    return { done: false, words: missing.length === 0 ? 'Ready' : 'Not ready' };
  }
  const here = missing.filter((part) => stepOfMissing[part] === step);
  const [first] = here;
  if (first === undefined) return { done: true, words: 'Written' };
  return {
    done: false,
    words: here.length === 1 ? `Missing: ${missingWords[first].toLowerCase()}` : 'To do',
  };
}
