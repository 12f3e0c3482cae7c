import { z } from 'zod';
import { isoInstantSchema } from './dates.ts';
import { gmcNumberSchema, idSchema, sha256Schema } from './ids.ts';
import { identityCheckSchema } from './review.ts';
import { shownSignatureSchema } from './signer-standing.ts';
import { lineSchema } from './text.ts';

/**
 * What somebody seals. `review-outcome`: the chair, the whole review with its report. `judgement`: a member of a panel,
 * the judgements of a review. `supervisor-report`: its author, the report. `in-person`: an assessor on the doctor's own
 * laptop, an evidence item. `sign-off`: an assessor in their own Waymark, an evidence item they were asked about.
 */
export const sealKinds = [
  'review-outcome',
  'judgement',
  'supervisor-report',
  'in-person',
  'sign-off',
] as const;
export const sealKindSchema = z.enum(sealKinds);
export type SealKind = z.infer<typeof sealKindSchema>;

/** Who seals, as they stand on it. */
export const sealSignerSchema = z.strictObject({
  name: lineSchema(120),
  gmcNumber: gmcNumberSchema.nullable(),
  /** Post or part in it, such as `Consultant in acute medicine`. */
  role: lineSchema(160),
});
export type SealSigner = Readonly<z.output<typeof sealSignerSchema>>;

/** What a seal says, and what is signed: its canonical JSON. Every change to it is another seal. */
export const sealStatementSchema = z.strictObject({
  format: z.literal('waymark-seal-1'),
  kind: sealKindSchema,
  collection: z.enum(['evidence', 'reviews', 'supervisorReports']),
  recordId: idSchema,
  /** The immutable version of the record that was before the signer. */
  revision: sha256Schema,
  /** SHA-256 of the canonical JSON of what is sealed of it: all of an evidence item, the judgements of a review. */
  content: sha256Schema,
  /** By the clock of the computer it was signed on. */
  at: isoInstantSchema,
  signer: sealSignerSchema,
  /** How the signer was identified and on whose device, for all who do not sign in their own Waymark. */
  presence: z.strictObject({ identityCheck: identityCheckSchema, deviceOwner: z.string() }),
  /** The signer's own earlier seal that this one corrects or renews. */
  amends: idSchema.nullable(),
});
export type SealStatement = Readonly<z.output<typeof sealStatementSchema>>;

/**
 * `valid`: the present version is the one that was sealed. `older-version`: the sealed version is kept, and the record
 * was changed since. `altered`: the seal, or what it is over, is not what was signed.
 */
export const sealValidities = ['valid', 'older-version', 'altered'] as const;
export const sealValiditySchema = z.enum(sealValidities);
export type SealValidity = z.infer<typeof sealValiditySchema>;

/** A seal as it is shown. */
export const shownSealSchema = z.strictObject({
  id: idSchema,
  kind: sealKindSchema,
  validity: sealValiditySchema,
  statement: sealStatementSchema,
  /** Whose key it was made with, as far as this vault can tell. */
  signature: shownSignatureSchema,
  /** The later seal by the same person that corrects this one; null for their last. */
  amendedBy: idSchema.nullable(),
});
export type ShownSeal = Readonly<z.output<typeof shownSealSchema>>;
