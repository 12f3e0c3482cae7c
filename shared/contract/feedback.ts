import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, sha256Schema } from '#shared/domain/ids.ts';
import { feedbackInputSchema, feedbackSchema } from '#shared/domain/supervision/feedback.ts';
import { feedbackStates } from '#shared/domain/supervision/feedback-states.ts';
import { personOnRecordSchema } from '#shared/domain/supervision/person.ts';
import { errorsOf, unlocked } from './errors.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };

/** Somebody who sits at another's computer, as they say who they are; null: the owner of the vault. */
export const inPersonSchema = personOnRecordSchema.nullable();

export const shownFeedbackSchema = feedbackSchema.extend({
  /** It was given on what the item says now. */
  present: z.boolean(),
  /** It is the owner's own, and nobody has answered it: they may take it back. */
  withdrawable: z.boolean(),
});
export type ShownFeedback = Readonly<z.output<typeof shownFeedbackSchema>>;

export const feedbackContract = {
  /**
   * Says something of the version of an item that was looked at. INVALID: nothing was said (`required`), the doctor
   * would judge their own evidence (`own-evidence`), it is a draft (`draft`), or two versions stand side by side
   * (`in-conflict`). CHANGED_SINCE: the item is another by now.
   */
  give: oc
    .errors({ ...errors, ...errorsOf('CHANGED_SINCE') })
    .input(
      portfolioRef.extend({
        item: idSchema,
        revision: sha256Schema,
        feedback: feedbackInputSchema,
        inPerson: inPersonSchema,
      }),
    )
    .output(feedbackSchema),
  /** All feedback on one item, newest first, where it stands by it, and which version is shown now. */
  ofItem: oc
    .errors(errors)
    .input(portfolioRef.extend({ item: idSchema }))
    .output(
      z.strictObject({
        revision: sha256Schema,
        state: z.enum(feedbackStates),
        /** What says so. */
        by: feedbackSchema.nullable(),
        feedback: z.array(shownFeedbackSchema).readonly(),
      }),
    ),
  /** The newest feedback of the whole portfolio, and how many items stand where; drafts and the trash apart. */
  list: oc
    .errors(errors)
    .input(portfolioRef.extend({ limit: z.number().int().min(1).max(500) }))
    .output(
      z.strictObject({
        counts: z.record(z.enum(feedbackStates), z.number().int()),
        total: z.number().int(),
        feedback: z.array(shownFeedbackSchema.extend({ title: z.string() })).readonly(),
      }),
    ),
  /**
   * Takes back what the vault's owner said. INVALID: it is somebody else's (`not-own`). CHANGED_SINCE: the item was
   * changed in answer to it.
   */
  withdraw: oc
    .errors({ ...errors, ...errorsOf('CHANGED_SINCE') })
    .input(portfolioRef.extend({ id: idSchema }))
    .output(z.strictObject({})),
};
