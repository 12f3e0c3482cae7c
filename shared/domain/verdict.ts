import { z } from 'zod';
import { isoInstantSchema } from './dates.ts';
import { sha256Schema } from './ids.ts';

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
] as const;
export const verdictFindingSchema = z.enum(verdictFindings);
export type VerdictFinding = z.infer<typeof verdictFindingSchema>;

export const signatureReportSchema = z.strictObject({
  signer: z.string(),
  /** Who the certificate says vouches for the signer: the root on the device where the key was made. */
  issuer: z.string(),
  reason: z.string(),
  /** The signing computer's own clock, unproven. */
  claimedAt: isoInstantSchema.nullable(),
  /** SHA-256 of the signer's certificate, and of the root's. */
  certificate: sha256Schema,
  root: sha256Schema,
  /** Whether that certificate belongs to a person this vault knows. */
  known: z.boolean(),
  valid: z.boolean(),
  findings: z.array(verdictFindingSchema).readonly(),
});

/** What the Verify screen and `waymark verify` say of a PDF. `unreadable` files are not PDFs at all. */
export const verdictSchema = z.strictObject({
  status: z.enum(['valid', 'not-valid', 'unreadable']),
  findings: z.array(verdictFindingSchema).readonly(),
  signatures: z.array(signatureReportSchema).readonly(),
  sha256: sha256Schema,
  bytes: z.number().int(),
  /** Facts from the embedded report, only when the signatures are valid and the fingerprint agrees. */
  report: z
    .strictObject({
      doctor: z.string(),
      outcome: z.string(),
      heldOn: z.string(),
      fingerprint: sha256Schema,
      sample: z.boolean(),
    })
    .nullable(),
});
export type Verdict = Readonly<z.output<typeof verdictSchema>>;
