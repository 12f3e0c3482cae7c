import { z } from 'zod';
import { isoInstantSchema } from './dates.ts';
import { idSchema, sha256Schema } from './ids.ts';
import { authorSchema } from './revisions.ts';

/** What a journal line says of itself beyond its changes. */
export const lineAboutSchema = z.strictObject({
  /** Number of the line whose changes this one takes back. */
  undoes: z.number().int().positive().optional(),
  /** Number of the last line taken back, where they are several that follow each other: one spell of typing. */
  undoesTo: z.number().int().positive().optional(),
  /** Number of the undoing line whose changes this one takes back again. */
  redoes: z.number().int().positive().optional(),
  /** Where merged revisions came from: SHA-256 of a package's manifest, a backup's or a copied folder's. */
  source: sha256Schema.optional(),
  /** The half of a move between two portfolios that this line is. Both halves name the same move. */
  moved: z
    .strictObject({
      id: idSchema,
      /** The other portfolio. */
      portfolio: idSchema,
      way: z.enum(['in', 'out']),
    })
    .optional(),
});
export type LineAbout = Readonly<z.output<typeof lineAboutSchema>>;

/** One user action as the history shows it: no values, they are asked for one by one. */
export const historyLineSchema = z.strictObject({
  seq: z.number().int().positive(),
  at: isoInstantSchema,
  who: idSchema,
  action: z.string(),
  about: lineAboutSchema,
  /** Who wrote what was merged, where it was not the one who wrote the line. */
  authors: z
    .array(z.strictObject({ id: idSchema, name: z.string() }))
    .readonly()
    .optional(),
  changes: z
    .array(
      z.strictObject({
        collection: z.string(),
        id: z.string(),
        revision: sha256Schema,
        parents: z.array(sha256Schema).readonly(),
        deleted: z.boolean(),
        /** The newest revisions it took the place of, where these were not simply its parents: none, it stood beside. */
        over: z.array(sha256Schema).readonly().optional(),
      }),
    )
    .readonly(),
});
export type HistoryLine = Readonly<z.output<typeof historyLineSchema>>;

/** Lines `from` to `to` of a journal cannot be read any more: what was done then is known only by what came of it. */
export const historyGapSchema = z.strictObject({
  from: z.number().int().positive(),
  to: z.number().int().positive(),
});
export type HistoryGap = Readonly<z.output<typeof historyGapSchema>>;

/** One version of a record in the history. */
export const versionSchema = z.strictObject({
  revision: sha256Schema,
  parents: z.array(sha256Schema).readonly(),
  seq: z.number().int().positive(),
  action: z.string(),
  /** When and by whom it was written here; for a merged one, by whom it was written where it came from. */
  by: authorSchema,
  /** Null: deleted. */
  value: z.unknown(),
});
export type Version = Readonly<z.output<typeof versionSchema>>;

/** A record that a line changed, by what it is called. `exists` false: it is not in the portfolio now. */
export const subjectSchema = z.strictObject({
  collection: z.string(),
  id: z.string(),
  title: z.string(),
  exists: z.boolean(),
});
export type Subject = Readonly<z.output<typeof subjectSchema>>;

/** Something that can be undone or redone: lines `seq` to `to`. */
export const undoStepSchema = z.strictObject({
  seq: z.number().int().positive(),
  to: z.number().int().positive(),
  /** The action that was first done, also where it was undone and redone since. */
  action: z.string(),
  /** Records. */
  count: z.number().int(),
  at: isoInstantSchema,
  /** Where it is one record. */
  subject: subjectSchema.nullable(),
});
export type UndoStep = Readonly<z.output<typeof undoStepSchema>>;

export const undoStateSchema = z.strictObject({
  undo: undoStepSchema.nullable(),
  redo: undoStepSchema.nullable(),
});
export type UndoState = Readonly<z.output<typeof undoStateSchema>>;
