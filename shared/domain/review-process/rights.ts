import type { StepKind, StepRole } from './step.ts';

const runs = ['request-evidence', 'postpone', 'resume', 'not-held'] as const;

/** What somebody may do in a review, by their part in it. */
export type Rights = {
  /** Judge capabilities and count towards the quorum. */
  readonly judge: boolean;
  /** Sign the outcome: the chair alone. Everybody on the panel may sign the report as having been there. */
  readonly signOutcome: boolean;
  readonly signReport: boolean;
  readonly steps: readonly StepKind[];
};

const rights: { readonly [R in StepRole]: Rights } = {
  doctor: {
    judge: false,
    signOutcome: false,
    signReport: false,
    steps: ['submit', 'take-back', 'acknowledge', 'respond', 'ask-second-look'],
  },
  chair: {
    judge: true,
    signOutcome: true,
    signReport: true,
    steps: [
      ...runs,
      'admit-late',
      'change-window',
      'compare',
      'withdraw',
      'release',
      'answer-second-look',
      'amend',
      'settle',
    ],
  },
  supervisor: { judge: true, signOutcome: false, signReport: true, steps: [] },
  'cesr-team': { judge: true, signOutcome: false, signReport: true, steps: runs },
  administrator: {
    judge: false,
    signOutcome: false,
    signReport: true,
    steps: [...runs, 'change-window', 'release', 'amend', 'settle'],
  },
  external: { judge: true, signOutcome: false, signReport: true, steps: [] },
  lay: { judge: false, signOutcome: false, signReport: true, steps: [] },
};

export const rightsOf = (role: StepRole): Rights => rights[role];
export const mayTake = (role: StepRole, kind: StepKind): boolean => rights[role].steps.includes(kind);

/** Whose step it is, in the order in which they are asked for it. */
export const rolesFor = (kind: StepKind): readonly StepRole[] =>
  (Object.keys(rights) as StepRole[]).filter((role) => mayTake(role, kind));
