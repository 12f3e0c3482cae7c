import { z } from 'zod';

/**
 * How sure Waymark is of a fact in a pack.
 * `certain`: read on an official page, or several independent pages agree. `likely`: a secondary source.
 * `recalled`: general knowledge, not confirmed. `working`: Waymark's own aim, title or reading, from no guidance.
 */
export const certainties = ['certain', 'likely', 'recalled', 'working'] as const;
export const certaintySchema = z.enum(certainties);
export type Certainty = z.infer<typeof certaintySchema>;

export const packIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/, { error: 'pack-id' });
export const packLineSchema = z.string().min(1).max(400);

/** Every fact of a pack says how sure it is and where it was read. */
export const provenance = { certainty: certaintySchema, source: packIdSchema };
