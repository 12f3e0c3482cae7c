import { z } from 'zod';

/** `post`: the one to go to, as the timeline links to it. `preview`: as it will read. What makes no sense is left out. */
export const cvSearchSchema = z.object({
  post: z.uuid().optional().catch(undefined),
  preview: z.boolean().optional().catch(undefined),
});
