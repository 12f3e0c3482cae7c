import { oc } from '@orpc/contract';
import { z } from 'zod';
import { findingsSchema } from '#shared/domain/documents/kept-findings.ts';
import {
  areaSchema,
  documentKindSchema,
  malformedReasons,
  pageTextSchema,
} from '#shared/domain/documents/text.ts';
import { evidenceItemSchema } from '#shared/domain/evidence.ts';
import { idSchema, sha256Schema } from '#shared/domain/ids.ts';
import { lineSchema } from '#shared/domain/text.ts';
import { errorsOf, unlocked } from './errors.ts';
import { jobRefSchema } from './jobs.ts';
import { portfolioRef } from './portfolios.ts';

const ofPortfolio = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };
const ofFile = { ...ofPortfolio, ...errorsOf('FILE_ENCRYPTED', 'FILE_MALFORMED', 'CANCELLED') };
const fileRef = portfolioRef.extend({ hash: sha256Schema });
const itemFileRef = fileRef.extend({ id: idSchema });
const areas = z.array(areaSchema).max(5000).readonly();

/** Why a file could not be read. */
export const unreadSchema = z.strictObject({
  hash: sha256Schema,
  code: z.enum(['FILE_ENCRYPTED', 'FILE_MALFORMED']),
  why: z.enum(malformedReasons).nullable(),
});

/** What lies unseen in a file. */
export const permanenceSchema = findingsSchema.extend({
  /** Words of the file's text that stand where a mark is: none, where the marks were burnt in. */
  wordsUnderMarks: z.number().int().nonnegative(),
});
export type Permanence = Readonly<z.output<typeof permanenceSchema>>;

export const documentsContract = {
  /**
   * The words of an attached file, page by page. With `page` only that page, and where its words stand; a page there is
   * not gives no page.
   */
  text: oc
    .errors(ofFile)
    .input(fileRef.extend({ page: z.number().int().min(1).optional() }))
    .output(
      z.strictObject({
        kind: documentKindSchema,
        pageCount: z.number().int(),
        /** There is more than is read of one file. */
        cutShort: z.boolean(),
        pages: z.array(pageTextSchema).readonly(),
      }),
    ),
  /** One page, or the picture, as a PNG in base64. @param width in pixels */
  page: oc
    .errors(ofFile)
    .input(fileRef.extend({ page: z.number().int().min(1), width: z.number().int().min(16).max(4000) }))
    .output(z.strictObject({ png: z.string() })),
  /**
   * Reads what has not been read of a portfolio's files, as a job (`index-files`); its result is `status` at the end. A
   * file that cannot be read is told there and stops nothing.
   */
  index: oc.errors(ofPortfolio).input(portfolioRef).output(jobRefSchema),
  /** How many attached files have been read. `running` also while that happens by itself. */
  status: oc
    .errors(ofPortfolio)
    .input(portfolioRef)
    .output(
      z.strictObject({
        files: z.number().int(),
        read: z.number().int(),
        failed: z.array(unreadSchema).readonly(),
        running: z.boolean(),
      }),
    ),
  /** What a file holds that its pages do not show, and the codes in their pictures. */
  findings: oc.errors(ofFile).input(fileRef).output(findingsSchema),
  /**
   * As `findings`, for long files: a job (`look-for-hidden`) that ends with a `permanenceSchema`. With `marks` it also
   * counts the words of the file that stand under them, whoever blacked them out.
   */
  permanence: oc
    .errors(ofPortfolio)
    .input(fileRef.extend({ marks: areas }))
    .output(jobRefSchema),
  /** Every place where these words stand, whatever their case and however they are broken over lines. */
  find: oc
    .errors(ofFile)
    .input(fileRef.extend({ words: lineSchema(200), whole: z.boolean() }))
    .output(
      z.strictObject({
        /** One place each, with its rectangles. */
        places: z.array(z.array(areaSchema).readonly()).readonly(),
        /** There are more than are told. */
        cutShort: z.boolean(),
        /** Pages whose words cannot be searched, such as scans. */
        withoutWords: z.number().int(),
        pageCount: z.number().int(),
      }),
    ),
  /**
   * Makes a copy of an item's file without what is under the areas and without anything that cannot be seen, and keeps
   * it as the one that is shared; the original stays. It replaces an earlier redacted copy. A job (`redact`) counted in
   * pages that ends with the item: one step that can be undone. Stopped before its end it leaves nothing.
   */
  redact: oc.errors(ofPortfolio).input(itemFileRef.extend({ areas })).output(jobRefSchema),
  /**
   * The original is the one that is shared again; the redacted copy is no longer the item's. One step that can be undone.
   * Changes nothing where there is no copy.
   */
  shareOriginal: oc.errors(ofPortfolio).input(itemFileRef).output(evidenceItemSchema),
};
