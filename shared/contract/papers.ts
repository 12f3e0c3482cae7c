import { oc } from '@orpc/contract';
import { z } from 'zod';
import { isoDateSchema } from '#shared/domain/dates.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { programmeNamesSchema, programmeSchema } from '#shared/domain/programme/letterhead.ts';
import { paperSchema, reviewSchema } from '#shared/domain/review.ts';
import { errorsOf, unlocked } from './errors.ts';
import { jobRefSchema } from './jobs.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };
const reviewRef = portfolioRef.extend({ id: idSchema });
/** A file of the outbox. */
const paperFile = z.strictObject({ fileId: idSchema, name: z.string(), size: z.number().int() });
const ofSigned = { ...errors, ...errorsOf('REVIEW_STATE', 'FILE_TOO_LARGE') };

export const batchPapers = ['full', 'short', 'form'] as const;
export type BatchPaper = (typeof batchPapers)[number];
const batchSchema = z.strictObject({
  reviews: z.array(reviewRef).min(1, { error: 'required' }).max(200).readonly(),
  what: z.array(z.enum(batchPapers)).min(1, { error: 'required' }).readonly(),
  /** One PDF bears no signatures: a copy for printing, with bookmarks. */
  as: z.enum(['zip', 'pdf']),
});
export type Batch = Readonly<z.output<typeof batchSchema>>;
/** What the job of `batch` ends with: a file of the outbox, and how many papers are in it. */
export const batchWrittenSchema = paperFile.extend({ files: z.number().int() });
export type BatchWritten = Readonly<z.output<typeof batchWrittenSchema>>;

export const papersContract = {
  /** Whose programme it is: the head of reports and printed forms. Empty until somebody fills it in. */
  letterhead: oc.errors(unlocked).output(programmeSchema),
  setLetterhead: oc.errors(unlocked).input(programmeNamesSchema).output(programmeSchema),
  /**
   * Sets or, with null, removes the picture beside the names. Only a PNG or JPEG of at most 200 KB that can be laid out
   * is taken; it is judged by its bytes. The upload is dropped.
   */
  setLogo: oc
    .errors({ ...unlocked, ...errorsOf('NOT_FOUND', 'FILE_TOO_LARGE') })
    .input(z.strictObject({ uploadId: idSchema.nullable() }))
    .output(programmeSchema),
  /** Two pages of what a signed report says. Not signed: it names the report by its fingerprint. */
  shortForm: oc.errors(ofSigned).input(reviewRef).output(paperFile),
  /** What the doctor said after the release, or room to write it by hand: a companion of the signed report. */
  response: oc.errors(ofSigned).input(reviewRef).output(paperFile),
  /**
   * A panel's form to be filled in by hand: with what is known of that review, or blank from the portfolio's guidance
   * where `id` is null.
   */
  panelForm: oc
    .errors(errors)
    .input(portfolioRef.extend({ id: idSchema.nullable() }))
    .output(paperFile),
  /**
   * Says of a review that it was written on paper that day and typed in by this vault's owner. `scan`: a file that is
   * kept in the portfolio already.
   */
  typedIn: oc
    .errors({ ...errors, ...errorsOf('REVIEW_STATE', 'REVIEW_NOT_OPEN') })
    .input(reviewRef.extend({ on: isoDateSchema, scan: paperSchema.shape.scan }))
    .output(reviewSchema),
  /** The reviews of all portfolios that count, newest first; a portfolio that cannot be read is left out. */
  reviews: oc.errors(unlocked).output(
    z
      .array(
        reviewRef.extend({
          doctor: z.string(),
          specialty: z.string(),
          heldOn: isoDateSchema,
          signed: z.boolean(),
        }),
      )
      .readonly(),
  ),
  /**
   * Starts a job that writes papers of several reviews, of one portfolio or many, as one file of the outbox; it ends with
   * `batchWrittenSchema`. Reports and short forms need signed reviews; with them goes the doctor's response, where there
   * is one.
   */
  batch: oc.errors(ofSigned).input(batchSchema).output(jobRefSchema),
};
