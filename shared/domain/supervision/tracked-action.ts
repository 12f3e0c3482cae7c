import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from '../dates.ts';
import { idSchema } from '../ids.ts';
import { actionSchema } from '../review.ts';
import { lineSchema, optionalLineSchema } from '../text.ts';

export const actionOrigins = ['meeting', 'review', 'feedback', 'opportunity', 'own'] as const;

/**
 * A SMART action as it is followed: where it came from, how it goes on, what closed it. One that a review set has that
 * action's id; its words stay those the review was signed with.
 */
export const trackedActionSchema = actionSchema.extend({
  origin: z.strictObject({ kind: z.enum(actionOrigins), id: idSchema.nullable() }),
  /** Each time the day was moved, and why. */
  carriedOver: z
    .array(
      z.strictObject({ on: isoDateSchema, from: isoDateSchema, to: isoDateSchema, why: lineSchema(400) }),
    )
    .max(60)
    .readonly(),
  /** Evidence items it was closed with. */
  evidence: z.array(idSchema).max(60).readonly(),
  closedOn: isoDateSchema.nullable(),
  closingNote: optionalLineSchema(400),
  createdAt: isoInstantSchema,
  updatedAt: isoInstantSchema,
});
export type TrackedAction = Readonly<z.output<typeof trackedActionSchema>>;
