import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from '#shared/domain/ids.ts';
import { stepInputSchema } from '#shared/domain/review-process/step.ts';
import { actorSchema, frozenViewSchema, processViewSchema } from '#shared/domain/review-process/view.ts';
import { optionalLineSchema, proseSchema } from '#shared/domain/text.ts';
import { errorsOf, unlocked } from './errors.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };
const stepping = { ...errors, ...errorsOf('REVIEW_STEP') };
const reviewRef = portfolioRef.extend({ id: idSchema });

/** Late items named one by one; `handedIn.late` says how many there are. */
export const lateItemsShown = 100;

export const reviewProcessContract = {
  /** Where a review stands, what happened, what comes next and what is missing. */
  state: oc.errors(errors).input(reviewRef).output(processViewSchema),
  /**
   * Takes one step. `after` is the `head` that was seen: when something happened since, it is refused. `as`: who takes it;
   * whoever is not this vault's owner is recorded as present on the owner's computer.
   */
  take: oc
    .errors(stepping)
    .input(reviewRef.extend({ after: idSchema.nullable(), as: actorSchema, step: stepInputSchema }))
    .output(processViewSchema),
  /**
   * For a panel around one table: evidence is requested and handed in at once, and the window opened today. `as`: the
   * chair or an administrator, who answers for it. `reason`: why the window is not the planned one.
   */
  beginHere: oc
    .errors(stepping)
    .input(
      reviewRef.extend({
        as: idSchema,
        reason: proseSchema(4000).pipe(z.string().min(1, { error: 'required' })),
        withoutReport: proseSchema(4000),
      }),
    )
    .output(processViewSchema),
  /**
   * Members who judged together around a table, and not on sheets of their own: each says whether they have a conflict of
   * interest, and stands behind what is written. A sheet that a member has finished stays as it is.
   */
  judgedTogether: oc
    .errors({ ...errors, ...errorsOf('REVIEW_NOT_OPEN') })
    .input(
      reviewRef.extend({
        members: z
          .array(z.strictObject({ member: idSchema, conflict: optionalLineSchema(400).nullable() }))
          .min(1, { error: 'required' })
          .max(20)
          .readonly(),
      }),
    )
    .output(processViewSchema),
  /** What was handed in as it was then, with coverage over it. Null: nothing was. */
  snapshotOf: oc.errors(errors).input(reviewRef).output(frozenViewSchema.nullable()),
};
