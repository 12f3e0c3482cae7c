import type { IsoDate } from '../dates.ts';
import { faultOf, stepFaults } from './course.ts';
import { mayTake } from './rights.ts';
import type { Standing } from './standing.ts';
import { isStepIn } from './states.ts';
import { type StepKind, type StepRole, stepKinds } from './step.ts';

/** Why a step is refused. */
export const stepRefusals = [
  ...stepFaults,
  'response-over',
  'contested',
  'broken',
  'earlier-review',
  'moved-on',
  'no-report',
  'nothing-late',
  'not-one-of-them',
] as const;
export type StepRefusal = (typeof stepRefusals)[number];

/** Why a step cannot be taken now, whoever wants to; null where it can. Whose it is says `mayTake`. */
export function refusalOf(standing: Standing, kind: StepKind, today: IsoDate): StepRefusal | null {
  if (standing.window === null) return 'earlier-review';
  if (standing.broken !== null) return 'broken';
  if (!isStepIn(standing.state, kind)) return standing.state === 'contested' ? 'contested' : 'not-now';
  const fault = faultOf(standing.course, kind);
  if (fault !== null) return fault;
  const { released } = standing;
  return kind === 'ask-second-look' && released !== null && today > released.respondBy
    ? 'response-over'
    : null;
}

/** Every kind of step, and what stands in its way: `null` for one that this person may take now. */
export type Offer = { readonly kind: StepKind; readonly why: StepRefusal | null };

/** What somebody may do next, and why not the rest. */
export const allowedSteps = (standing: Standing, role: StepRole, today: IsoDate): readonly Offer[] =>
  stepKinds.map((kind) => ({
    kind,
    why: refusalOf(standing, kind, today) ?? (mayTake(role, kind) ? null : 'role'),
  }));
