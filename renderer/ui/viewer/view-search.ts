import { z } from 'zod';
import { capabilityCodeSchema, sha256Schema } from '#shared/domain/ids.ts';

/**
 * The part of an item's address that says which file is open beside it, at which page, and which capability's passage
 * is shown there. What makes no sense is left out.
 */
export const viewSearchSchema = z.object({
  view: sha256Schema.optional().catch(undefined),
  page: z.number().int().min(1).max(20_000).optional().catch(undefined),
  show: capabilityCodeSchema.optional().catch(undefined),
});
export type ViewSearch = z.output<typeof viewSearchSchema>;
