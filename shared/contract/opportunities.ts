import { oc } from '@orpc/contract';
import { z } from 'zod';
import { isoDateSchema } from '#shared/domain/dates.ts';
import { issueSchema } from '#shared/domain/failure-codes.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { type matchReasonSchema, matchSchema } from '#shared/domain/supervision/match-opportunities.ts';
import { opportunityInputSchema, opportunitySchema } from '#shared/domain/supervision/opportunity.ts';
import { errorsOf, unlocked } from './errors.ts';
import { portfolioRef } from './portfolios.ts';

const found = { ...unlocked, ...errorsOf('NOT_FOUND') };
const inPortfolio = { ...found, ...errorsOf('VAULT_DAMAGED', 'VAULT_NEWER') };
const ref = z.strictObject({ id: idSchema });
const file = z.strictObject({ uploadId: idSchema, name: z.string().max(255) });
const outgoing = z.strictObject({ fileId: idSchema, name: z.string(), size: z.number().int() });

export const opportunityRowSchema = z.strictObject({
  row: z.number().int(),
  title: z.string(),
  /** Empty where it can be taken. */
  issues: z.array(issueSchema).readonly(),
  /** The list has the same offer already: it is left out. */
  known: z.boolean(),
});

export const opportunitiesContract = {
  /** The programme's whole list, by title; closed and past ones last. */
  list: oc.errors(unlocked).output(z.array(opportunitySchema).readonly()),
  add: oc
    .errors(unlocked)
    .input(z.strictObject({ opportunity: opportunityInputSchema }))
    .output(opportunitySchema),
  /** Closing one is a change too. */
  change: oc
    .errors(found)
    .input(ref.extend({ opportunity: opportunityInputSchema }))
    .output(opportunitySchema),
  /** What was taken up of it stays with its doctors. */
  remove: oc.errors(found).input(ref).output(z.strictObject({})),
  /** The list as a spreadsheet, or as a small file that another Waymark takes in. */
  exportList: oc
    .errors(unlocked)
    .input(z.strictObject({ form: z.enum(['csv', 'json']) }))
    .output(outgoing),
  /** What a file would add. Nothing is written. */
  preview: oc
    .errors({ ...found, ...errorsOf('IMPORT_REFUSED', 'FILE_TOO_LARGE') })
    .input(z.strictObject({ file }))
    .output(z.strictObject({ rows: z.array(opportunityRowSchema).readonly() })),
  /** Adds every row that can be taken and is not on the list yet. The upload is then dropped. */
  takeIn: oc
    .errors({ ...found, ...errorsOf('IMPORT_REFUSED', 'FILE_TOO_LARGE') })
    .input(z.strictObject({ file }))
    .output(z.strictObject({ added: z.number().int() })),
  /** Those that lead to evidence this doctor's counts still miss, with every reason. Nothing is applied by asking. */
  forDoctor: oc
    .errors(inPortfolio)
    .input(portfolioRef)
    .output(z.array(matchSchema.extend({ taken: z.boolean() })).readonly()),
  /** Makes it an action of the doctor's own, with its words copied: it stands without the list. */
  takeUp: oc
    .errors(inPortfolio)
    .input(portfolioRef.extend({ id: idSchema, dueOn: isoDateSchema }))
    .output(z.strictObject({ action: idSchema })),
  /** A draft of evidence from an action that was an opportunity: its kind, capability and title are filled in. */
  beginEvidence: oc
    .errors(inPortfolio)
    .input(portfolioRef.extend({ action: idSchema }))
    .output(z.strictObject({ item: idSchema })),
};
export type MatchReason = z.output<typeof matchReasonSchema>;
