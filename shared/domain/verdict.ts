import { z } from 'zod';
import { isoInstantSchema } from './dates.ts';
import { sha256Schema } from './ids.ts';
import { panelMemberSchema } from './review.ts';
import { signatureRemarkSchema, signerStandingSchema } from './signer-standing.ts';

/** Why a signature or a file is not to be relied on. Words for them live in the renderer. */
export const verdictFindings = [
  'no-signature',
  'not-a-pdf',
  'malformed-signature',
  'changed-after-signing',
  'content-digest-mismatch',
  'signature-mismatch',
  'certificate-chain',
  'certificate-profile',
  'byte-range',
  'revision-not-allowed',
  'unsupported-algorithm',
  'encrypted',
  'appearance-mismatch',
  'timestamp',
] as const;
export const verdictFindingSchema = z.enum(verdictFindings);
export type VerdictFinding = z.infer<typeof verdictFindingSchema>;

export const signatureReportSchema = z.strictObject({
  /** The place in the file where it stands. */
  fieldName: z.string(),
  signer: z.string(),
  /** Who the certificate says vouches for the signer: the root on the device where the key was made, or an organisation. */
  issuer: z.string(),
  /** Whether the key was made by Waymark on a device or came from an organisation; null where that cannot be told. */
  kind: z.enum(['device', 'organisation']).nullable(),
  reason: z.string(),
  /** The signing computer's own clock, unproven. */
  claimedAt: isoInstantSchema.nullable(),
  /** When a timestamp service saw the signature, and which one; null without a timestamp. */
  timestamp: z
    .strictObject({ at: isoInstantSchema, authority: z.string(), certificate: sha256Schema })
    .nullable(),
  /** SHA-256 of the signer's certificate, and of the root's. */
  certificate: sha256Schema,
  root: sha256Schema,
  /** Whether that certificate belongs to a person this vault knows. */
  known: z.boolean(),
  /** Whose key it is, as far as this vault can tell. */
  standing: signerStandingSchema,
  remarks: z.array(signatureRemarkSchema).readonly(),
  valid: z.boolean(),
  findings: z.array(verdictFindingSchema).readonly(),
});

/** What the Verify screen and `waymark verify` say of a PDF. `unreadable` files are not PDFs at all. */
export const verdictSchema = z.strictObject({
  status: z.enum(['valid', 'not-valid', 'unreadable']),
  findings: z.array(verdictFindingSchema).readonly(),
  signatures: z.array(signatureReportSchema).readonly(),
  /** Every place for a signature, only when the file is valid: who has signed, and who has not yet. */
  fields: z
    .array(
      z.strictObject({
        fieldName: z.string(),
        label: z.string(),
        signed: z.boolean(),
        member: panelMemberSchema.pick({ id: true, name: true, role: true, gmcNumber: true }).nullable(),
      }),
    )
    .readonly(),
  sha256: sha256Schema,
  bytes: z.number().int(),
  /** Facts from the embedded report, only when the signatures are valid and the fingerprint agrees. */
  report: z
    .strictObject({
      /** Absent: the progress report of a review. Of a supervisor's report `outcome` is what it recommends, as a code. */
      kind: z.literal('supervisor-report').optional(),
      doctor: z.string(),
      outcome: z.string(),
      /** Of a supervisor's report the last day of its period. */
      heldOn: z.string(),
      fingerprint: sha256Schema,
      sample: z.boolean(),
    })
    .nullable(),
});
export type Verdict = Readonly<z.output<typeof verdictSchema>>;
