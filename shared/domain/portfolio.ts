import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from './dates.ts';
import { gmcNumberSchema, idSchema } from './ids.ts';
import { lineSchema, optionalLineSchema } from './text.ts';

export const portfolioInputSchema = z.strictObject({
  doctor: z.strictObject({ name: lineSchema(120), gmcNumber: gmcNumberSchema.nullable() }),
  packId: z.string().min(1, { error: 'required' }).max(80),
  /** The day the doctor hopes to submit to the GMC: evidence is judged by its age on that day. */
  targetDate: isoDateSchema,
  employer: optionalLineSchema(160),
});
export type PortfolioInput = z.output<typeof portfolioInputSchema>;

/** One doctor's whole record for one specialty. */
export const portfolioSchema = portfolioInputSchema.extend({
  id: idSchema,
  packVersion: z.string().min(1).max(40),
  createdAt: isoInstantSchema,
  sample: z.boolean(),
});
export type Portfolio = Readonly<z.output<typeof portfolioSchema>>;

/** What the vault remembers of a portfolio so that it can be listed without opening it. */
export const shelfEntrySchema = z.strictObject({
  id: idSchema,
  doctorName: z.string(),
  packId: z.string(),
  createdAt: isoInstantSchema,
});
export type ShelfEntry = Readonly<z.output<typeof shelfEntrySchema>>;
