import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from '../dates.ts';
import { idSchema, sha256Schema } from '../ids.ts';
import { optionalLineSchema } from '../text.ts';
import { personOnRecordSchema } from './person.ts';

export const requestWays = ['in-person', 'file', 'print'] as const;
export type RequestWay = (typeof requestWays)[number];
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
  /**
   * What the doctor said of it: that it is cancelled, or that a signed form came back. That it was answered by a reply or
   * in person is worked out from that reply (`request-standing.ts`) and stands in no second place.
   */
  state: z.enum(requestStates),
  /** The signed form, once it was scanned. */
  paper: z
    .strictObject({ file: sha256Schema, items: z.array(idSchema).max(200).readonly(), on: isoDateSchema })
    .optional(),
  closedOn: isoDateSchema.nullable(),
  createdAt: isoInstantSchema,
  updatedAt: isoInstantSchema,
});
export type SignOffRequest = Readonly<z.output<typeof signOffRequestSchema>>;

/** What a doctor says when they ask. Issue codes: `required` and `no-items` at `items`, `review`; `due-before-sent` is the service's. */
export const requestInputSchema = signOffRequestSchema
  .pick({ kind: true, items: true, review: true, assessor: true, way: true, note: true, dueOn: true })
  .refine(({ kind, items }) => (kind === 'sign-off') === items.length > 0, {
    error: 'no-items',
    path: ['items'],
  });
export type RequestInput = Readonly<z.output<typeof requestInputSchema>>;

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Twenty letters and digits out of a hash: 100 bits, so that no two requests and no guess share one. */
export const codeFrom = (hash: string): string =>
  Array.from(
    { length: 20 },
    (_, at) => letters[Number.parseInt(hash.slice(at * 2, at * 2 + 2), 16) % 32],
  ).join('');

const printed = /^waymark:request:([0-9A-HJKMNP-TV-Z]{20})$/i;
/** What the QR code of a printed form says. */
export const printedCode = (code: string): string => `waymark:request:${code}`;
/** The code of a request in what a QR code says; undefined for any other. */
export const codeIn = (text: string): string | undefined => printed.exec(text.trim())?.[1]?.toUpperCase();
