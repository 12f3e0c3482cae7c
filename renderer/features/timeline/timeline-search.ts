import { z } from 'zod';

/** How close one looks, and whether at the picture or at tables of the same. What makes no sense is left out. */
export const timelineSearchSchema = z.object({
  zoom: z.enum(['years', 'months']).optional().catch(undefined),
  show: z.enum(['picture', 'tables']).optional().catch(undefined),
});
export type Zoom = 'years' | 'months';
