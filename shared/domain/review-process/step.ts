import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from '../dates.ts';
import { gmcNumberSchema, idSchema } from '../ids.ts';
import { lineSchema, proseSchema } from '../text.ts';
import { accessWindowSchema } from './rules.ts';

export const stepRoles = [
  'doctor',
  'chair',
  'supervisor',
  'cesr-team',
  'administrator',
  'external',
  'lay',
] as const;
export const stepRoleSchema = z.enum(stepRoles);
/** In which part somebody takes a step: the doctor whose review it is, or a member of its panel. */
export type StepRole = z.infer<typeof stepRoleSchema>;

const reason = proseSchema(4000).pipe(z.string().min(1, { error: 'required' }));

const taken = z.strictObject({
  id: idSchema,
  review: idSchema,
  /** The step before it; null for the first. Two steps after the same one contradict each other unless they are alike. */
  after: idSchema.nullable(),
  /** By the clock of the computer it was taken on; the order of steps does not rest on it. */
  at: isoInstantSchema,
  by: z.strictObject({
    name: lineSchema(120),
    gmcNumber: gmcNumberSchema.nullable(),
    role: stepRoleSchema,
    /** Whose computer it was, where it was somebody else's. */
    device: lineSchema(120).nullable(),
  }),
});

/**
 * What happened to a review between its planning and its end. A step is written once and never changed. What the review
 * itself says (that it is drafted, that the chair signed) is no step.
 */
export const reviewStepSchema = z.discriminatedUnion('kind', [
  taken.extend({ kind: z.literal('request-evidence') }),
  /** The doctor hands in: what the panel reads is frozen as that snapshot. */
  taken.extend({
    kind: z.literal('submit'),
    snapshot: idSchema,
    /** Why there is no sealed supervisor's report with it; absent where there is one. */
    withoutReport: reason.optional(),
  }),
  /** The doctor takes back what they handed in, before the panel has written anything. */
  taken.extend({ kind: z.literal('take-back'), reason }),
  /** The chair lets in what came after the submission. */
  taken.extend({ kind: z.literal('admit-late'), snapshot: idSchema, reason }),
  taken.extend({ kind: z.literal('change-window'), window: accessWindowSchema, reason }),
  /** From here on the members' own judgements are seen side by side. */
  taken.extend({ kind: z.literal('compare') }),
  taken.extend({ kind: z.literal('withdraw'), reason, next: idSchema }),
  taken.extend({ kind: z.literal('release') }),
  taken.extend({ kind: z.literal('acknowledge') }),
  taken.extend({ kind: z.literal('respond'), text: reason }),
  taken.extend({ kind: z.literal('ask-second-look'), reason }),
  taken.extend({
    kind: z.literal('answer-second-look'),
    answer: z.enum(['stands', 'will-amend']),
    reason,
  }),
  taken.extend({ kind: z.literal('amend'), authority: lineSchema(200), reason, next: idSchema }),
  taken.extend({ kind: z.literal('postpone'), reason, heldOn: isoDateSchema.nullable() }),
  taken.extend({ kind: z.literal('resume') }),
  taken.extend({ kind: z.literal('not-held'), reason }),
  /** Of two steps that contradict each other, the one that holds. */
  taken.extend({ kind: z.literal('settle'), keeps: idSchema }),
]);
export type ReviewStep = Readonly<z.output<typeof reviewStepSchema>>;
export type StepKind = ReviewStep['kind'];
export const stepKinds = [
  'request-evidence',
  'submit',
  'take-back',
  'admit-late',
  'change-window',
  'compare',
  'withdraw',
  'release',
  'acknowledge',
  'respond',
  'ask-second-look',
  'answer-second-look',
  'amend',
  'postpone',
  'resume',
  'not-held',
  'settle',
] as const satisfies readonly StepKind[];

// What is the same in every step and is not for whoever takes it to say.
const given = { id: true, review: true, after: true, at: true, by: true } as const;
const [requestEvidence, submit, takeBack, admitLate, changeWindow, compare, withdraw, release, ...later] =
  reviewStepSchema.options;
const [acknowledge, respond, askSecondLook, answerSecondLook, amend, postpone, resume, notHeld, settle] =
  later;
/** What somebody says who takes a step. The snapshot, and the name of the draft that follows, are made for them. */
export const stepInputSchema = z.discriminatedUnion('kind', [
  requestEvidence.omit(given),
  submit.omit({ ...given, snapshot: true }),
  takeBack.omit(given),
  admitLate.omit({ ...given, snapshot: true }),
  changeWindow.omit(given),
  compare.omit(given),
  withdraw.omit({ ...given, next: true }),
  release.omit(given),
  acknowledge.omit(given),
  respond.omit(given),
  askSecondLook.omit(given),
  answerSecondLook.omit(given),
  amend.omit({ ...given, next: true }),
  postpone.omit(given),
  resume.omit(given),
  notHeld.omit(given),
  settle.omit(given),
]);
export type StepInput = Readonly<z.output<typeof stepInputSchema>>;
