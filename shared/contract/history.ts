import { oc } from '@orpc/contract';
import { z } from 'zod';
import { isoInstantSchema } from '#shared/domain/dates.ts';
import {
  historyGapSchema,
  lineAboutSchema,
  subjectSchema,
  undoStateSchema,
  undoStepSchema,
} from '#shared/domain/history.ts';
import { idSchema, sha256Schema } from '#shared/domain/ids.ts';
import { authorSchema } from '#shared/domain/revisions.ts';
import { errorsOf, unlocked } from './errors.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };
/** What a member of a panel wrote for themselves is not told to others before the panel compares. */
const secretErrors = { ...errors, ...errorsOf('PANEL_REFUSED') };
const undoErrors = { ...errors, ...errorsOf('CHANGED_SINCE', 'NOT_UNDOABLE') };

/** The records whose history people read. */
export const historyCollections = [
  'evidence',
  'reviews',
  'portfolio',
  'searches',
  'placements',
  'recommendations',
  'verifiers',
  'referees',
  'posts',
  'cvs',
  'meetings',
  'actions',
  'requests',
  'supervisorReports',
  'sheets',
] as const;
export const recordRef = portfolioRef.extend({ collection: z.enum(historyCollections), id: idSchema });
const seq = z.number().int().positive();

const touchedSchema = z.strictObject({
  fields: z.array(z.string()).readonly(),
  linked: z.array(z.string()).readonly(),
  unlinked: z.array(z.string()).readonly(),
  filesAdded: z.number().int(),
  filesRemoved: z.number().int(),
});

/** One version in the list; its value is asked for by itself. */
export const versionLineSchema = z.strictObject({
  revision: sha256Schema,
  seq,
  action: z.string(),
  by: authorSchema,
  deleted: z.boolean(),
  /** One of the newest; the first of these is what is shown. */
  newest: z.boolean(),
  /** What it did to the version it followed. */
  touched: touchedSchema,
});
export type VersionLine = Readonly<z.output<typeof versionLineSchema>>;

/** Activity is shown by kind: of record, or of what was done with several. */
export const activityKinds = ['evidence', 'review', 'portfolio', 'import', 'undo'] as const;
export const activitySchema = z.strictObject({
  seq,
  to: seq,
  at: isoInstantSchema,
  /** The vault's owner; for what was brought in, who wrote it. */
  who: z.array(z.strictObject({ id: idSchema, name: z.string() })).readonly(),
  action: z.string(),
  about: lineAboutSchema,
  /** For undoing and redoing: the action that was undone or redone. */
  origin: z.string().nullable(),
  count: z.number().int(),
  /** The first few records. */
  subjects: z.array(subjectSchema).readonly(),
  /** It was taken back, and not put back since. */
  undone: z.boolean(),
  /** It is a change of the owner's, of a kind that can be taken back. */
  undoable: z.boolean(),
});
export type Activity = Readonly<z.output<typeof activitySchema>>;

export const historyContract = {
  /** Newest first. */
  versions: oc
    .errors(secretErrors)
    .input(recordRef)
    .output(
      z.strictObject({
        title: z.string(),
        versions: z.array(versionLineSchema).readonly(),
        /** There were more, whose lines are damaged. */
        gap: z.boolean(),
      }),
    ),
  /** One version whole, the one it followed, and the one that is shown now; null: deleted, or none. */
  version: oc
    .errors(secretErrors)
    .input(recordRef.extend({ revision: sha256Schema }))
    .output(z.strictObject({ value: z.unknown(), before: z.unknown(), now: z.unknown() })),
  /** Writes an older version as the newest. `seen`: the newest one the person knew of. */
  restore: oc
    .errors({ ...undoErrors, ...secretErrors })
    .input(recordRef.extend({ revision: sha256Schema, seen: sha256Schema }))
    .output(z.strictObject({})),
  /** Everything that was done, newest first. `before`: the number of the last line that is known. */
  activity: oc
    .errors(errors)
    .input(
      portfolioRef.extend({
        before: seq.nullable(),
        limit: z.number().int().min(1).max(100),
        kind: z.enum(activityKinds).nullable(),
        who: idSchema.nullable(),
      }),
    )
    .output(
      z.strictObject({
        entries: z.array(activitySchema).readonly(),
        /** Where the next page begins; null at the end. */
        next: seq.nullable(),
        /** Everybody whose work these lines hold, as far as they were read. */
        people: z.array(z.strictObject({ id: idSchema, name: z.string() })).readonly(),
        /** Lines that are damaged, oldest first: nothing is known of them but that they were. */
        gaps: z.array(historyGapSchema).readonly(),
      }),
    ),
  undoState: oc.errors(errors).input(portfolioRef).output(undoStateSchema),
  /** Takes lines `seq` to `to` back as one new line. `kept`: signed records that stay as they are. */
  undo: oc
    .errors(undoErrors)
    .input(portfolioRef.extend({ seq, to: seq }))
    .output(z.strictObject({ done: undoStepSchema, kept: z.number().int(), state: undoStateSchema })),
  redo: oc
    .errors(undoErrors)
    .input(portfolioRef.extend({ seq }))
    .output(z.strictObject({ done: undoStepSchema, kept: z.number().int(), state: undoStateSchema })),
};
