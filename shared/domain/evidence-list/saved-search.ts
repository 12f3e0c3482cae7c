import { z } from 'zod';
import { isoInstantSchema } from '../dates.ts';
import { idSchema } from '../ids.ts';
import { lineSchema, optionalLineSchema } from '../text.ts';
import { evidenceSortSchema, groupingSchema } from './query.ts';

export const savedSearchInputSchema = z.strictObject({
  name: lineSchema(60),
  /** As `parseQuery` reads it; empty for the whole list in some order. */
  query: optionalLineSchema(500),
  sort: evidenceSortSchema,
  group: groupingSchema.nullable(),
});
export type SavedSearchInput = Readonly<z.output<typeof savedSearchInputSchema>>;

/** A search under a name. Private: it goes to nobody else. */
export const savedSearchSchema = savedSearchInputSchema.extend({ id: idSchema, createdAt: isoInstantSchema });
export type SavedSearch = Readonly<z.output<typeof savedSearchSchema>>;
