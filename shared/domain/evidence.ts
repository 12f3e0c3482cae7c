import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from './dates.ts';
import { evidenceTypeIds } from './evidence-types.ts';
import { capabilityCodeSchema, idSchema, sha256Schema } from './ids.ts';
import { lineSchema, optionalLineSchema, proseSchema } from './text.ts';

export const evidenceTypeIdSchema = z.enum(evidenceTypeIds);

/** A file kept with an item. `hash` names the bytes in the blob store; `name` is only ever shown, never a path. */
export const attachmentSchema = z.strictObject({
  hash: sha256Schema,
  name: lineSchema(255),
  mediaType: z.string().max(120),
  /** Bytes. */
  size: z.number().int().nonnegative(),
});
export type Attachment = Readonly<z.output<typeof attachmentSchema>>;

/** Evidence item to capability, with where to look and what it shows. */
export const linkSchema = z.strictObject({
  capability: capabilityCodeSchema,
  /** Free text such as `p. 3-5`; empty when the whole item is meant. */
  pages: optionalLineSchema(60),
  note: optionalLineSchema(400),
});
export type Link = Readonly<z.output<typeof linkSchema>>;

/** GMC verification: someone in a supervisory post at that institution confirmed the item. */
export const verificationSchema = z.strictObject({
  by: lineSchema(120),
  on: isoDateSchema,
  institution: lineSchema(160),
});
export type Verification = Readonly<z.output<typeof verificationSchema>>;

/** The id of a field in an item's details. */
export const detailKeySchema = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/, { error: 'detail-key' });

/** Answers to the fields of the item's type (`evidence-fields.ts` says which those are). */
export const detailsSchema = z.record(detailKeySchema, z.union([proseSchema(5000), z.number(), z.boolean()]));
export type Details = Readonly<z.output<typeof detailsSchema>>;

const fieldsSchema = z.strictObject({
  type: evidenceTypeIdSchema,
  title: lineSchema(200),
  startedOn: isoDateSchema,
  endedOn: isoDateSchema.nullable(),
  place: optionalLineSchema(200),
  role: optionalLineSchema(200),
  reflection: proseSchema(),
  hours: z.number().min(0, { error: 'negative' }).max(20_000, { error: 'too-large' }).nullable(),
  details: detailsSchema,
  attachments: z.array(attachmentSchema).max(200).readonly(),
  links: z.array(linkSchema).max(60).readonly(),
  verification: verificationSchema.nullable(),
});

const endIsNotBeforeStart = (item: { readonly startedOn: string; readonly endedOn: string | null }) =>
  item.endedOn === null || item.endedOn >= item.startedOn;

/** What a person writes about a piece of evidence. Issue code when the dates are swapped: `end-before-start` at `endedOn`. */
export const evidenceInputSchema = fieldsSchema.refine(endIsNotBeforeStart, {
  error: 'end-before-start',
  path: ['endedOn'],
});
export type EvidenceInput = Readonly<z.output<typeof evidenceInputSchema>>;

export const evidenceItemSchema = fieldsSchema
  .extend({
    id: idSchema,
    createdAt: isoInstantSchema,
    updatedAt: isoInstantSchema,
    trashedAt: isoInstantSchema.nullable(),
  })
  .refine(endIsNotBeforeStart, { error: 'end-before-start', path: ['endedOn'] });
/** One thing the doctor did or was given. */
export type EvidenceItem = Readonly<z.output<typeof evidenceItemSchema>>;

/** What a list needs of an item: everything but the long text. */
export const evidenceRowSchema = z.strictObject({
  id: idSchema,
  type: evidenceTypeIdSchema,
  title: z.string(),
  startedOn: isoDateSchema,
  endedOn: isoDateSchema.nullable(),
  place: z.string(),
  capabilities: z.array(capabilityCodeSchema).readonly(),
  files: z.number().int(),
  verified: z.boolean(),
  updatedAt: isoInstantSchema,
  trashedAt: isoInstantSchema.nullable(),
});
export type EvidenceRow = Readonly<z.output<typeof evidenceRowSchema>>;

/** Attachments above this many bytes are refused before they are read (2 GiB). */
export const largestAttachment = 2 * 1024 ** 3;
