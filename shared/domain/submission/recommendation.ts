import { z } from 'zod';
import { isoInstantSchema } from '../dates.ts';
import { idSchema } from '../ids.ts';
import { lineSchema, proseSchema } from '../text.ts';

/** What somebody writes of one recommendation of a refusal, and the evidence that answers it. */
export const recommendationInputSchema = z.strictObject({
  title: lineSchema(200),
  /** As the letter has it. */
  text: proseSchema(8000),
  items: z.array(idSchema).max(400).readonly(),
});
export type RecommendationInput = Readonly<z.output<typeof recommendationInputSchema>>;

export const recommendationSchema = recommendationInputSchema.extend({
  id: idSchema,
  /** Its place in the letter. */
  order: z.number().int().min(1).max(1_000_000),
  createdAt: isoInstantSchema,
  updatedAt: isoInstantSchema,
});
export type Recommendation = Readonly<z.output<typeof recommendationSchema>>;

export const inLetterOrder = (a: Recommendation, b: Recommendation): number =>
  a.order - b.order || (a.id < b.id ? -1 : 1);
