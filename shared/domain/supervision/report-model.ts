import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from '../dates.ts';
import { idSchema, sha256Schema } from '../ids.ts';
import { certaintySchema } from '../pack-provenance.ts';
import { identityCheckSchema } from '../review.ts';
import { personOnRecordSchema } from './person.ts';
import { ratingLevelSchema } from './rating.ts';
import { reportRecommendationSchema, yearFactsSchema } from './supervisor-report.ts';

/** The place in the PDF where the author signs. */
export const authorField = 'waymark-signature-author';

const facts = yearFactsSchema.shape;

/**
 * Everything a sealed supervisor's report says, as plain data. It is embedded in its PDF as `report.json`; the
 * fingerprint is the SHA-256 of this model's canonical JSON (RFC 8785) with `fingerprint` left out.
 */
export const supervisorReportModelSchema = z.strictObject({
  format: z.literal('waymark-supervisor-report-1'),
  title: z.string(),
  sample: z.boolean(),
  doctor: z.strictObject({ name: z.string(), gmcNumber: z.string().nullable(), employer: z.string() }),
  guidance: z.strictObject({
    id: z.string(),
    title: z.string(),
    specialty: z.string(),
    curriculum: z.string(),
    version: z.string(),
    certainty: certaintySchema,
    capabilityName: z.string(),
  }),
  targetDate: isoDateSchema,
  report: z.strictObject({
    id: idSchema,
    period: z.strictObject({ from: isoDateSchema, to: isoDateSchema }),
    /** The day of the review it is for; null: none was planned. */
    reviewOn: isoDateSchema.nullable(),
    /** The sealed report it stands in place of. */
    follows: z
      .strictObject({ report: idSchema, sealedOn: isoDateSchema.nullable(), reason: z.string() })
      .nullable(),
  }),
  author: personOnRecordSchema,
  facts: z.strictObject({
    on: facts.on,
    items: facts.items,
    verified: facts.verified,
    byType: facts.byType,
    meetingsHeld: facts.meetingsHeld,
    meetingsMissed: facts.meetingsMissed,
    actionsDone: facts.actionsDone,
    actionsOpen: facts.actionsOpen,
    actionsOverdue: facts.actionsOverdue,
    daysAbsent: facts.daysAbsent,
    previousActions: facts.previousActions,
  }),
  capabilities: z
    .array(
      z.strictObject({
        code: z.string(),
        title: z.string(),
        level: ratingLevelSchema.nullable(),
        notSeen: z.boolean(),
        comment: z.string(),
        selfRating: ratingLevelSchema.nullable(),
        items: z.number().int(),
        inWindow: z.number().int(),
        strength: z.string(),
      }),
    )
    .readonly(),
  domains: z
    .array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        capabilities: z.array(z.string()).readonly(),
        comment: z.string(),
      }),
    )
    .readonly(),
  domainsFrom: z.string(),
  strengths: z.string(),
  development: z.string(),
  examples: z
    .array(
      z.strictObject({
        situation: z.string(),
        behaviour: z.string(),
        impact: z.string(),
        nextStep: z.string(),
      }),
    )
    .readonly(),
  recommendation: reportRecommendationSchema,
  recommendationReason: z.string(),
  /** How old it may be on the day of a review, by whose rule. */
  age: z.strictObject({ months: z.number().int(), goodUntil: isoDateSchema, rule: z.string() }),
  /** Who signs, on whose device, and how they were identified. Time is as claimed by that computer. */
  signing: z.strictObject({
    signer: z.string(),
    role: z.string(),
    at: isoInstantSchema,
    identityCheck: identityCheckSchema,
    deviceOwner: z.string(),
    certificate: sha256Schema,
  }),
  /** The journal of the portfolio at the moment of signing. */
  record: z.strictObject({ entries: z.number().int(), head: sha256Schema }),
  madeBy: z.string(),
  fingerprint: sha256Schema,
});
export type SupervisorReportModel = Readonly<z.output<typeof supervisorReportModelSchema>>;
