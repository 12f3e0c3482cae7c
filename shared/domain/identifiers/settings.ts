import { z } from 'zod';
import { hospitalPatternSchema } from './hospital-patterns.ts';
import { postcodesIn } from './postcode.ts';

/** One postcode and nothing else. Issue code: `postcode`. */
export const hospitalPostcodeSchema = z
  .string()
  .trim()
  .max(10, { error: 'postcode' })
  .refine((written) => postcodesIn(written.toUpperCase()).length === 1, { error: 'postcode' });

/** How this vault's owner wants identifiers looked for. */
export const identifierSettingsSchema = z.strictObject({
  /**
   * Which dates count as dates of birth. `warn`: those that a label or what stands beside them gives away. `all`: every
   * date somebody could have been born on. The GMC's earlier pages let them stay (`ignore`); a Trust's own rule may be
   * stricter.
   */
  datesOfBirth: z.enum(['warn', 'all', 'ignore']),
  /** The Trust's own hospital numbers. */
  hospitalPatterns: z.array(hospitalPatternSchema).max(20).readonly(),
  /** Of hospitals and practices, which may stay. Absent: none but those that are known. */
  hospitalPostcodes: z.array(hospitalPostcodeSchema).max(100).readonly().optional(),
});
export type IdentifierSettings = Readonly<z.output<typeof identifierSettingsSchema>>;

export const plainIdentifierSettings: IdentifierSettings = { datesOfBirth: 'warn', hospitalPatterns: [] };
