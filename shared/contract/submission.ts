import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from '#shared/domain/ids.ts';
import { besideReasons } from '#shared/domain/submission/beside-words.ts';
import { placementChangeSchema } from '#shared/domain/submission/placement.ts';
import { submissionPlanSchema } from '#shared/domain/submission/plan-types.ts';
import { recommendationInputSchema, recommendationSchema } from '#shared/domain/submission/recommendation.ts';
import { errorsOf, unlocked } from './errors.ts';
import { jobRefSchema } from './jobs.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };

/** The set of an application, or that of a review: by recommendation. */
export const setKinds = ['application', 'answer'] as const;
export const setKindSchema = z.enum(setKinds);
export type SetKind = z.infer<typeof setKindSchema>;
const whichSet = portfolioRef.extend({ set: setKindSchema });
const count = z.number().int().nonnegative();

/** A file that did not become pages of its section's PDF, and lies beside it. */
export const besideSchema = z.strictObject({
  path: z.string(),
  itemId: idSchema,
  why: z.enum(besideReasons),
});
export type Beside = Readonly<z.output<typeof besideSchema>>;

/** What the job of `write` ends with: a file of the outbox. */
export const submissionWrittenSchema = z.strictObject({
  fileId: idSchema,
  name: z.string(),
  size: count,
  /** Files of evidence in it; with joined PDFs, fewer than the files that went in. */
  files: count,
  pages: count,
  beside: z.array(besideSchema).readonly(),
  problems: count,
});
export type SubmissionWritten = Readonly<z.output<typeof submissionWrittenSchema>>;

/** `to-verify`: what goes on each institution's pro forma. */
export const printables = ['evidence', 'coverage', 'to-verify'] as const;
export type Printable = (typeof printables)[number];

export const submissionContract = {
  /** Sections, documents, references, totals, and everything there is to say. Reads no file. */
  plan: oc.errors(errors).input(whichSet).output(submissionPlanSchema),
  /** Changes what was chosen for these items, as one step: where they live, what they are called, whether they are in. */
  place: oc
    .errors(errors)
    .input(
      portfolioRef.extend({
        ids: z.array(idSchema).min(1).max(2000).readonly(),
        change: placementChangeSchema,
      }),
    )
    .output(z.strictObject({})),
  /** Puts an item before another of its section, or at the end. Every document there gets its number. */
  order: oc
    .errors(errors)
    .input(whichSet.extend({ id: idSchema, before: idSchema.nullable() }))
    .output(z.strictObject({})),
  /**
   * Starts a job that writes the set as a ZIP of the outbox; it ends with `submissionWrittenSchema`. `join`: the PDFs and
   * pictures of a section become one PDF, with bookmarks and page numbers.
   */
  write: oc
    .errors(errors)
    .input(whichSet.extend({ join: z.boolean() }))
    .output(jobRefSchema),
  /** Makes a document or table to keep, print or send; it waits in the outbox. `institution`: only that one, by name. */
  print: oc
    .errors(errors)
    .input(
      portfolioRef.extend({
        what: z.enum(printables),
        form: z.enum(['pdf', 'csv']),
        institution: z.string().max(200).nullable(),
      }),
    )
    .output(z.strictObject({ fileId: idSchema, name: z.string(), size: count })),
  recommendations: oc.errors(errors).input(portfolioRef).output(z.array(recommendationSchema).readonly()),
  addRecommendation: oc
    .errors(errors)
    .input(portfolioRef.extend({ recommendation: recommendationInputSchema }))
    .output(recommendationSchema),
  updateRecommendation: oc
    .errors(errors)
    .input(portfolioRef.extend({ id: idSchema, recommendation: recommendationInputSchema }))
    .output(recommendationSchema),
  removeRecommendation: oc
    .errors(errors)
    .input(portfolioRef.extend({ id: idSchema }))
    .output(z.strictObject({})),
};
