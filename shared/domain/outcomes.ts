import type { OutcomeOption } from './review.ts';

/**
 * The outcomes a programme starts with. Neutral names on purpose: a Trust's review is local and formative, and its
 * outcomes must not be taken for the Gold Guide's. A programme can change the list in Settings.
 */
export const defaultOutcomes: readonly OutcomeOption[] = [
  {
    id: 'as-planned',
    name: 'Progress as planned',
    meaning: 'Evidence has grown at the pace the plan needs. Carry on, with the actions listed.',
  },
  {
    id: 'with-actions',
    name: 'Progress, with specific actions',
    meaning: 'There is progress, and named areas need particular work before the next review.',
  },
  {
    id: 'limited',
    name: 'Limited progress: plan to be revised',
    meaning: 'Progress is behind the plan. The plan, the support or the target date is to be revised.',
  },
  {
    id: 'incomplete',
    name: 'Evidence incomplete: not judged',
    meaning: 'Too little was presented for the panel to judge progress this year.',
  },
  {
    id: 'plan-submission',
    name: 'Progress as planned: start planning the submission',
    meaning:
      'The panel suggests that the doctor starts planning the submission. Whether the evidence meets the standard is for the GMC alone.',
  },
];
