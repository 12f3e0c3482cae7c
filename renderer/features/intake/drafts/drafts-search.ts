import { z } from 'zod';

/** How many drafts were made just now, to say so. */
export const draftsSearchSchema = z.object({
  made: z.number().int().positive().optional().catch(undefined),
});
