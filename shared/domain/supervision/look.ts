import { z } from 'zod';
import { isoInstantSchema } from '../dates.ts';
import { idSchema } from '../ids.ts';

/** How far the owner of this vault has looked at a doctor's portfolio, by the portfolio's id. */
export const lookSchema = z.strictObject({
  id: idSchema,
  /** The last line of its journal they have seen. */
  seq: z.number().int().nonnegative(),
  at: isoInstantSchema,
});
export type Look = Readonly<z.output<typeof lookSchema>>;
