import { z } from 'zod';
import { evidenceTypeIdSchema } from '../evidence.ts';
import { capabilityCodeSchema } from '../ids.ts';

export const evidenceFilterSchema = z.strictObject({
  /** A search as `parseQuery` reads it; `status:trash` in it asks for the trash. */
  text: z.string().max(500),
  /** Empty for every type. */
  types: z.array(evidenceTypeIdSchema).max(40).readonly(),
  /** Only items linked to this capability; `none` for items with no link. */
  capability: z.union([capabilityCodeSchema, z.literal('none')]).nullable(),
  verified: z.boolean().nullable(),
  /** The trash instead of the portfolio. */
  trash: z.boolean(),
});
export type EvidenceFilter = z.output<typeof evidenceFilterSchema>;

export const sortKeys = [
  'startedOn',
  'title',
  'type',
  'updatedAt',
  'place',
  'role',
  'hours',
  'files',
  'tags',
  'capabilities',
  'status',
  'verified',
  'redaction',
  'identifiers',
  'match',
] as const;
export type SortKey = (typeof sortKeys)[number];

/**
 * `type` follows the vocabulary's order, `capabilities` the guidance's by the first that is linked, `match` how well the
 * words of the search fit (all alike where there are none). Ties go by id, for `match` by date; descending is ascending read backwards.
 */
export const evidenceSortSchema = z.strictObject({
  by: z.enum(sortKeys),
  direction: z.enum(['ascending', 'descending']),
});
export type EvidenceSort = z.output<typeof evidenceSortSchema>;

export const groupings = ['type', 'capability', 'year', 'status', 'place'] as const;
export const groupingSchema = z.enum(groupings);
/** An item linked to several capabilities stands under each of them. */
export type Grouping = z.output<typeof groupingSchema>;

export const listGroupSchema = z.strictObject({
  /** A type's id, a capability's code or `none`, a year, `draft` or `ready`, a place as it is written or empty. */
  key: z.string(),
  count: z.number().int(),
});
export type ListGroup = Readonly<z.output<typeof listGroupSchema>>;
