import { z } from 'zod';
import { isoInstantSchema } from '../dates.ts';
import { areaSchema, hiddenKindSchema } from '../documents/text.ts';
import { sha256Schema } from '../ids.ts';
import { checkStateSchema } from './check-states.ts';
import { confidenceSchema, identifierRules } from './types.ts';

/** What a check tells of: the rules over text, and whatever a file holds that its pages do not show. */
export const checkRules = [...identifierRules, 'hidden-content'] as const;
export const checkRuleSchema = z.enum(checkRules);
export type CheckRule = z.infer<typeof checkRuleSchema>;

/** Where a hit is, so that it can be shown there. */
export const hitPlaceSchema = z.discriminatedUnion('kind', [
  /** `title`, `reflection`, `place`, `role`, `tags`, `details.<field>` or `links.<capability>` of the item. */
  z.strictObject({ kind: z.literal('field'), field: z.string() }),
  z.strictObject({ kind: z.literal('file-name'), file: sha256Schema }),
  z.strictObject({
    kind: z.literal('page'),
    file: sha256Schema,
    page: z.number().int().min(1),
    /** Offsets into the page's text. */
    start: z.number().int(),
    end: z.number().int(),
    /** Empty where the file has no positions. */
    areas: z.array(areaSchema).readonly(),
  }),
  z.strictObject({
    kind: z.literal('hidden'),
    file: sha256Schema,
    what: hiddenKindSchema,
    label: z.string(),
    page: z.number().int().min(1).nullable(),
    area: areaSchema.nullable(),
  }),
  /** What a QR or bar code says. */
  z.strictObject({
    kind: z.literal('code'),
    file: sha256Schema,
    page: z.number().int().min(1),
    area: areaSchema,
  }),
]);
export type HitPlace = Readonly<z.output<typeof hitPlaceSchema>>;

export const rawHitSchema = z.strictObject({
  rule: checkRuleSchema,
  confidence: confidenceSchema,
  why: z.string(),
  text: z.string(),
  place: hitPlaceSchema,
});
/** A hit before anybody decided on it. */
export type RawHit = Readonly<z.output<typeof rawHitSchema>>;

export const checkHitSchema = rawHitSchema.extend({
  /** With the rule and the file, what a decision on it is remembered by. */
  what: sha256Schema,
  dismissed: z.strictObject({ reason: z.string(), by: z.string(), at: isoInstantSchema }).nullable(),
});
export type CheckHit = Readonly<z.output<typeof checkHitSchema>>;

/**
 * How a file was checked. `no-text`: nothing in it could be read as words, so that only eyes can check it. `not-kept`: its
 * bytes are not in this vault.
 */
export const fileStates = [
  'unchecked',
  'read',
  'no-text',
  'encrypted',
  'malformed',
  'too-large',
  'not-kept',
] as const;
export const fileStateSchema = z.enum(fileStates);
export type FileState = z.infer<typeof fileStateSchema>;

export const checkedFileSchema = z.strictObject({
  file: sha256Schema,
  name: z.string(),
  /** It is the redacted copy that was checked. */
  redacted: z.boolean(),
  state: fileStateSchema,
  pages: z.number().int(),
  /** Pages on which there were no words: pictures, or scans without a text layer. */
  withoutText: z.number().int(),
  /** There is more in it than was read. */
  cutShort: z.boolean(),
});
export type CheckedFile = Readonly<z.output<typeof checkedFileSchema>>;

export const checkResultSchema = z.strictObject({
  state: checkStateSchema,
  hits: z.array(checkHitSchema).readonly(),
  files: z.array(checkedFileSchema).readonly(),
  /** Hits nobody has decided on; those of kinds that are mostly allowed are listed and not counted. */
  open: z.number().int(),
  /** There are more hits than are listed. */
  cutShort: z.boolean(),
});
export type CheckResult = Readonly<z.output<typeof checkResultSchema>>;

/** How one file stands, with its hits. */
export const fileResultSchema = z.strictObject({
  file: checkedFileSchema,
  hits: z.array(checkHitSchema).readonly(),
});
export type FileResult = Readonly<z.output<typeof fileResultSchema>>;

/** Nobody has decided on it, and it is not of a kind that is mostly allowed, as colleagues' names are. */
export const isOpen = ({ dismissed, confidence }: Pick<CheckHit, 'dismissed' | 'confidence'>): boolean =>
  dismissed === null && confidence !== 'low';

/** Hits listed of one item; past that, files need a person rather than a longer list. */
export const mostHits = 2000;

/** Never more than this may be said of a file in which nothing was found. */
export const nothingFoundWords = 'No obvious identifiers found; you must check every page.';

/** What a person calls each rule. */
export const checkRuleTitles: Readonly<Record<CheckRule, string>> = {
  'nhs-number': 'NHS number',
  'chi-number': 'CHI number',
  email: 'E-mail address',
  link: 'Link',
  'gmc-number': 'GMC number',
  phone: 'Telephone number',
  'hospital-number': 'Hospital number',
  'letter-reference': 'Reference',
  'date-of-birth': 'Date of birth',
  postcode: 'Postcode',
  'street-address': 'Address',
  name: 'Name',
  colleague: 'Colleague’s name',
  'age-with-date': 'Age with a date',
  'hidden-content': 'Hidden content',
};
