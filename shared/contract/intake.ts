import { oc } from '@orpc/contract';
import { z } from 'zod';
import { isoDateSchema } from '#shared/domain/dates.ts';
import {
  attachmentSchema,
  evidenceInputSchema,
  evidenceRowSchema,
  evidenceTypeIdSchema,
} from '#shared/domain/evidence.ts';
import { capabilityCodeSchema, idSchema, sha256Schema } from '#shared/domain/ids.ts';
import { rowProblemSchema } from '#shared/domain/intake/candidate.ts';
import { columnMapSchema } from '#shared/domain/intake/columns.ts';
import { mailTypeSchema } from '#shared/domain/intake/mail-item.ts';
import { intakeLimits } from '#shared/domain/intake/table.ts';
import { suggestionSchema } from '#shared/domain/suggest/suggestion.ts';
import { errorsOf, unlocked } from './errors.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };

/** Files that become drafts in one go; what one person drops at once, and to spare. */
export const mostDrafts = 1000;

/** An item that is there already. */
const presentSchema = z.strictObject({ id: idSchema, title: z.string(), trashed: z.boolean() });
export type Present = Readonly<z.output<typeof presentSchema>>;

const droppedFile = z.strictObject({
  hash: sha256Schema,
  name: z.string().min(1).max(255),
  /** The day it was last changed, by the computer it lay on. */
  modifiedOn: isoDateSchema.nullable(),
});

const uploaded = z.strictObject({ uploadId: idSchema, name: z.string().min(1).max(255) });
const several = z.array(uploaded).min(1).max(200).readonly();

/** What is brought in, and how it is to be read. The uploads stay until the vault is locked. */
export const importSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('spreadsheet'),
    file: uploaded,
    /** Null for the first. */
    sheet: z.string().max(200).nullable(),
    columns: columnMapSchema,
  }),
  z.strictObject({ kind: z.literal('publications'), files: several }),
  z.strictObject({ kind: z.literal('messages'), files: several, as: mailTypeSchema }),
]);
export type ImportSource = Readonly<z.output<typeof importSourceSchema>>;

const importRef = portfolioRef.extend({
  source: importSourceSchema,
  /** Files kept already, for the names in a column. */
  files: z.array(attachmentSchema).max(mostDrafts).readonly(),
});

export const importRowSchema = z.strictObject({
  /** As the file's own program counts; for publications and messages their place. */
  row: z.number().int(),
  /** `draft`: it comes in, and something of it is to be mended. `bad`: it cannot come in. */
  state: z.enum(['good', 'draft', 'bad']),
  title: z.string(),
  type: evidenceTypeIdSchema.nullable(),
  startedOn: isoDateSchema.nullable(),
  capabilities: z.array(capabilityCodeSchema).readonly(),
  files: z.array(z.string()).readonly(),
  problems: z.array(rowProblemSchema).readonly(),
  /** Items that are the same by title, day and type, by DOI, or by the file. */
  present: z.array(presentSchema).readonly(),
  /** The row of this file that is the same. */
  sameAsRow: z.number().int().nullable(),
});
export type ImportRow = Readonly<z.output<typeof importRowSchema>>;

const reading = { ...errors, ...errorsOf('IMPORT_REFUSED', 'FILE_TOO_LARGE') };

export const intakeContract = {
  /**
   * The headings of a spreadsheet, its first rows, and what each column may be: as it was matched the last time, else
   * by its heading. IMPORT_REFUSED for what cannot be read.
   */
  readTable: oc
    .errors(reading)
    .input(z.strictObject({ file: uploaded, sheet: z.string().max(200).nullable() }))
    .output(
      z.strictObject({
        sheets: z.array(z.string()).readonly(),
        sheet: z.string(),
        headers: z.array(z.string()).readonly(),
        /** Below the headings. */
        rows: z.number().int(),
        sample: z.array(z.array(z.string()).readonly()).readonly(),
        columns: columnMapSchema,
        remembered: z.boolean(),
      }),
    ),
  /** What each row would become. Nothing is written. */
  preview: oc
    .errors(reading)
    .input(importRef)
    .output(z.strictObject({ rows: z.array(importRowSchema).readonly() })),
  /**
   * Adds the chosen rows, all or none, as one step that can be undone, and remembers how the columns were matched.
   * INVALID: one of them cannot come in (`bad-row`), or is not in the file (`no-such-row`).
   */
  importRows: oc
    .errors(reading)
    .input(importRef.extend({ rows: z.array(z.number().int()).min(1).max(intakeLimits.rows).readonly() }))
    .output(z.strictObject({ added: z.number().int(), drafts: z.number().int() })),
  /**
   * Rows of a spreadsheet as they stand there, as a CSV with a last column that says what is wrong with each: to be
   * mended and brought in again. INVALID: one of them is not in the file (`no-such-row`).
   */
  leftRows: oc
    .errors(reading)
    .input(
      z.strictObject({
        file: uploaded,
        sheet: z.string().max(200).nullable(),
        rows: z
          .array(z.strictObject({ row: z.number().int(), note: z.string().max(4000) }))
          .min(1)
          .max(intakeLimits.rows)
          .readonly(),
      }),
    )
    .output(z.strictObject({ csv: z.string() })),
  /** What was kept quickly and is not finished yet, the last changed first; nothing from the trash. */
  drafts: oc
    .errors(errors)
    .input(portfolioRef)
    .output(z.strictObject({ rows: z.array(evidenceRowSchema).readonly() })),
  /**
   * What kept files may be, each part with its reason, and which items have the very same file already. In the order
   * of the files. Nothing is written.
   */
  suggest: oc
    .errors(errors)
    .input(portfolioRef.extend({ files: z.array(droppedFile).min(1).max(200).readonly() }))
    .output(
      z.strictObject({
        files: z
          .array(
            z.strictObject({
              hash: sha256Schema,
              suggestion: suggestionSchema,
              sameAs: z.array(presentSchema).readonly(),
            }),
          )
          .readonly(),
      }),
    ),
  /** Makes drafts, all or none, as one step that can be undone. INVALID as when they are made one by one. */
  addDrafts: oc
    .errors(errors)
    .input(portfolioRef.extend({ items: z.array(evidenceInputSchema).min(1).max(mostDrafts).readonly() }))
    .output(z.strictObject({ ids: z.array(idSchema).readonly() })),
};
