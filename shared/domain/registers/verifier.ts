import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from '../dates.ts';
import { gmcNumberSchema, idSchema } from '../ids.ts';
import { lineSchema, optionalLineSchema, proseSchema } from '../text.ts';

/** What somebody is at the institution. What each may verify is a rule of the guidance. */
export const verifierKinds = ['supervisor', 'hr', 'administrator', 'solicitor'] as const;
export const verifierKindSchema = z.enum(verifierKinds);
export type VerifierKind = z.infer<typeof verifierKindSchema>;

/** Somebody who confirms, on one pro forma, what happened at one institution. Kept for oneself alone. */
export const verifierInputSchema = z.strictObject({
  name: lineSchema(120),
  kind: verifierKindSchema,
  post: optionalLineSchema(160),
  institution: lineSchema(160),
  gmcNumber: gmcNumberSchema.nullable(),
  email: optionalLineSchema(200),
  phone: optionalLineSchema(60),
  /** The last day the GMC can reach them there; null: no end is known. */
  reachableUntil: isoDateSchema.nullable(),
  note: proseSchema(2000),
});
export type VerifierInput = Readonly<z.output<typeof verifierInputSchema>>;

export const verifierSchema = verifierInputSchema.extend({
  id: idSchema,
  createdAt: isoInstantSchema,
  updatedAt: isoInstantSchema,
});
export type Verifier = Readonly<z.output<typeof verifierSchema>>;
