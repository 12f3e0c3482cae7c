import type { Id } from '../ids.ts';
import type { Review } from '../review.ts';
import { mayTake } from './rights.ts';
import type { AccessWindow } from './rules.ts';
import type { ReviewStep, StepKind } from './step.ts';

/** How far the steps alone have come, whatever the record and the day say. */
type Phase =
  | 'planned'
  | 'requested'
  | 'submitted'
  | 'postponed'
  | 'not-held'
  | 'released'
  | 'acknowledged'
  | 'withdrawn'
  | 'amended';

export type Course = {
  readonly phase: Phase;
  /** Where it goes on once it is taken up again. */
  readonly before: Phase;
  /** What was handed in for it; null: nothing, or it was taken back. */
  readonly snapshot: Id | null;
  /** Whether anything was ever handed in, for this review or the one it follows, if only on a branch that does not hold. */
  readonly everSubmitted: boolean;
  /** The window somebody changed it to; null: the rules'. */
  readonly window: AccessWindow | null;
  readonly compared: boolean;
  readonly release: ReviewStep | null;
  readonly acknowledged: boolean;
  readonly secondLook: 'none' | 'asked' | 'stands' | 'will-amend';
  /** The review that stands in place of this one. */
  readonly next: Id | null;
};

/** @param aside steps of branches that do not hold: what was signed rests on what was handed in there. */
export const courseFrom = ({ follows }: Pick<Review, 'follows'>, aside: readonly ReviewStep[]): Course => ({
  // What stands in place of a signed review has its submission behind it already.
  phase: follows === undefined ? 'planned' : 'submitted',
  before: 'planned',
  snapshot: null,
  everSubmitted:
    follows !== undefined || aside.some(({ kind, by }) => kind === 'submit' && mayTake(by.role, kind)),
  window: null,
  compared: false,
  release: null,
  acknowledged: false,
  secondLook: 'none',
  next: null,
});

type Onward = { readonly [K in StepKind]?: Phase | 'stays' | 'back' };
const putOff = { postpone: 'postponed', 'not-held': 'not-held' } as const;
const answered = {
  respond: 'stays',
  'ask-second-look': 'stays',
  'answer-second-look': 'stays',
  amend: 'amended',
} as const;
const onward: { readonly [P in Phase]: Onward } = {
  planned: { 'request-evidence': 'requested', ...putOff },
  requested: { submit: 'submitted', ...putOff },
  submitted: {
    'take-back': 'requested',
    'admit-late': 'stays',
    'change-window': 'stays',
    compare: 'stays',
    ...putOff,
  },
  postponed: { resume: 'back', 'not-held': 'not-held' },
  'not-held': {},
  released: { acknowledge: 'acknowledged', ...answered },
  acknowledged: answered,
  withdrawn: {},
  amended: {},
};
const onceSigned: Onward = { withdraw: 'withdrawn', release: 'released' };
const beforeRelease: readonly Phase[] = ['planned', 'requested', 'submitted', 'postponed', 'not-held'];

/** Whether the chair's signature is what counts: it stands, whatever was done elsewhere meanwhile. */
export const isUnderSignature = ({ phase, everSubmitted }: Course, signed: boolean): boolean =>
  signed && everSubmitted && beforeRelease.includes(phase);

/** Why a step cannot follow what was before it, on whatever day. */
export const stepFaults = [
  'not-now',
  'role',
  'compared',
  'taken-over',
  'asked-already',
  'not-asked',
] as const;
export type StepFault = (typeof stepFaults)[number];

/** Why what was asked for cannot be done after what happened, whoever wants to; null where it can. */
export function faultOf(course: Course, kind: StepKind): Exclude<StepFault, 'not-now' | 'role'> | null {
  if (kind === 'take-back' && course.compared) return 'compared';
  if (kind === 'take-back' && course.snapshot === null) return 'taken-over';
  if (kind === 'compare' && course.compared) return 'compared';
  if (kind === 'ask-second-look' && course.secondLook !== 'none') return 'asked-already';
  if (kind === 'answer-second-look' && course.secondLook !== 'asked') return 'not-asked';
  return null;
}

function onwardFrom(course: Course, kind: StepKind, signed: boolean): Phase | undefined {
  const { phase, before } = course;
  const to = isUnderSignature(course, signed)
    ? (onceSigned[kind] ?? onward[phase][kind])
    : onward[phase][kind];
  if (to === 'stays') return phase;
  return to === 'back' ? before : to;
}

function facts(course: Course, step: ReviewStep): Partial<Course> {
  switch (step.kind) {
    case 'submit':
    case 'admit-late':
      return { snapshot: step.snapshot, everSubmitted: true };
    case 'take-back':
      return { snapshot: null };
    case 'change-window':
      return { window: step.window };
    case 'postpone':
      // With a new day for the review its window was moved too, in the plan itself.
      return { before: course.phase, window: step.heldOn === null ? course.window : null };
    case 'compare':
      return { compared: true };
    case 'release':
      return { release: step };
    case 'acknowledge':
      return { acknowledged: true };
    case 'ask-second-look':
      return { secondLook: 'asked' };
    case 'answer-second-look':
      return { secondLook: step.answer };
    case 'withdraw':
    case 'amend':
      return { next: step.next };
    default:
      return {};
  }
}

/**
 * Takes one step further, or says why it cannot follow what was before.
 * @param behind names of the steps before it.
 * @param signed whether the record bears the chair's signature: nothing is withdrawn or released without.
 */
export function advance(
  course: Course,
  behind: ReadonlySet<Id>,
  step: ReviewStep,
  signed: boolean,
): Course | StepFault {
  if (!mayTake(step.by.role, step.kind)) return 'role';
  // It ended a contradiction: what it keeps is behind it.
  if (step.kind === 'settle') return behind.has(step.keeps) ? course : 'not-now';
  const phase = onwardFrom(course, step.kind, signed);
  if (phase === undefined) return 'not-now';
  return faultOf(course, step.kind) ?? { ...course, ...facts(course, step), phase };
}
