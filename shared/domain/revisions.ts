import { z } from 'zod';
import { isoInstantSchema } from './dates.ts';
import { idSchema, sha256Schema } from './ids.ts';
import { lineSchema } from './text.ts';

/** Who wrote a revision and when, as the vault it was written in recorded it. A claim, as every clock is. */
export const authorSchema = z.strictObject({ id: idSchema, name: lineSchema(120), at: isoInstantSchema });
export type Author = Readonly<z.output<typeof authorSchema>>;

/**
 * One immutable version of a record as it travels between vaults. `revision` is the SHA-256 of the canonical JSON of
 * collection, id, parents and value, so two vaults that hold the same one hold the same bytes.
 *
 * `value` null: the record was deleted. `value` absent: only the place in the ancestry is told, the content is not.
 */
export const travelRevisionSchema = z.strictObject({
  revision: sha256Schema,
  collection: z.string().max(40),
  id: z.string().max(80),
  parents: z.array(sha256Schema).max(32).readonly(),
  value: z.unknown().optional(),
  /** Null for a mere place in the ancestry; a version with a value has an author. */
  by: authorSchema.nullable(),
  /** Format of the vault its value was written in; absent: today's. */
  shape: z.number().int().positive().max(1000).optional(),
});
export type TravelRevision = Readonly<z.output<typeof travelRevisionSchema>>;

/** What a merge does to one record: `known` nothing, `new` it was not here, `changed` ours was older, `conflicting` both moved on. */
export const mergeKinds = ['known', 'new', 'changed', 'conflicting'] as const;
export const mergeKindSchema = z.enum(mergeKinds);
export type MergeKind = z.infer<typeof mergeKindSchema>;

/** What a merge would do, record by record. Nothing is written by asking. */
export const mergeSummarySchema = z.strictObject({
  records: z
    .array(z.strictObject({ collection: z.string(), id: z.string(), kind: mergeKindSchema }))
    .readonly(),
  counts: z.strictObject({
    known: z.number().int(),
    new: z.number().int(),
    changed: z.number().int(),
    conflicting: z.number().int(),
  }),
});
export type MergeSummary = Readonly<z.output<typeof mergeSummarySchema>>;
