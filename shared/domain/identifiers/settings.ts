import { z } from 'zod';
import { hospitalPatternSchema } from './hospital-patterns.ts';

/** How this vault's owner wants identifiers looked for. */
export const identifierSettingsSchema = z.strictObject({
  /** The GMC's earlier pages let dates of birth stay; a Trust's own rule may be stricter. */
  datesOfBirth: z.enum(['warn', 'ignore']),
  /** The Trust's own hospital numbers. */
  hospitalPatterns: z.array(hospitalPatternSchema).max(20).readonly(),
});
export type IdentifierSettings = Readonly<z.output<typeof identifierSettingsSchema>>;

export const plainIdentifierSettings: IdentifierSettings = { datesOfBirth: 'warn', hospitalPatterns: [] };
