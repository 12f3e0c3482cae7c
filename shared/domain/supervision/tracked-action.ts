import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from '../dates.ts';
import { evidenceTypeIdSchema } from '../evidence.ts';
import { idSchema } from '../ids.ts';
import { actionSchema } from '../review.ts';
import { lineSchema, optionalLineSchema } from '../text.ts';

export const actionOrigins = ['meeting', 'review', 'feedback', 'opportunity', 'own'] as const;

export type ActionOrigin = (typeof actionOrigins)[number];

/** One time the day was moved, and why. */
export const carryOverSchema = z.strictObject({
  on: isoDateSchema,
  from: isoDateSchema,
  to: isoDateSchema,
  why: lineSchema(400),
});
export type CarryOver = Readonly<z.output<typeof carryOverSchema>>;

/** How an action was closed once, before somebody opened it again. */
export const reopeningSchema = z.strictObject({
  on: isoDateSchema,
  why: lineSchema(400),
  closedOn: isoDateSchema,
  status: z.enum(['done', 'dropped']),
  closingNote: optionalLineSchema(400),
});

/** What somebody wrote on the way. */
export const progressNoteSchema = z.strictObject({ on: isoDateSchema, text: lineSchema(400) });

/** What can be said of an action that nobody has worked on yet. */
export const actionInputSchema = actionSchema.omit({ id: true, status: true });
export type ActionInput = Readonly<z.output<typeof actionInputSchema>>;

/**
 * A SMART action as it is followed: where it came from, how it goes on, what closed it. One that a review set has that
 * action's id; its words stay those the review was signed with.
 */
export const trackedActionSchema = actionSchema.extend({
  origin: z.strictObject({ kind: z.enum(actionOrigins), id: idSchema.nullable() }),
  /** Each time the day was moved, oldest first. Never shortened. */
  carriedOver: z.array(carryOverSchema).max(60).readonly(),
  progress: z.array(progressNoteSchema).max(200).readonly(),
  reopened: z.array(reopeningSchema).max(60).readonly(),
  /** The kind of evidence it is expected to lead to. Absent: nobody said. */
  leadsTo: evidenceTypeIdSchema.optional(),
  /** Evidence items it was closed with. */
  evidence: z.array(idSchema).max(60).readonly(),
  closedOn: isoDateSchema.nullable(),
  closingNote: optionalLineSchema(400),
  /** When somebody last closed it or opened it again; null: nobody has. A panel that looked at it later has the last word. */
  statusAt: isoInstantSchema.nullable(),
  createdAt: isoInstantSchema,
  updatedAt: isoInstantSchema,
});
export type TrackedAction = Readonly<z.output<typeof trackedActionSchema>>;
