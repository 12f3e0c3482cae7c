import { daysBetween, type IsoDate } from '../dates.ts';
import type { Id } from '../ids.ts';
import type { Review } from '../review.ts';
import { chainOf } from './chain.ts';
import { advance, type Course, courseFrom, isUnderSignature, type StepFault } from './course.ts';
import type { AccessWindow } from './rules.ts';
import type { ProcessState } from './states.ts';
import type { ReviewStep } from './step.ts';
import { workingDaysAfter } from './working-days.ts';

/** What the state rests on of a review's own record. */
export type ReviewRecord = Pick<Review, 'id' | 'state' | 'rules' | 'follows' | 'heldOn'>;

/**
 * Something a reader should know that changes nothing. Clocks: a step dated more than a day after this computer's today,
 * or before the step it comes after.
 */
export type Remark =
  | { readonly kind: 'clock-ahead' | 'clock-before'; readonly step: Id; readonly on: IsoDate }
  /** The panel wrote, or the chair signed, while something else was done on another computer. */
  | { readonly kind: 'written-meanwhile' | 'signed-meanwhile'; readonly step: Id | null }
  | { readonly kind: 'late'; readonly step: Id; readonly by: IsoDate };

/** Why the steps that are here cannot be relied on from there on. */
export type Broken = {
  readonly why: 'missing-step' | 'illegal-step' | 'no-submission' | 'no-rules';
  readonly step: Id | null;
  readonly fault: StepFault | null;
};

/** Where a review stands. */
export type Standing = {
  readonly state: ProcessState;
  /** The steps that hold, in order. */
  readonly steps: readonly ReviewStep[];
  /** What the next step comes after. */
  readonly head: Id | null;
  readonly contested: readonly ReviewStep[];
  readonly aside: readonly ReviewStep[];
  readonly broken: Broken | null;
  readonly remarks: readonly Remark[];
  readonly course: Course;
  /** The days the panel may read and judge; null for a review of earlier versions. */
  readonly window: AccessWindow | null;
  /** The day it was released, and the last one for asking for a second look. */
  readonly released: { readonly on: IsoDate; readonly respondBy: IsoDate } | null;
};

const dayOf = (step: ReviewStep): IsoDate => step.at.slice(0, 10);

function clockRemarks(steps: readonly ReviewStep[], today: IsoDate): readonly Remark[] {
  return steps.flatMap((step, index): readonly Remark[] => {
    const before = steps[index - 1];
    const on = dayOf(step);
    const ahead: readonly Remark[] =
      daysBetween(today, on) > 1 ? [{ kind: 'clock-ahead', step: step.id, on }] : [];
    return before !== undefined && step.at < before.at
      ? [...ahead, { kind: 'clock-before', step: step.id, on }]
      : ahead;
  });
}

function stateFrom(course: Course, review: ReviewRecord, window: AccessWindow, today: IsoDate): ProcessState {
  if (isUnderSignature(course, review.state === 'signed')) return 'signed';
  if (course.phase === 'planned') return 'scheduled';
  if (course.phase === 'requested') return 'evidence-requested';
  if (course.phase !== 'submitted') return course.phase;
  if (review.state === 'drafted') return 'drafted';
  if (today < window.from) return 'submitted';
  return today > window.to ? 'shut' : 'open';
}

function meanwhile(course: Course, review: ReviewRecord, head: Id | null): readonly Remark[] {
  const { phase } = course;
  if (isUnderSignature(course, review.state === 'signed'))
    return phase === 'submitted' ? [] : [{ kind: 'signed-meanwhile', step: head }];
  const taken = review.state === 'drafted' && phase === 'requested';
  return taken ? [{ kind: 'written-meanwhile', step: head }] : [];
}

function lateRemarks(
  steps: readonly ReviewStep[],
  rules: NonNullable<Review['rules']>,
  respondBy: IsoDate | undefined,
): readonly Remark[] {
  return steps.flatMap((step): readonly Remark[] => {
    const by = step.kind === 'submit' ? rules.evidenceBy : step.kind === 'ask-second-look' ? respondBy : null;
    return by !== null && by !== undefined && dayOf(step) > by ? [{ kind: 'late', step: step.id, by }] : [];
  });
}

/** A review of earlier versions: written down and signed, and no steps belong to it. */
const withoutRules = (review: ReviewRecord, steps: readonly ReviewStep[]): Standing => ({
  state: review.state,
  steps: [],
  head: null,
  contested: [],
  aside: steps,
  broken: steps.length === 0 ? null : { why: 'no-rules', step: steps[0]?.id ?? null, fault: null },
  remarks: [],
  course: courseFrom(review, []),
  window: null,
  released: null,
});

/**
 * Where a review stands: its record, its steps in the order they name each other, and the day. It depends on the set of
 * steps alone, not on the order in which they came nor on any clock.
 * @param all steps; those of other reviews are left out.
 * @param today decides whether the window is open, and what is told of clocks; nothing else.
 */
export function stateOf(review: ReviewRecord, all: Iterable<ReviewStep>, today: IsoDate): Standing {
  const own = [...all].filter((step) => step.review === review.id);
  const { rules } = review;
  if (rules === undefined) return withoutRules(review, own);
  const chain = chainOf(own);
  const signed = review.state === 'signed';
  const steps: ReviewStep[] = [];
  const behind = new Set<Id>();
  let course = courseFrom(review, chain.aside);
  let broken: Broken | null = null;
  for (const [index, step] of chain.steps.entries()) {
    for (const name of chain.names[index] ?? []) behind.add(name);
    const next = advance(course, behind, step, signed);
    if (typeof next === 'string') {
      broken = { why: 'illegal-step', step: step.id, fault: next };
      break;
    }
    course = next;
    steps.push(step);
  }
  const contested = broken === null ? chain.contested : [];
  const [orphan] = chain.orphans;
  if (broken === null && orphan !== undefined) broken = { why: 'missing-step', step: orphan.id, fault: null };
  if (broken === null && contested.length === 0 && review.state !== 'scheduled' && !course.everSubmitted)
    broken = { why: 'no-submission', step: null, fault: null };
  const window = course.window ?? rules.window;
  const release = course.release;
  const released =
    release === null
      ? null
      : { on: dayOf(release), respondBy: workingDaysAfter(dayOf(release), rules.responseDays) };
  const head = steps.at(-1)?.id ?? null;
  const held = new Set([...behind, ...contested.map(({ id }) => id)]);
  return {
    state: contested.length > 0 ? 'contested' : stateFrom(course, review, window, today),
    steps,
    head,
    contested,
    aside: own.filter(
      ({ id }) => !held.has(id) || (broken !== null && !steps.some((step) => step.id === id)),
    ),
    broken,
    remarks: [
      ...clockRemarks(steps, today),
      ...meanwhile(course, review, head),
      ...lateRemarks(steps, rules, released?.respondBy),
    ],
    course,
    window,
    released,
  };
}
