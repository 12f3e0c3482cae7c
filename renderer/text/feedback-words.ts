import type { FeedbackVerdict } from '#shared/domain/supervision/feedback.ts';
import type { FeedbackState } from '#shared/domain/supervision/feedback-states.ts';
import type { WaitingReason } from '#shared/domain/supervision/waiting.ts';

export const verdictWords: Record<FeedbackVerdict, string> = {
  seen: 'Seen',
  accepted: 'Accepted',
  returned: 'Returned',
  comment: 'Comment',
  declined: 'Not able to sign off',
};

export const feedbackStateWords: Record<FeedbackState, { readonly title: string; readonly meaning: string }> =
  {
    none: { title: 'Not looked at', meaning: 'No supervisor has said anything about it yet.' },
    seen: { title: 'Seen', meaning: 'A supervisor has looked at it as it is now.' },
    accepted: { title: 'Accepted', meaning: 'A supervisor has accepted it as it is now.' },
    returned: { title: 'Returned', meaning: 'A supervisor has sent it back with a comment.' },
    changed: { title: 'Changed since', meaning: 'It was changed after a supervisor’s last feedback.' },
  };

export const waitingWords: Record<WaitingReason, string> = {
  answered: 'Answered',
  changed: 'Changed since you saw it',
  new: 'New to you',
};

export const sbiLabels = {
  situation: 'Situation',
  behaviour: 'Behaviour',
  impact: 'Impact',
  nextStep: 'Next step',
} as const;

export const sbiHints: Readonly<Record<keyof typeof sbiLabels, string>> = {
  situation: 'When and where it was, concretely',
  behaviour: 'What you saw or heard; no motive',
  impact: 'What it did to the patient, the team or the task',
  nextStep: 'What the doctor does next: feedback without one is not kept',
};

/** Who said it: `Dr A, Consultant`; with whose computer it was where it was another's. */
export const byWords = (
  { name, role }: { readonly name: string; readonly role: string },
  device: string | null,
): string =>
  `${role === '' ? name : `${name}, ${role}`}${device === null ? '' : `, in person on ${device}’s computer`}`;

/** What else a doctor’s portfolio brought, by collection: one and several. */
export const collectionWords: Readonly<Record<string, readonly [one: string, many: string]>> = {
  portfolio: ['change of details', 'changes of details'],
  reviews: ['review', 'reviews'],
  seals: ['sign-off', 'sign-offs'],
  meetings: ['meeting', 'meetings'],
  agreements: ['agreement to notes', 'agreements to notes'],
  actions: ['action', 'actions'],
  feedback: ['piece of feedback', 'pieces of feedback'],
  ratings: ['rating', 'ratings'],
  requests: ['request', 'requests'],
  supervisorReports: ['supervisor’s report', 'supervisor’s reports'],
};
