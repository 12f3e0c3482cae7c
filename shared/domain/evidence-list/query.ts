import { z } from 'zod';
import { evidenceTypeIdSchema } from '../evidence.ts';
import { capabilityCodeSchema } from '../ids.ts';

export const evidenceFilterSchema = z.strictObject({
  /** Words that must all occur in title, place, role or reflection, whatever their case or accents. */
  text: z.string().max(200),
  /** Empty for every type. */
  types: z.array(evidenceTypeIdSchema).max(40).readonly(),
  /** Only items linked to this capability; `none` for items with no link. */
  capability: z.union([capabilityCodeSchema, z.literal('none')]).nullable(),
  verified: z.boolean().nullable(),
  /** The trash instead of the portfolio. */
  trash: z.boolean(),
});
export type EvidenceFilter = z.output<typeof evidenceFilterSchema>;

/** `type` follows the vocabulary's order. Ties go by id; descending is ascending read backwards. */
export const evidenceSortSchema = z.strictObject({
  by: z.enum(['startedOn', 'title', 'type', 'updatedAt']),
  direction: z.enum(['ascending', 'descending']),
});
export type EvidenceSort = z.output<typeof evidenceSortSchema>;
