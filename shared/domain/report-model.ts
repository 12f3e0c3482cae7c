import { z } from 'zod';
import { strengthSchema } from './coverage/types.ts';
import { isoDateSchema, isoInstantSchema } from './dates.ts';
import { evidenceTypeIdSchema } from './evidence.ts';
import { certaintySchema } from './guidance-pack.ts';
import { idSchema, sha256Schema } from './ids.ts';
import {
  actionSchema,
  identityCheckSchema,
  judgementLevelSchema,
  outcomeOptionSchema,
  panelMemberSchema,
} from './review.ts';

const evidenceLine = z.strictObject({
  /** Reference within this report: E1, E2 … by date. */
  ref: z.string(),
  id: idSchema,
  type: evidenceTypeIdSchema,
  typeTitle: z.string(),
  title: z.string(),
  startedOn: isoDateSchema,
  endedOn: isoDateSchema.nullable(),
  capabilities: z.array(z.string()).readonly(),
  verified: z.boolean(),
  files: z.array(z.strictObject({ name: z.string(), sha256: sha256Schema })).readonly(),
});

const ruleLine = z.strictObject({
  title: z.string(),
  have: z.number(),
  need: z.number(),
  unit: z.string(),
  met: z.boolean(),
  certainty: certaintySchema,
  source: z.string(),
});

const capabilityLine = z.strictObject({
  code: z.string(),
  title: z.string(),
  strength: strengthSchema,
  items: z.number().int(),
  inWindow: z.number().int(),
  verified: z.number().int(),
  kinds: z.number().int(),
  rules: z.array(ruleLine).readonly(),
  /** References of the evidence considered under it, newest first. */
  evidence: z.array(z.string()).readonly(),
  judgement: judgementLevelSchema.nullable(),
  reason: z.string(),
});

/**
 * Everything a signed progress report says, as plain data. It is embedded in the PDF as `report.json`; the
 * fingerprint is the SHA-256 of this model's canonical JSON (RFC 8785) with `fingerprint` left out.
 */
export const reportModelSchema = z.strictObject({
  format: z.literal('waymark-report-1'),
  title: z.string(),
  sample: z.boolean(),
  doctor: z.strictObject({ name: z.string(), gmcNumber: z.string().nullable(), employer: z.string() }),
  guidance: z.strictObject({
    id: z.string(),
    title: z.string(),
    version: z.string(),
    certainty: certaintySchema,
    notice: z.string(),
    source: z.string(),
    sourceDate: z.string().nullable(),
    capabilityName: z.string(),
  }),
  targetDate: isoDateSchema,
  review: z.strictObject({
    id: idSchema,
    heldOn: isoDateSchema,
    place: z.string(),
    period: z.strictObject({ from: isoDateSchema, to: isoDateSchema }),
    panel: z.array(panelMemberSchema).readonly(),
    nextReviewOn: isoDateSchema,
  }),
  outcome: outcomeOptionSchema,
  outcomeReason: z.string(),
  progressMade: z.string(),
  progressNeeded: z.string(),
  actions: z.array(actionSchema).readonly(),
  /** Actions of the last signed review that are still open. */
  previousActions: z.array(actionSchema).readonly(),
  capabilities: z.array(capabilityLine).readonly(),
  evidence: z.array(evidenceLine).readonly(),
  wholePortfolio: z.array(ruleLine).readonly(),
  totals: z.strictObject({
    items: z.number().int(),
    verified: z.number().int(),
    files: z.number().int(),
    unlinked: z.number().int(),
  }),
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
export type ReportModel = Readonly<z.output<typeof reportModelSchema>>;
