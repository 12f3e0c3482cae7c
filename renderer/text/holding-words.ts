import type { MissingForSigning } from '#shared/domain/review.ts';

/** The parts of holding a review, in the order of the work. */
export const reviewSteps = ['judgements', 'progress', 'actions', 'outcome', 'sign'] as const;
export type ReviewStep = (typeof reviewSteps)[number];

export const stepWords: Record<ReviewStep, { readonly title: string; readonly intro: string }> = {
  judgements: {
    title: 'Judgements',
    intro: 'For each capability: look at the evidence, choose a level, say why.',
  },
  progress: {
    title: 'Progress',
    intro: 'The heart of the report: what has moved since the last review, and what still has to.',
  },
  actions: {
    title: 'Actions',
    intro: 'What became of the last actions, and what is to be done next, by whom and by when.',
  },
  outcome: { title: 'Outcome', intro: 'What the panel decides, why, and when it meets again.' },
  sign: { title: 'Sign', intro: 'Read what will be signed. The chair signs; then nothing can be edited.' },
};

/** Where each missing part is written. */
export const stepOfMissing: Record<MissingForSigning, ReviewStep> = {
  held: 'sign',
  judgements: 'judgements',
  'progress-made': 'progress',
  'progress-needed': 'progress',
  outcome: 'outcome',
  'outcome-reason': 'outcome',
  'next-review': 'outcome',
};

/** What a review here is not. Shown wherever an outcome is chosen, signed or read. */
export const reviewNotice = {
  title: 'A local, formative review',
  text: 'This is not a Gold Guide (statutory ARCP) outcome. Whether an application succeeds is for the GMC alone to decide.',
} as const;
