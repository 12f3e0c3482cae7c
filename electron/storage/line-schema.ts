import { z } from 'zod';
import { isoInstantSchema } from '#shared/domain/dates.ts';
import { lineAboutSchema } from '#shared/domain/history.ts';
import { idSchema, sha256Schema } from '#shared/domain/ids.ts';
import { authorSchema } from '#shared/domain/revisions.ts';

const revisionSchema = z.strictObject({
  rev: sha256Schema,
  collection: z.string(),
  id: z.string(),
  parents: z.array(sha256Schema),
});

/** What a change says beyond its revision; most say nothing. */
const marksSchema = z.strictObject({
  /** Newest revisions it takes the place of, where these are not simply its parents. */
  over: z.array(sha256Schema).optional(),
  /** Superseded before it came: history alone. */
  past: z.literal(true).optional(),
  /** The newest revision shown from now on, where it is not the one that would be. */
  shown: sha256Schema.optional(),
  /** Who wrote it, and when, where that was not the one who wrote the line. */
  by: authorSchema.optional(),
  /** The format its value was written in, where it is an earlier one than the line's. */
  shape: z.number().int().positive().optional(),
});
/** Marks of a change, as they stand in a line from format 2 on. */
export type Marks = Readonly<z.output<typeof marksSchema>>;

const lineSchema1 = z.strictObject({
  seq: z.number().int().positive(),
  prev: sha256Schema,
  at: isoInstantSchema,
  who: idSchema,
  action: z.string(),
  changes: z.array(revisionSchema.extend({ value: z.unknown() })),
});

const lineSchema2 = lineSchema1.extend({
  about: lineAboutSchema.optional(),
  /** Ancestors of what is kept here whose values are not. */
  known: z.array(revisionSchema).optional(),
  changes: z.array(revisionSchema.extend({ ...marksSchema.shape, value: z.unknown() })),
});

/** A revision known by name alone. */
export type KnownName = Readonly<z.output<typeof revisionSchema>>;
/** One user action as it stands in the journal. Values in it are as they were written, and not yet validated. */
export type JournalLine = z.output<typeof lineSchema2>;

/** The schema of a line of each format. Format 1 is what 0.1 wrote; it stays readable for good. */
export const lineSchemas: Readonly<Record<number, z.ZodType<JournalLine>>> = {
  1: lineSchema1,
  2: lineSchema2,
  // The line kept its shape; the values in it may be what 0.2 does not know.
  3: lineSchema2,
};
