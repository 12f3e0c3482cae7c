import { z } from 'zod';
import { type IsoDate, isoDateSchema, isoInstantSchema } from './dates.ts';
import { capabilityCodeSchema, gmcNumberSchema, idSchema, sha256Schema } from './ids.ts';
import { reviewFollowsSchema, reviewRulesSchema } from './review-process/rules.ts';
import { lineSchema, optionalLineSchema, proseSchema } from './text.ts';

export const panelRoles = ['chair', 'supervisor', 'cesr-team', 'administrator', 'external', 'lay'] as const;
export const panelRoleSchema = z.enum(panelRoles);
export type PanelRole = z.infer<typeof panelRoleSchema>;

export const panelMemberSchema = z.strictObject({
  id: idSchema,
  name: lineSchema(120),
  role: panelRoleSchema,
  gmcNumber: gmcNumberSchema.nullable(),
  organisation: optionalLineSchema(160),
});
export type PanelMember = Readonly<z.output<typeof panelMemberSchema>>;

/** How a panel rates one capability. Neutral on purpose: none of them says "sufficient". */
export const judgementLevels = ['progressing', 'developing', 'limited', 'not-considered'] as const;
export const judgementLevelSchema = z.enum(judgementLevels);
export type JudgementLevel = z.infer<typeof judgementLevelSchema>;

/** One person's rating of one capability; in a review, the panel's. What is optional is absent where nothing was said. */
export const judgementSchema = z.strictObject({
  capability: capabilityCodeSchema,
  level: judgementLevelSchema,
  reason: proseSchema(4000).pipe(z.string().min(1, { error: 'required' })),
  progressMade: proseSchema(4000).optional(),
  progressNeeded: proseSchema(4000).optional(),
  /** Members of the panel, by their ids, who agreed on it. */
  agreedBy: z.array(idSchema).max(20).readonly().optional(),
});
export type Judgement = Readonly<z.output<typeof judgementSchema>>;

/** What a judgement says beside its level and reason: only what there is of it. */
export const agreedOf = ({
  progressMade,
  progressNeeded,
  agreedBy,
}: Pick<Judgement, 'progressMade' | 'progressNeeded' | 'agreedBy'>): Pick<
  Judgement,
  'progressMade' | 'progressNeeded' | 'agreedBy'
> => ({
  ...(progressMade === undefined ? {} : { progressMade }),
  ...(progressNeeded === undefined ? {} : { progressNeeded }),
  ...(agreedBy === undefined ? {} : { agreedBy }),
});

export const actionStatuses = ['open', 'done', 'dropped'] as const;
export const actionStatusSchema = z.enum(actionStatuses);

/** A SMART action: what, how it will be measured, who owns it, by when, and for which capability. */
export const actionSchema = z.strictObject({
  id: idSchema,
  what: lineSchema(400),
  measure: lineSchema(400),
  owner: lineSchema(120),
  dueOn: isoDateSchema,
  capability: capabilityCodeSchema.nullable(),
  status: actionStatusSchema,
});
export type Action = Readonly<z.output<typeof actionSchema>>;

/** One choice of a programme's outcome list. Its wording is frozen into the review that uses it. */
export const outcomeOptionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, { error: 'outcome-id' }),
  name: lineSchema(120),
  meaning: lineSchema(600),
  /** Its name looks like another scheme's: every page that shows it says that it is not one of those. */
  likeness: z.literal('gold-guide').optional(),
});
export type OutcomeOption = Readonly<z.output<typeof outcomeOptionSchema>>;

const periodSchema = z
  .strictObject({ from: isoDateSchema, to: isoDateSchema })
  .refine((period) => period.to >= period.from, { error: 'end-before-start', path: ['to'] });

const panelSchema = z
  .array(panelMemberSchema)
  .max(20)
  .readonly()
  .refine((panel) => panel.filter((member) => member.role === 'chair').length === 1, { error: 'one-chair' });

/** What is decided when a review is put in the calendar. */
export const reviewPlanSchema = z.strictObject({
  heldOn: isoDateSchema,
  place: optionalLineSchema(160),
  period: periodSchema,
  panel: panelSchema,
  /** Absent: an earlier Waymark's, which is written down and signed without the steps. */
  rules: reviewRulesSchema.optional(),
});
export type ReviewPlan = Readonly<z.output<typeof reviewPlanSchema>>;

/** What became of an action of the last review, as this panel found it. */
export const followUpSchema = z.strictObject({
  action: idSchema,
  status: actionStatusSchema,
  note: optionalLineSchema(400),
});
export type FollowUp = Readonly<z.output<typeof followUpSchema>>;

/** What the panel writes at the end. Everything may be incomplete until it is signed. */
export const reviewConclusionSchema = z.strictObject({
  progressMade: proseSchema(),
  progressNeeded: proseSchema(),
  actions: z.array(actionSchema).max(40).readonly(),
  followUps: z.array(followUpSchema).max(40).readonly(),
  outcome: outcomeOptionSchema.nullable(),
  outcomeReason: proseSchema(6000),
  nextReviewOn: isoDateSchema.nullable(),
});
export type ReviewConclusion = Readonly<z.output<typeof reviewConclusionSchema>>;

/** How the chair's identity was checked when they signed; recorded, never hidden. */
export const identityChecks = ['own-profile', 'known-personally', 'photo-id', 'staff-badge'] as const;
export const identityCheckSchema = z.enum(identityChecks);
export type IdentityCheck = z.infer<typeof identityCheckSchema>;

/** What a further member of the panel signed, after the chair. */
export const panelSignatureSchema = z.strictObject({
  /** The member whose place it stands in; null for a place that is nobody's on this panel. */
  member: idSchema.nullable(),
  /** As in the signer's certificate. */
  name: z.string(),
  certificate: sha256Schema,
  /** By the signing computer's own clock. */
  at: isoInstantSchema,
  /** Null: signed on another computer, where it was brought from. */
  identityCheck: identityCheckSchema.nullable(),
  /** The report's bytes once this signature was in them: the bytes before it are their beginning. */
  report: sha256Schema,
  reportSize: z.number().int(),
  /** The bytes that were kept before it came, and still are. */
  before: sha256Schema,
});
export type PanelSignature = Readonly<z.output<typeof panelSignatureSchema>>;

export const signOffSchema = z.strictObject({
  signedAt: isoInstantSchema,
  signerName: z.string(),
  /** SHA-256 of the signer's certificate (DER). */
  certificate: sha256Schema,
  identityCheck: identityCheckSchema,
  /** Blobs: the report with every signature so far, and the canonical JSON of its model, which the seal covers. */
  report: sha256Schema,
  model: sha256Schema,
  reportSize: z.number().int(),
  fingerprint: sha256Schema,
  /** Those who signed after the chair, in order. Absent in reviews signed with Waymark 0.1.0. */
  signatures: z.array(panelSignatureSchema).readonly().optional(),
});
export type SignOff = Readonly<z.output<typeof signOffSchema>>;

/** A panel wrote on paper, and somebody typed it in afterwards. */
export const paperSchema = z.strictObject({
  /** The day the paper was written. */
  on: isoDateSchema,
  typedBy: lineSchema(120),
  typedAt: isoInstantSchema,
  /** The scan of the paper, kept as a file of the portfolio; null: none was given. */
  scan: z
    .strictObject({ hash: sha256Schema, name: z.string(), mediaType: z.string(), size: z.number().int() })
    .nullable(),
});
export type Paper = Readonly<z.output<typeof paperSchema>>;

/** `scheduled` until the panel writes something, `drafted` until the chair signs, then `signed` and immutable. */
export const reviewStates = ['scheduled', 'drafted', 'signed'] as const;
export const reviewStateSchema = z.enum(reviewStates);
export type ReviewState = z.infer<typeof reviewStateSchema>;

export const reviewSchema = reviewPlanSchema.extend({
  id: idSchema,
  state: reviewStateSchema,
  judgements: z.array(judgementSchema).readonly(),
  ...reviewConclusionSchema.shape,
  signOff: signOffSchema.nullable(),
  /** Absent: it stands in place of none. */
  follows: reviewFollowsSchema.optional(),
  /** Absent: nothing of it was written on paper first. */
  paper: paperSchema.optional(),
  createdAt: isoInstantSchema,
  updatedAt: isoInstantSchema,
});
/** One annual ARCP-style review of one portfolio. */
export type Review = Readonly<z.output<typeof reviewSchema>>;

/** Why a review cannot be signed yet. */
export const missingForSigning = [
  'held',
  'judgements',
  'progress-made',
  'progress-needed',
  'outcome',
  'outcome-reason',
  'next-review',
] as const;
export type MissingForSigning = (typeof missingForSigning)[number];

/**
 * What still stands between a draft and the chair's signature, in the order of the form.
 * @param today a review that has not been held cannot be signed as if it had.
 * @param codes the pack's capability codes: each needs a judgement (`not-considered` is one).
 */
export function missingBeforeSigning(
  review: Review,
  codes: readonly string[],
  today: IsoDate,
): readonly MissingForSigning[] {
  const judged = new Set(review.judgements.map((judgement) => judgement.capability));
  const missing: MissingForSigning[] = [];
  if (review.heldOn > today) missing.push('held');
  if (codes.some((code) => !judged.has(code))) missing.push('judgements');
  if (review.progressMade === '') missing.push('progress-made');
  if (review.progressNeeded === '') missing.push('progress-needed');
  if (review.outcome === null) missing.push('outcome');
  if (review.outcomeReason === '') missing.push('outcome-reason');
  if (review.nextReviewOn === null) missing.push('next-review');
  return missing;
}
