import { z } from 'zod';
import { isoInstantSchema } from '../dates.ts';
import { idSchema, sha256Schema } from '../ids.ts';

const version = z.strictObject({ id: idSchema, revision: sha256Schema });

/** What a doctor handed in for a review, named by immutable versions. Written once and never changed. */
export const snapshotSchema = z.strictObject({
  id: idSchema,
  review: idSchema,
  at: isoInstantSchema,
  /** Where the portfolio's journal stood on the computer it was made on. */
  journal: z.strictObject({ entries: z.number().int().nonnegative(), hash: sha256Schema }),
  /** The day by which the age of evidence was judged. */
  on: z.iso.date(),
  items: z.array(version).max(20_000).readonly(),
  report: version.nullable(),
});
export type Snapshot = Readonly<z.output<typeof snapshotSchema>>;
