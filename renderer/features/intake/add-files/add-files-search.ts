import { z } from 'zod';
import { capabilityCodeSchema } from '#shared/domain/ids.ts';

/** The capability the files are for, where they were dropped upon one. */
export const addFilesSearchSchema = z.object({
  capability: capabilityCodeSchema.optional().catch(undefined),
});
