import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from '../dates.ts';
import { capabilityCodeSchema, idSchema } from '../ids.ts';
import { judgementSchema } from '../review.ts';
import { optionalLineSchema, proseSchema } from '../text.ts';

/** A member's own: what the panel agreed on is the review's. */
export const ownJudgementSchema = judgementSchema.omit({ agreedBy: true });
export type OwnJudgement = Readonly<z.output<typeof ownJudgementSchema>>;

/**
 * What one member of a panel writes for themselves about one review: their interest, their own judgements, their notes.
 * One a member and review (`sheetIdOf`), so that two of them are two versions of one. Never shown to the doctor.
 */
export const sheetSchema = z.strictObject({
  id: idSchema,
  review: idSchema,
  member: idSchema,
  interest: z
    .strictObject({ kind: z.enum(['none', 'conflict']), text: optionalLineSchema(400), on: isoDateSchema })
    .nullable(),
  judgements: z.array(ownJudgementSchema).max(200).readonly(),
  notes: z
    .array(z.strictObject({ capability: capabilityCodeSchema.nullable(), text: proseSchema(4000) }))
    .max(200)
    .readonly(),
  /** When the member said that this is their view; null while they are still at it. */
  doneAt: isoInstantSchema.nullable(),
  /** They judged at the table with the others, and not on their own first. */
  together: z.literal(true).optional(),
  createdAt: isoInstantSchema,
  updatedAt: isoInstantSchema,
});
export type Sheet = Readonly<z.output<typeof sheetSchema>>;

/** The id of a member's sheet, the same in every vault: the first half of a SHA-256, in the form of a version 8 UUID. */
export function sheetIdOf(hash: (text: string) => string, review: string, member: string): string {
  const hex = hash(`waymark-sheet-1\n${review}\n${member}`);
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
