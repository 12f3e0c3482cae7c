import { z } from 'zod';
import { idSchema } from '#shared/domain/ids.ts';
import { audienceSchema } from '#shared/domain/packages/audiences.ts';

/** What the address of the screen carries: whom it is for, and the request an assessor is sent. */
export const sendSearchSchema = z.object({
  audience: audienceSchema.optional().catch(undefined),
  request: idSchema.optional().catch(undefined),
});
