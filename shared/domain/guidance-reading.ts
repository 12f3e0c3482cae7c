import { z } from 'zod';
import { guidancePackSchema } from './guidance-pack.ts';

/** What a part of another system's framework became. */
export const becameKinds = [
  'capability',
  'theme',
  'heading',
  'left-out',
  'elsewhere',
  'other-links',
] as const;

export const becameSchema = z.strictObject({
  kind: z.enum(becameKinds),
  /** What the other system calls it; empty where it has no type. */
  type: z.string(),
  /** Its code and words there. */
  from: z.string(),
  /** Its code here; null where it has none. */
  code: z.string().nullable(),
  /** Its words did not fit and were cut. */
  cut: z.boolean(),
  /** How many, for what is only counted. */
  count: z.number().int(),
});
export type Became = Readonly<z.output<typeof becameSchema>>;

export const guidanceReadingSchema = z.strictObject({
  pack: guidancePackSchema,
  became: z.array(becameSchema).readonly(),
});
export type GuidanceReading = Readonly<z.output<typeof guidanceReadingSchema>>;
