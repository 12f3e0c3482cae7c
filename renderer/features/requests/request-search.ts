import { z } from 'zod';
import { idSchema } from '#shared/domain/ids.ts';

/** What the address of a new request carries: the items it is to ask about. */
export const newRequestSearchSchema = z.object({
  items: z.array(idSchema).max(200).optional().catch(undefined),
});
