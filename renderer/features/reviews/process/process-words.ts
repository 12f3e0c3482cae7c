import type { StepKind } from '#shared/domain/review-process/step.ts';

type FormWords = {
  /** What taking it does, said before it is done. */
  readonly says: string;
  readonly reason?: string;
  readonly submit: string;
};

/** The words around each step's form. */
export const stepFormWords: { readonly [K in StepKind]: FormWords } = {
  'request-evidence': {
    says: 'The doctor is asked to hand in their portfolio. Send them the portfolio or tell them: nothing is sent by itself.',
    submit: 'Ask for evidence',
  },
  submit: {
    says: 'What the portfolio holds now is frozen for the panel. Drafts and what is in the trash are not handed in.',
    reason: 'Why there is no sealed supervisor’s report',
    submit: 'Hand in',
  },
  'take-back': {
    says: 'The panel can no longer read what was handed in. It can be handed in again.',
    reason: 'Why it is taken back',
    submit: 'Take back',
  },
  'admit-late': {
    says: 'From here on the panel reads the evidence as it is now.',
    reason: 'Why it is let in',
    submit: 'Let in what came late',
  },
  'change-window': {
    says: 'The review is open to the panel on these days, the first and the last included.',
    reason: 'Why the days are changed',
    submit: 'Change the days',
  },
  compare: {
    says: 'The members’ own judgements are shown side by side. From here on nobody changes their own.',
    submit: 'Show them side by side',
  },
  withdraw: {
    says: 'The signed report stays as it is and counts no more. A draft with everything that was written takes its place.',
    reason: 'Why the signature is taken back',
    submit: 'Take back the signature',
  },
  release: {
    says: 'The doctor may read the report from here on. After this it is amended on the record only.',
    submit: 'Release to the doctor',
  },
  acknowledge: {
    says: 'This says that you have read the report. It does not say that you agree with it.',
    submit: 'I have read the report',
  },
  respond: {
    says: 'The response is kept with the review, for the panel and for whoever reads it later.',
    reason: 'The doctor’s response',
    submit: 'Keep the response',
  },
  'ask-second-look': {
    says: 'The chair looks at the outcome again and answers on the record.',
    reason: 'What should be looked at again, and why',
    submit: 'Ask for a second look',
  },
  'answer-second-look': {
    says: 'The answer is part of the record.',
    reason: 'The reason for the answer',
    submit: 'Answer',
  },
  amend: {
    says: 'The released report stays as it is. A draft with everything that was written takes its place; it is signed, released and read again.',
    reason: 'Why the outcome is amended',
    submit: 'Amend the outcome',
  },
  postpone: {
    says: 'The review goes on where it stands once it is taken up again. With a new day, the other days move with it.',
    reason: 'Why it is postponed',
    submit: 'Postpone',
  },
  resume: { says: 'The review goes on where it stood.', submit: 'Take it up again' },
  'not-held': {
    says: 'The review ends here. It cannot be taken up again; another one can be scheduled.',
    reason: 'Why it was not held',
    submit: 'Record as not held',
  },
  settle: { says: 'The other one stays on the record and does not hold.', submit: 'This one holds' },
};

export const fieldWords = {
  as: 'Who does this',
  reason: 'Reason',
  authority: 'On whose authority',
  from: 'First day',
  to: 'Last day',
  heldOn: 'New day of the review, if it is known',
  answer: 'Answer',
  keeps: 'Which one holds',
} as const;

export const answerChoices = [
  { value: 'stands', label: 'The outcome stands' },
  { value: 'will-amend', label: 'The outcome will be amended' },
] as const;
