import { z } from 'zod';
import { isoInstantSchema } from '../dates.ts';
import { capabilityCodeSchema, idSchema } from '../ids.ts';
import { lineSchema, proseSchema } from '../text.ts';
import { personOnRecordSchema } from './person.ts';

/** How far somebody is trusted with a capability, as curricula rate capabilities in practice: 1 to 4, or not shown yet. */
export const ratingLevels = ['not-shown', 'observe', 'direct', 'indirect', 'independent'] as const;
export const ratingLevelSchema = z.enum(ratingLevels);
export type RatingLevel = z.infer<typeof ratingLevelSchema>;

/** A doctor's own or a supervisor's rating of one capability. Written once; the newest of each side is shown. */
export const ratingSchema = z.strictObject({
  id: idSchema,
  capability: capabilityCodeSchema,
  side: z.enum(['doctor', 'supervisor']),
  level: ratingLevelSchema,
  reason: proseSchema(4000).pipe(z.string().min(1, { error: 'required' })),
  by: personOnRecordSchema,
  /** Whose computer it was, where it was somebody else's. */
  device: lineSchema(120).nullable(),
  at: isoInstantSchema,
});
export type Rating = Readonly<z.output<typeof ratingSchema>>;
