import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from './dates.ts';
import { foundSchema } from './evidence-list/text/where-found.ts';
import { evidenceTypeIds } from './evidence-types.ts';
import { anonymisationStateSchema } from './identifiers/anonymisation-states.ts';
import { checkStateSchema } from './identifiers/check-states.ts';
import { capabilityCodeSchema, idSchema, sha256Schema } from './ids.ts';
import { feedbackStates } from './supervision/feedback-states.ts';
import { lineSchema, optionalLineSchema, proseSchema } from './text.ts';

export const evidenceTypeIdSchema = z.enum(evidenceTypeIds);

const fileShape = {
  hash: sha256Schema,
  name: lineSchema(255),
  mediaType: z.string().max(120),
  /** Bytes. */
  size: z.number().int().nonnegative(),
};

/**
 * A file kept with an item. `hash` names the bytes in the blob store; `name` is only ever shown, never a path. Where it
 * has a redacted copy, that is the one that leaves the vault for others; the original stays private.
 */
export const attachmentSchema = z.strictObject({
  ...fileShape,
  redacted: z.strictObject({ ...fileShape, at: isoInstantSchema }).optional(),
});
export type Attachment = Readonly<z.output<typeof attachmentSchema>>;
export type KeptFile = Pick<Attachment, 'hash' | 'name' | 'mediaType' | 'size'>;

/** The file and, where it has one, its redacted copy. */
export const bothFiles = ({ redacted, ...original }: Attachment): readonly KeptFile[] =>
  redacted === undefined ? [original] : [original, redacted];

/** Pages of one attached file, counted from 1, and the words meant there; `quote` is empty for the whole pages. */
export const passageSchema = z
  .strictObject({
    file: sha256Schema,
    from: z.number().int().min(1).max(20_000),
    to: z.number().int().min(1).max(20_000),
    quote: optionalLineSchema(1000),
  })
  .refine(({ from, to }) => to >= from, { error: 'end-before-start', path: ['to'] });
export type Passage = Readonly<z.output<typeof passageSchema>>;

/** Evidence item to capability, with where to look and what it shows. */
export const linkSchema = z.strictObject({
  capability: capabilityCodeSchema,
  /** Free text such as `p. 3-5`; empty when the whole item is meant. */
  pages: optionalLineSchema(60),
  note: optionalLineSchema(400),
  passage: passageSchema.optional(),
});
export type Link = Readonly<z.output<typeof linkSchema>>;

const markShape = { by: lineSchema(120), on: isoDateSchema, institution: lineSchema(160) };

/** GMC verification: someone in a supervisory post at that institution confirmed the item. */
export const verificationSchema = z.strictObject(markShape);
export type Verification = Readonly<z.output<typeof verificationSchema>>;

/** Somebody checked that no person can be recognised. It holds for `files` alone: another file needs another look. */
export const anonymisationSchema = z.strictObject({
  ...markShape,
  files: z.array(sha256Schema).max(400).readonly(),
  /** Hits of the identifier check nobody had decided on; null: not all files had been looked through. Absent: not noted. */
  openHits: z.number().int().nonnegative().nullable().optional(),
});
export type Anonymisation = Readonly<z.output<typeof anonymisationSchema>>;

/**
 * What the GMC may ask of an item, four questions that have nothing to do with each other: no person recognisable;
 * confirmed where it happened; the copy certified; translated into English.
 */
export const evidenceMarks = ['anonymised', 'verified', 'authenticated', 'translated'] as const;
export const evidenceMarkSchema = z.enum(evidenceMarks);
export type EvidenceMark = z.infer<typeof evidenceMarkSchema>;

/** Rows one answer may have, and characters one cell of it may hold. */
export const mostRows = 400;
export const longestCell = 2000;

/** The id of a field in an item's details. */
export const detailKeySchema = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/, { error: 'detail-key' });

/** One row of an answer that is a small table: its cells by column; a cell nobody filled in is absent. */
export const detailRowSchema = z.record(
  detailKeySchema,
  z.union([proseSchema(longestCell), z.number(), z.boolean()]),
);
export type DetailRow = Readonly<z.output<typeof detailRowSchema>>;

/** An answer to one field. Rows came with 0.3: no record from before has any. */
export const answerSchema = z.union([
  proseSchema(5000),
  z.number(),
  z.boolean(),
  z.array(detailRowSchema).max(mostRows).readonly(),
]);
export type Answer = z.output<typeof answerSchema>;

/** Answers to the fields of the item's type (`evidence-fields.ts` says which those are). */
export const detailsSchema = z.record(detailKeySchema, answerSchema);
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
  // What follows came with 0.3 and is absent where nobody said anything: what was sealed before stays as it was sealed.
  /** Not finished: counts nowhere and goes to nobody. */
  draft: z.literal(true).optional(),
  tags: z.array(lineSchema(40)).max(30).readonly().optional(),
  anonymised: anonymisationSchema.optional(),
  /** A certified copy of a qualification: who certified it. */
  authenticated: verificationSchema.optional(),
  translated: verificationSchema.optional(),
  /** Marks this item does not need. */
  notNeeded: z.array(evidenceMarkSchema).max(evidenceMarks.length).readonly().optional(),
  /** Who of the register is asked, or was, to verify it. */
  verifierId: idSchema.optional(),
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
  role: z.string(),
  hours: z.number().nullable(),
  files: z.number().int(),
  tags: z.array(z.string()).readonly(),
  draft: z.boolean(),
  verified: z.boolean(),
  anonymised: anonymisationStateSchema,
  /** Where it stands with the identifier check; null: not worked out yet. */
  identifiers: checkStateSchema.nullable(),
  authenticated: z.boolean(),
  translated: z.boolean(),
  updatedAt: isoInstantSchema,
  trashedAt: isoInstantSchema.nullable(),
  /** Where it stands with its supervisors; absent: nobody has looked. */
  feedback: z.enum(feedbackStates).optional(),
  /** Where a search found it, when the row does not show that anyway. */
  found: foundSchema.optional(),
});
export type EvidenceRow = Readonly<z.output<typeof evidenceRowSchema>>;

/** Attachments above this many bytes are refused before they are read (2 GiB). */
export const largestAttachment = 2 * 1024 ** 3;
