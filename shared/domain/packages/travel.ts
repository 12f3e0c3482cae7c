import { z } from 'zod';
import { isoInstantSchema } from '../dates.ts';
import { idSchema, sha256Schema } from '../ids.ts';
import { lineSchema } from '../text.ts';
import { audienceSchema } from './audiences.ts';

const count = z.number().int().nonnegative();

/** What went out of this vault as a package, or came into it: so that its owner can always tell who was given what. */
export const travelSchema = z.strictObject({
  id: idSchema,
  direction: z.enum(['made', 'kept']),
  at: isoInstantSchema,
  packageId: idSchema,
  portfolioId: idSchema,
  doctor: lineSchema(120),
  audience: audienceSchema,
  /** Made: who can open it, none where a passphrase does. Kept: who sealed it. */
  people: z.array(lineSchema(120)).max(100).readonly(),
  /** SHA-256 of the file that was made; null for one that was kept. */
  sha256: sha256Schema.nullable(),
  evidence: count,
  /** Ids of the items that went. Absent in what was kept, and in what was made before 0.3. */
  items: z.array(idSchema).max(100_000).readonly().optional(),
  /** The request an assessor was sent. */
  request: idSchema.optional(),
  reviews: count,
  files: count,
});
export type Travel = Readonly<z.output<typeof travelSchema>>;
