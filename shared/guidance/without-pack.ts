import { z } from 'zod';
import list from './without-pack.json' with { type: 'json' };

/** Specialties whose guidance was looked for and not found whole, and why: they start from the blank pack. */
export const specialtiesWithoutPack = z
  .array(z.strictObject({ specialty: z.string(), why: z.string() }))
  .readonly()
  .parse(list);
