import { oc } from '@orpc/contract';
import { z } from 'zod';
import { cvChangeSchema } from '#shared/domain/cv/change.ts';
import { cvDetailsSchema, cvSectionSchema } from '#shared/domain/cv/cv.ts';
import { cvDocumentSchema } from '#shared/domain/cv/document.ts';
import { cvFindingSchema } from '#shared/domain/cv/findings.ts';
import { postInputSchema, postSchema } from '#shared/domain/cv/post.ts';
import { cvLineSchema } from '#shared/domain/cv/sections.ts';
import { postSuggestionSchema } from '#shared/domain/cv/suggestions.ts';
import { timelineSchema } from '#shared/domain/cv/timeline.ts';
import { isoDateSchema } from '#shared/domain/dates.ts';
import { evidenceTypeIdSchema } from '#shared/domain/evidence.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { errorsOf, unlocked } from './errors.ts';
import { portfolioRef } from './portfolios.ts';
import { shownRuleSchema } from './registers.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };
const count = z.number().int().nonnegative();
const postRef = portfolioRef.extend({ id: idSchema });

/** Evidence that may prove a post, by name. */
export const employmentItemSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  type: evidenceTypeIdSchema,
  startedOn: isoDateSchema,
  endedOn: isoDateSchema.nullable(),
  draft: z.boolean(),
});

/** Days without a post that are more than the guidance lets pass. */
export const shownGapSchema = z.strictObject({
  from: isoDateSchema,
  to: isoDateSchema,
  days: count,
  openDays: count,
  explained: z
    .array(
      z.strictObject({
        from: isoDateSchema,
        to: isoDateSchema,
        reason: z.string(),
        by: z.enum(['break', 'cv']),
      }),
    )
    .readonly(),
});

export const cvViewSchema = z.strictObject({
  /** Newest first. */
  posts: z.array(postSchema).readonly(),
  details: cvDetailsSchema,
  lines: z.array(cvLineSchema).readonly(),
  gaps: z.array(shownGapSchema).readonly(),
  findings: z.array(cvFindingSchema).readonly(),
  suggestions: z.array(postSuggestionSchema).readonly(),
  /** What posts name and might name, in the trash or not. */
  evidence: z.array(employmentItemSchema).readonly(),
  since: isoDateSchema.nullable(),
  order: z.array(cvSectionSchema).readonly(),
  gapDays: count,
  rules: z.strictObject({
    gap: shownRuleSchema,
    cv: shownRuleSchema,
    cvAge: shownRuleSchema,
    overlap: shownRuleSchema,
  }),
  document: cvDocumentSchema,
});
export type CvView = Readonly<z.output<typeof cvViewSchema>>;

export const cvForms = ['pdf', 'docx'] as const;
export type CvForm = (typeof cvForms)[number];

export const cvContract = {
  /** Posts, everything else of the CV, what is worth a look in it, and the document it comes to. */
  get: oc.errors(errors).input(portfolioRef).output(cvViewSchema),
  addPost: oc
    .errors(errors)
    .input(portfolioRef.extend({ post: postInputSchema }))
    .output(postSchema),
  updatePost: oc
    .errors(errors)
    .input(postRef.extend({ post: postInputSchema }))
    .output(postSchema),
  /** Its evidence stays. */
  removePost: oc.errors(errors).input(postRef).output(z.strictObject({})),
  /** One change of what the CV says beside posts and evidence, as one step. */
  change: oc
    .errors(errors)
    .input(portfolioRef.extend({ change: cvChangeSchema }))
    .output(cvDetailsSchema),
  timeline: oc.errors(errors).input(portfolioRef).output(timelineSchema),
  /** Makes the CV as a file, which waits in the outbox. */
  print: oc
    .errors(errors)
    .input(portfolioRef.extend({ form: z.enum(cvForms) }))
    .output(z.strictObject({ fileId: idSchema, name: z.string(), size: count })),
};
