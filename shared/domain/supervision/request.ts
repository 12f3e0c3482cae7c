import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from '../dates.ts';
import { idSchema } from '../ids.ts';
import { optionalLineSchema } from '../text.ts';
import { personOnRecordSchema } from './person.ts';

export const requestWays = ['in-person', 'file', 'print'] as const;
export const requestStates = ['open', 'answered', 'declined', 'cancelled'] as const;

/** What a doctor asked of somebody: to sign off evidence, or to write their report before a review. */
export const signOffRequestSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['sign-off', 'report']),
  /** Evidence items; empty for a report. */
  items: z.array(idSchema).max(200).readonly(),
  /** The review a report is for. */
  review: idSchema.nullable(),
  assessor: personOnRecordSchema,
  way: z.enum(requestWays),
  /** What a printed form carries as a QR code, so that its scan finds back to this request: 20 letters and digits. */
  code: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{20}$/),
  note: optionalLineSchema(400),
  sentOn: isoDateSchema,
  dueOn: isoDateSchema,
  /** The days the assessor was reminded. */
  chased: z.array(isoDateSchema).max(60).readonly(),
  state: z.enum(requestStates),
  closedOn: isoDateSchema.nullable(),
  createdAt: isoInstantSchema,
  updatedAt: isoInstantSchema,
});
export type SignOffRequest = Readonly<z.output<typeof signOffRequestSchema>>;
