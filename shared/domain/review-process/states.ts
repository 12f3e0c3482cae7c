import { z } from 'zod';
import type { ReviewStep, StepKind } from './step.ts';

export const processStates = [
  'scheduled',
  'evidence-requested',
  'submitted',
  'open',
  'shut',
  'drafted',
  'signed',
  'released',
  'acknowledged',
  'postponed',
  'not-held',
  'withdrawn',
  'amended',
  'contested',
] as const;
export const processStateSchema = z.enum(processStates);
/** Where a review stands, as its record, its steps and the day say together. */
export type ProcessState = z.infer<typeof processStateSchema>;

const putOff = ['postpone', 'not-held'] as const;
const handedIn = ['admit-late', 'change-window', ...putOff] as const;
const answered = ['respond', 'ask-second-look', 'answer-second-look', 'amend'] as const;

/** Which steps each state knows. Nothing else can be written down as a step there: see `StepIn`. */
export const stepsIn = {
  scheduled: ['request-evidence', ...putOff],
  'evidence-requested': ['submit', ...putOff],
  submitted: ['take-back', ...handedIn],
  open: ['take-back', 'compare', ...handedIn],
  shut: ['take-back', 'compare', ...handedIn],
  drafted: ['compare', ...handedIn],
  signed: ['release', 'withdraw'],
  released: ['acknowledge', ...answered],
  acknowledged: answered,
  postponed: ['resume', 'not-held'],
  'not-held': [],
  withdrawn: [],
  amended: [],
  contested: ['settle'],
} as const satisfies { readonly [S in ProcessState]: readonly StepKind[] };

/** A step that can be taken in this state: every other one is a type error. */
export type StepIn<S extends ProcessState> = Extract<
  ReviewStep,
  { readonly kind: (typeof stepsIn)[S][number] }
>;

export const isStepIn = (state: ProcessState, kind: StepKind): boolean =>
  (stepsIn[state] as readonly StepKind[]).includes(kind);
