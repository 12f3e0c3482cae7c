import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from '../dates.ts';
import { gmcNumberSchema, idSchema } from '../ids.ts';
import { packIdSchema } from '../pack-provenance.ts';
import { lineSchema, optionalLineSchema, proseSchema } from '../text.ts';

/** Somebody who writes a structured report. Kept for oneself alone. */
export const refereeInputSchema = z.strictObject({
  name: lineSchema(120),
  post: optionalLineSchema(160),
  institution: optionalLineSchema(160),
  gmcNumber: gmcNumberSchema.nullable(),
  email: optionalLineSchema(200),
  phone: optionalLineSchema(60),
  /** Which of the kinds the guidance names they are. */
  kinds: z.array(packIdSchema).max(10).readonly(),
  /** On the Specialist or GP Register, or of equal standing. */
  onRegister: z.boolean(),
  lastWorkedTogether: isoDateSchema.nullable(),
  consentOn: isoDateSchema.nullable(),
  cvGivenOn: isoDateSchema.nullable(),
  note: proseSchema(2000),
});
export type RefereeInput = Readonly<z.output<typeof refereeInputSchema>>;

export const refereeSchema = refereeInputSchema.extend({
  id: idSchema,
  createdAt: isoInstantSchema,
  updatedAt: isoInstantSchema,
});
export type Referee = Readonly<z.output<typeof refereeSchema>>;
