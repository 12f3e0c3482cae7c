import { z } from 'zod';
import { strengthSchema } from './coverage/types.ts';
import { isoDateSchema, isoInstantSchema } from './dates.ts';
import { evidenceTypeIdSchema } from './evidence.ts';
import { idSchema, sha256Schema } from './ids.ts';
import { certaintySchema } from './pack-provenance.ts';
import { pictureFactsSchema } from './programme/picture.ts';
import {
  actionSchema,
  identityCheckSchema,
  judgementLevelSchema,
  outcomeOptionSchema,
  panelMemberSchema,
} from './review.ts';
import { personOnRecordSchema } from './supervision/person.ts';
import { ratingLevelSchema } from './supervision/rating.ts';
import { recommendations } from './supervision/supervisor-report.ts';

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
  /** The first day that counts for this rule, and the same measure over evidence that is older. */
  countsFrom: isoDateSchema,
  tooOld: z.number(),
  /** Part of `have`: the same measure over older evidence that newer evidence keeps up. Absent: none. */
  maintained: z.number().optional(),
  certainty: certaintySchema,
  /** Reference into `guidance.sources`. */
  source: z.string(),
});

const sourceLine = z.strictObject({
  /** Reference within this report: S1, S2 … in the pack's order. */
  ref: z.string(),
  title: z.string(),
  publisher: z.string(),
  url: z.string().nullable(),
  date: z.string().nullable(),
  readOn: isoDateSchema,
});

const capabilityLine = z.strictObject({
  code: z.string(),
  title: z.string(),
  strength: strengthSchema,
  items: z.number().int(),
  inWindow: z.number().int(),
  /** Older than the window, and counted because newer evidence keeps it up. Absent: none. */
  maintained: z.number().int().optional(),
  verified: z.number().int(),
  kinds: z.number().int(),
  rules: z.array(ruleLine).readonly(),
  /** References of the evidence considered under it, newest first. */
  evidence: z.array(z.string()).readonly(),
  judgement: judgementLevelSchema.nullable(),
  reason: z.string(),
  /** As in the judgement; absent where nothing was said. */
  progressMade: z.string().optional(),
  progressNeeded: z.string().optional(),
  agreedBy: z.array(idSchema).readonly().optional(),
});

/** What became of an action since it was set, as it was followed between the reviews. */
const becameLine = z.strictObject({
  closedOn: isoDateSchema.nullable(),
  note: z.string(),
  /** References of the evidence it was closed with; what is not listed here is left out. */
  evidence: z.array(z.string()).readonly(),
  /** The day it was last moved to, where it was carried over. */
  carriedTo: isoDateSchema.nullable(),
});

const interestLine = z.strictObject({
  member: idSchema,
  kind: z.enum(['none', 'conflict']),
  text: z.string(),
  on: isoDateSchema,
});

/** The signed report that this one stands in place of. */
const amendsLine = z.strictObject({
  review: idSchema,
  how: z.enum(['withdrawn', 'amended']),
  /** Null where that report is not kept here. */
  signedAt: isoInstantSchema.nullable(),
  fingerprint: sha256Schema.nullable(),
  reason: z.string(),
  authority: z.string(),
});

/** The sealed supervisor's report that was before the panel, in short. */
const supervisorLine = z.strictObject({
  author: personOnRecordSchema,
  sealedOn: isoDateSchema,
  period: z.strictObject({ from: isoDateSchema, to: isoDateSchema }),
  recommendation: z.enum(recommendations).nullable(),
  recommendationReason: z.string(),
  strengths: z.string(),
  development: z.string(),
  ratings: z.array(z.strictObject({ code: z.string(), level: ratingLevelSchema })).readonly(),
});

/** Evidence that came after the doctor had handed in, and that the chair admitted. */
const lateLine = z.strictObject({
  at: isoInstantSchema,
  by: z.string(),
  reason: z.string(),
  /** References into `evidence`. */
  evidence: z.array(z.string()).readonly(),
});

/**
 * What later versions added. Each is absent from a report that has nothing to say of it, and from every report before
 * Waymark 0.4: those go on verifying as they are.
 */
const addedLater = {
  /** The letterhead it was signed under. The picture itself is on the page only. */
  programme: z
    .strictObject({
      name: z.string(),
      trust: z.string(),
      logo: pictureFactsSchema.extend({ sha256: sha256Schema }).nullable(),
    })
    .optional(),
  interests: z.array(interestLine).readonly().optional(),
  amends: amendsLine.optional(),
  /** When the doctor handed in, and how many items. Absent: nothing was handed in before the panel met. */
  submitted: z.strictObject({ at: isoInstantSchema, items: z.number().int() }).optional(),
  late: z.array(lateLine).readonly().optional(),
  supervisorReport: supervisorLine.optional(),
  /** Written on paper that day and typed in by somebody. */
  paper: z.strictObject({ on: isoDateSchema, typedBy: z.string() }).optional(),
};

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
    specialty: z.string(),
    curriculum: z.string(),
    version: z.string(),
    certainty: certaintySchema,
    notice: z.string(),
    /** Reference of the pack's main source. */
    source: z.string(),
    capabilityName: z.string(),
    window: z.strictObject({
      years: z.number(),
      wholeTimeEquivalent: z.boolean(),
      certainty: certaintySchema,
      source: z.string(),
    }),
    sources: z.array(sourceLine).readonly(),
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
  /** Actions of the last signed review, as this panel found them. */
  previousActions: z
    .array(actionSchema.extend({ note: z.string(), became: becameLine.optional() }))
    .readonly(),
  capabilities: z.array(capabilityLine).readonly(),
  evidence: z.array(evidenceLine).readonly(),
  /**
   * Which evidence is listed: items dated in the period of the review, and items linked to a capability that are still
   * in the pack's window on the target date. Nothing that starts after the day of the review.
   */
  considered: z.strictObject({
    windowFrom: isoDateSchema,
    inPeriod: z.number().int(),
    /** Items the portfolio keeps that the rule above leaves out. */
    leftOut: z.number().int(),
  }),
  wholePortfolio: z.array(ruleLine).readonly(),
  /** Counts over the evidence listed. */
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
  ...addedLater,
  fingerprint: sha256Schema,
});
export type ReportModel = Readonly<z.output<typeof reportModelSchema>>;
