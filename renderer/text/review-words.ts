import type {
  actionStatuses,
  IdentityCheck,
  JudgementLevel,
  MissingForSigning,
  PanelRole,
  ReviewState,
} from '#shared/domain/review.ts';

export const reviewStateWords: Record<ReviewState, string> = {
  scheduled: 'Scheduled',
  drafted: 'Draft',
  signed: 'Signed',
};

export const panelRoleWords: Record<PanelRole, string> = {
  chair: 'Chair',
  supervisor: 'Educational supervisor',
  'cesr-team': 'Portfolio pathway (CESR) team',
  administrator: 'Administrator',
  external: 'External member',
  lay: 'Lay member',
};

export const judgementWords: Record<JudgementLevel, { readonly title: string; readonly meaning: string }> = {
  progressing: { title: 'Progressing', meaning: 'Evidence is growing at the pace the plan needs.' },
  developing: { title: 'Developing', meaning: 'There is a start; named pieces are still to come.' },
  limited: {
    title: 'Limited',
    meaning: 'Little evidence, or little that shows this capability.',
  },
  'not-considered': {
    title: 'Not considered',
    meaning: 'The panel did not look at this capability this time.',
  },
};

export const identityCheckWords: Record<IdentityCheck, string> = {
  'own-profile': 'Signed in their own Waymark, with their own passphrase',
  'known-personally': 'Known personally to the doctor',
  'photo-id': 'Photo identification was seen',
  'staff-badge': 'Staff badge was seen',
};

export const actionStatusWords: Record<(typeof actionStatuses)[number], string> = {
  open: 'Open',
  done: 'Done',
  dropped: 'Dropped',
};

export const missingWords: Record<MissingForSigning, string> = {
  held: 'The day of the review: its date lies in the future',
  judgements: 'A judgement for each capability',
  'progress-made': 'Progress made',
  'progress-needed': 'Progress needed',
  outcome: 'The outcome',
  'outcome-reason': 'The reason for the outcome',
  'next-review': 'The date of the next review',
};
