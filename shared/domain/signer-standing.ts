import { z } from 'zod';
import { isoInstantSchema } from './dates.ts';
import { sha256Schema } from './ids.ts';
import { confirmationSchema } from './people.ts';

/**
 * How a signer's key stands to this vault, whatever name it bears.
 * - `own`: a key that was made, or brought in, here.
 * - `confirmed`: of a person in the directory whose fingerprint was compared.
 * - `card-only`: of a person in the directory whom nobody has confirmed.
 * - `device`: unknown, but made on the device of a person in the directory, who could have made it alone.
 * - `organisation`: unknown, but issued by the organisation that issued this vault's own key.
 * - `other-name`: known, but not as the person it signs for.
 * - `other-key`: unknown, in the name of somebody who is known here by another key.
 * - `unknown`: nobody here knows it.
 */
export const signerStandings = [
  'own',
  'confirmed',
  'card-only',
  'device',
  'organisation',
  'other-name',
  'other-key',
  'unknown',
] as const;

export const signerStandingSchema = z.strictObject({
  is: z.enum(signerStandings),
  /** Whose key, whose device or whose name it is, as this vault knows them; null where it is nobody's. */
  person: z.strictObject({ name: z.string(), confirmed: confirmationSchema.nullable() }).nullable(),
});
export type SignerStanding = Readonly<z.output<typeof signerStandingSchema>>;

/** A signer nothing is known of. */
export const stranger: SignerStanding = { is: 'unknown', person: null };

/** Whether somebody here has made sure whose key it is. */
export const isVouchedFor = ({ is }: SignerStanding): boolean => is === 'own' || is === 'confirmed';

/** What is odd about a signature that holds: to be known, not to be refused for. */
export const signatureRemarks = ['before-certificate', 'after-certificate', 'other-name'] as const;
export const signatureRemarkSchema = z.enum(signatureRemarks);
export type SignatureRemark = z.infer<typeof signatureRemarkSchema>;

/** One signature or seal that holds, and whose it is as far as this vault can tell. */
export const shownSignatureSchema = z.strictObject({
  /** The person it is to be of: the one named in the report's place or in the seal. */
  name: z.string(),
  /** The name in the certificate itself. */
  certifiedName: z.string(),
  /** The organisation its certificate says it was issued by; null for a key that Waymark made. */
  organisation: z.string().nullable(),
  /** SHA-256 of the signer's certificate. */
  certificate: sha256Schema,
  /** By the signing computer's clock. */
  at: isoInstantSchema.nullable(),
  standing: signerStandingSchema,
  remarks: z.array(signatureRemarkSchema).readonly(),
});
export type ShownSignature = Readonly<z.output<typeof shownSignatureSchema>>;
