import { z } from 'zod';
import { coverageMapSchema } from '../coverage/types.ts';
import { isoDateSchema, isoInstantSchema } from '../dates.ts';
import { evidenceTypeIdSchema } from '../evidence.ts';
import { capabilityCodeSchema, gmcNumberSchema, idSchema } from '../ids.ts';
import { notJudgingReasons } from '../panel/members.ts';
import { missingBefore, otherMoves } from './ahead.ts';
import { stepRefusals } from './allowed.ts';
import { stepFaults } from './course.ts';
import { accessWindowSchema } from './rules.ts';
import { processStateSchema } from './states.ts';
import { reviewStepSchema, stepKinds, stepRoleSchema } from './step.ts';

/** Who takes a step: the doctor whose review it is, or a member of its panel by id. */
export const actorSchema = z.union([z.literal('doctor'), idSchema]);
export type Actor = z.output<typeof actorSchema>;

/** Somebody who has a part in a review, as they would act on this computer. */
export const actorLineSchema = z.strictObject({
  as: actorSchema,
  name: z.string(),
  gmcNumber: gmcNumberSchema.nullable(),
  role: stepRoleSchema,
  /** Whether it is this vault's owner; anybody else acts as somebody present, on the owner's computer. */
  owner: z.boolean(),
});
export type ActorLine = Readonly<z.output<typeof actorLineSchema>>;

const kindSchema = z.enum(stepKinds);
const refusalSchema = z.enum(stepRefusals);

const remarkSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['clock-ahead', 'clock-before']), step: idSchema, on: isoDateSchema }),
  z.strictObject({ kind: z.enum(['written-meanwhile', 'signed-meanwhile']), step: idSchema.nullable() }),
  z.strictObject({ kind: z.literal('late'), step: idSchema, by: isoDateSchema }),
]);

const aheadSchema = z.strictObject({
  what: z.union([kindSchema, z.enum(otherMoves)]),
  who: z.array(stepRoleSchema).readonly(),
  by: isoDateSchema.nullable(),
  overdue: z.boolean(),
  missing: z.array(z.enum(missingBefore)).readonly(),
});

export const lateChanges = ['added', 'changed', 'removed'] as const;
/** An item that is not now as it was handed in. */
export const lateItemSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  change: z.enum(lateChanges),
});
export type LateItem = Readonly<z.output<typeof lateItemSchema>>;

/** The supervisor's report for a review. */
export const reportStandingSchema = z.strictObject({
  state: z.enum(['sealed', 'draft', 'none']),
  id: idSchema.nullable(),
  author: z.string(),
  sealedOn: isoDateSchema.nullable(),
  /** Older on the day of the review than the programme allows. */
  old: z.boolean(),
});

/** A review's state as it is shown. */
export const processViewSchema = z.strictObject({
  state: processStateSchema,
  /** The steps that hold, in order. */
  steps: z.array(reviewStepSchema).readonly(),
  /** What the next step comes after: given back with it, so that nobody acts on what has moved on. */
  head: idSchema.nullable(),
  contested: z.array(reviewStepSchema).readonly(),
  /** Steps that are here and do not hold. */
  aside: z.array(reviewStepSchema).readonly(),
  broken: z
    .strictObject({
      why: z.enum(['missing-step', 'illegal-step', 'no-submission', 'no-rules']),
      step: idSchema.nullable(),
      fault: z.enum(stepFaults).nullable(),
    })
    .nullable(),
  remarks: z.array(remarkSchema).readonly(),
  ahead: z.array(aheadSchema).readonly(),
  /** Every kind of step: who may take it now; where nobody may, why not. */
  offers: z
    .array(
      z.strictObject({
        kind: kindSchema,
        why: refusalSchema.nullable(),
        by: z.array(actorSchema).readonly(),
      }),
    )
    .readonly(),
  people: z.array(actorLineSchema).readonly(),
  window: accessWindowSchema.nullable(),
  released: z.strictObject({ on: isoDateSchema, respondBy: isoDateSchema }).nullable(),
  /** What was handed in, and what changed since; null where nothing was. */
  handedIn: z
    .strictObject({
      snapshot: idSchema,
      at: isoInstantSchema,
      on: isoDateSchema,
      items: z.number().int(),
      withoutReport: z.string().nullable(),
      /** How many items came, changed or went since. */
      late: z.number().int(),
    })
    .nullable(),
  /** The first of those that came, changed or went since. */
  late: z.array(lateItemSchema).readonly(),
  report: reportStandingSchema,
  quorum: z.strictObject({
    needed: z.number().int(),
    /** Members whose judgements count now. */
    have: z.number().int(),
    /** How many there can be at most. */
    possible: z.number().int(),
  }),
  /** Where each member of the panel stands. Nothing of what they wrote. */
  members: z
    .array(
      z.strictObject({
        member: idSchema,
        /** Null for who judges. */
        not: z.enum(notJudgingReasons).nullable(),
        /** They supervise this doctor: they may judge, and it is said. */
        supervises: z.boolean(),
        interest: z.enum(['none', 'conflict']).nullable(),
        finished: z.boolean(),
      }),
    )
    .readonly(),
  /** The review that stands in place of this one. */
  next: idSchema.nullable(),
});
export type ProcessView = Readonly<z.output<typeof processViewSchema>>;

/** What was handed in, as it was then. */
export const frozenViewSchema = z.strictObject({
  snapshot: idSchema,
  at: isoInstantSchema,
  /** The day by which the age of evidence is judged. */
  on: isoDateSchema,
  items: z
    .array(
      z.strictObject({
        id: idSchema,
        title: z.string(),
        type: evidenceTypeIdSchema,
        startedOn: isoDateSchema,
        capabilities: z.array(capabilityCodeSchema).readonly(),
        files: z.number().int(),
        /** How it is different now; null: it is not. */
        since: z.enum(['changed', 'removed']).nullable(),
      }),
    )
    .readonly(),
  /** Items that were handed in and whose words are not kept here. */
  missing: z.number().int(),
  coverage: coverageMapSchema,
});
