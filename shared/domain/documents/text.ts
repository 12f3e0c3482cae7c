import { z } from 'zod';

/** What a file is to a reader, told from its bytes. `other`: nothing in it can be read here. */
export const documentKinds = ['pdf', 'word', 'text', 'image', 'other'] as const;
export const documentKindSchema = z.enum(documentKinds);
export type DocumentKind = z.infer<typeof documentKindSchema>;

/** Points (1/72 inch) from the top left corner of the page as it is shown; pixels where the file is a picture. */
const placeShape = { x: z.number(), y: z.number(), width: z.number(), height: z.number() };

/** Words `start` to `end` of the page's text, and where they stand. */
export const spanSchema = z.strictObject({ start: z.number().int(), end: z.number().int(), ...placeShape });
export type Span = Readonly<z.output<typeof spanSchema>>;

export const pageTextSchema = z.strictObject({
  /** From 1. Files without pages are one page of size 0. */
  page: z.number().int().min(1),
  width: z.number(),
  height: z.number(),
  text: z.string(),
  /** Empty where the file has no pages, and where positions were not asked for. */
  spans: z.array(spanSchema).readonly(),
});
export type PageText = Readonly<z.output<typeof pageTextSchema>>;

export const areaSchema = z.strictObject({ page: z.number().int().min(1), ...placeShape });
/** A rectangle on a page. */
export type Area = Readonly<z.output<typeof areaSchema>>;

/** What somebody who only looks at the pages does not see. */
export const hiddenKinds = [
  /** Who made it, what it is called; `label` is the field. */
  'metadata',
  'comment',
  'annotation',
  'embedded-file',
  'form-value',
  'script',
  'layer-off',
  /** Words that are drawn and cannot be seen: in the paper's colour, off the page, in no ink. */
  'invisible-text',
  /** Words or picture beneath a box or another picture: a redaction that can be lifted. */
  'covered-text',
  'covered-picture',
  /** Marked for redaction, and never applied. */
  'unapplied-redaction',
  'earlier-version',
  'tracked-change',
  'hidden-text',
  /** Where a photograph was taken. */
  'location',
  'trailing-data',
] as const;
export const hiddenKindSchema = z.enum(hiddenKinds);
export type HiddenKind = z.infer<typeof hiddenKindSchema>;

export const hiddenFindingSchema = z.strictObject({
  what: hiddenKindSchema,
  /** Null: the file as a whole. */
  page: z.number().int().min(1).nullable(),
  area: areaSchema.nullable(),
  /** The field, the author, the file's name: whatever says which one is meant. May be empty. */
  label: z.string(),
  /** What it says, cut after 2,000 characters. May be empty. */
  text: z.string(),
});
export type HiddenFinding = Readonly<z.output<typeof hiddenFindingSchema>>;

/** A QR or bar code in the picture of a page. */
export const foundCodeSchema = z.strictObject({
  page: z.number().int().min(1),
  area: areaSchema,
  text: z.string(),
});
export type FoundCode = Readonly<z.output<typeof foundCodeSchema>>;

export const documentTextSchema = z.strictObject({
  kind: documentKindSchema,
  pageCount: z.number().int().nonnegative(),
  pages: z.array(pageTextSchema).readonly(),
  hidden: z.array(hiddenFindingSchema).readonly(),
  codes: z.array(foundCodeSchema).readonly(),
  /** There is more than was read: a limit of pages, text or findings was met. */
  cutShort: z.boolean(),
});
export type DocumentText = Readonly<z.output<typeof documentTextSchema>>;

/** Why a file could not be read to its end. */
export const malformedReasons = ['damaged', 'too-slow', 'too-large', 'not-supported'] as const;

/** How much of one file is read. */
export const documentLimits = {
  bytes: 256 * 1024 ** 2,
  pages: 5000,
  /** Characters of one file. */
  text: 4_000_000,
  findings: 5000,
  /** Characters of one finding. */
  finding: 2000,
} as const;
