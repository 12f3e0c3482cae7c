import { oc } from '@orpc/contract';
import { z } from 'zod';
import { isoDateSchema } from '#shared/domain/dates.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { listedActionSchema } from '#shared/domain/supervision/action-list.ts';
import { actionInputSchema } from '#shared/domain/supervision/tracked-action.ts';
import { lineSchema, optionalLineSchema } from '#shared/domain/text.ts';
import { errorsOf, unlocked } from './errors.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };
const writing = { ...errors, ...errorsOf('ACTION_STATE') };
const actionRef = portfolioRef.extend({ id: idSchema });

/** Where an action that is not a review's was agreed on. */
export const newOriginSchema = z.strictObject({
  kind: z.enum(['meeting', 'feedback', 'opportunity', 'own']),
  id: idSchema.nullable(),
});
/** What can be put otherwise of an action: its day is moved with a reason, by `carryOver`. */
export const actionWordsSchema = actionInputSchema.omit({ dueOn: true });

export const actionsContract = {
  /** Actions of meetings, signed reviews, feedback and one's own as one list: open ones by their day, then closed ones. */
  list: oc
    .errors(errors)
    .input(portfolioRef)
    .output(z.strictObject({ today: isoDateSchema, actions: z.array(listedActionSchema).readonly() })),
  add: oc
    .errors(errors)
    .input(portfolioRef.extend({ action: actionInputSchema, origin: newOriginSchema }))
    .output(listedActionSchema),
  /** The words of an open action. A review's keep those that were signed: INVALID with `signed-words`. */
  change: oc
    .errors(writing)
    .input(actionRef.extend({ action: actionWordsSchema }))
    .output(listedActionSchema),
  /** Writes down how it goes. */
  progress: oc
    .errors(writing)
    .input(actionRef.extend({ text: lineSchema(400) }))
    .output(listedActionSchema),
  /** Moves the day of an open action to a later one, with the reason. */
  carryOver: oc
    .errors(writing)
    .input(actionRef.extend({ to: isoDateSchema, why: lineSchema(400) }))
    .output(listedActionSchema),
  /** Done needs evidence or a note; dropped needs a note. */
  close: oc
    .errors(writing)
    .input(
      actionRef.extend({
        status: z.enum(['done', 'dropped']),
        evidence: z.array(idSchema).max(60).readonly(),
        note: optionalLineSchema(400),
      }),
    )
    .output(listedActionSchema),
  reopen: oc
    .errors(writing)
    .input(actionRef.extend({ why: lineSchema(400) }))
    .output(listedActionSchema),
};
