import { z } from 'zod';
import { isoInstantSchema } from './dates.ts';
import { sha256Schema } from './ids.ts';

/** Whose a certificate is, who issued it, and for how long. */
export const certificateFactsSchema = z.strictObject({
  name: z.string(),
  issuer: z.string(),
  validFrom: isoInstantSchema,
  validTo: isoInstantSchema,
  /** `EC P-256`, `RSA 2048`. */
  algorithm: z.string(),
  certificate: sha256Schema,
});
export type CertificateFacts = Readonly<z.output<typeof certificateFactsSchema>>;
