import { z } from 'zod';
import { strengthSchema } from '../coverage/types.ts';
import { isoDateSchema } from '../dates.ts';
import { idSchema } from '../ids.ts';
import { judgementLevelSchema } from '../review.ts';
import { personOnRecordSchema } from '../supervision/person.ts';
import { ratingLevelSchema } from '../supervision/rating.ts';
import { recommendations } from '../supervision/supervisor-report.ts';

/**
 * What became of an action of the last review by the day the evidence was handed in. `kept`: done. `missed`: its day
 * passed. `going-on`: its day is still to come.
 */
export const actionFates = ['kept', 'missed', 'going-on', 'dropped'] as const;
export type ActionFate = (typeof actionFates)[number];

export const actionTurnSchema = z.strictObject({
  id: idSchema,
  what: z.string(),
  owner: z.string(),
  dueOn: isoDateSchema,
  capability: z.string().nullable(),
  fate: z.enum(actionFates),
  note: z.string(),
});
export type ActionTurn = Readonly<z.output<typeof actionTurnSchema>>;

const standSchema = z.strictObject({
  strength: strengthSchema,
  /** Linked items, and those of them that count on the target date. */
  items: z.number().int(),
  inWindow: z.number().int(),
});

export const briefLineSchema = z.strictObject({
  code: z.string(),
  title: z.string(),
  now: standSchema,
  /** As the last signed review found it; null where there was none, or the guidance had no such capability. */
  before: standSchema.nullable(),
  lastJudgement: judgementLevelSchema.nullable(),
  rules: z.number().int(),
  rulesMet: z.number().int(),
  /** In the window now, and too old on the target date. */
  expiring: z.number().int(),
  supervisorLevel: ratingLevelSchema.nullable(),
  doctorLevel: ratingLevelSchema.nullable(),
});
export type BriefLine = Readonly<z.output<typeof briefLineSchema>>;

/** The page a panel reads of one doctor before they meet: only what was handed in, and nothing anybody of the panel wrote. */
export const briefSchema = z.strictObject({
  format: z.literal('waymark-brief-1'),
  sample: z.boolean(),
  doctor: z.strictObject({ name: z.string(), gmcNumber: z.string().nullable(), employer: z.string() }),
  guidance: z.strictObject({ title: z.string(), version: z.string(), capabilityName: z.string() }),
  review: z.strictObject({
    id: idSchema,
    heldOn: isoDateSchema,
    place: z.string(),
    period: z.strictObject({ from: isoDateSchema, to: isoDateSchema }),
    panel: z.array(z.strictObject({ name: z.string(), role: z.string() })).readonly(),
  }),
  targetDate: isoDateSchema,
  /** The day by which the age of evidence was judged: that of the submission. */
  on: isoDateSchema,
  last: z.strictObject({ heldOn: isoDateSchema, outcome: z.string() }).nullable(),
  actions: z.array(actionTurnSchema).readonly(),
  numbers: z.strictObject({
    items: z.number().int(),
    /** Dated after the last review, or in the period of this one where it is the first. */
    fresh: z.number().int(),
    verified: z.number().int(),
    files: z.number().int(),
    unlinked: z.number().int(),
  }),
  capabilities: z.array(briefLineSchema).readonly(),
  supervisor: z
    .strictObject({
      author: personOnRecordSchema,
      sealedOn: isoDateSchema.nullable(),
      recommendation: z.enum(recommendations).nullable(),
      reason: z.string(),
      strengths: z.string(),
      development: z.string(),
    })
    .nullable(),
  /** What came after the submission and was not let in, and versions that were handed in and are not kept here. */
  late: z.number().int(),
  missing: z.number().int(),
});
export type Brief = Readonly<z.output<typeof briefSchema>>;
