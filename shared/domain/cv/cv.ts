import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from '../dates.ts';
import { idSchema } from '../ids.ts';
import { lineSchema, optionalLineSchema, proseSchema } from '../text.ts';

/** The parts of a CV, named; a pack's rule says in which order they come. */
export const cvSections = [
  'contact',
  'registrations',
  'memberships',
  'qualifications',
  'posts',
  'gaps',
  'awards',
  'research',
  'publications',
  'presentations',
  'further',
] as const;
export const cvSectionSchema = z.enum(cvSections);
export type CvSection = z.infer<typeof cvSectionSchema>;

/** What a CV asks of each post. */
export const postWishes = [
  'dates',
  'whole-time',
  'institution',
  'place',
  'supervisor',
  'duties',
  'supervision',
] as const;
export const postWishSchema = z.enum(postWishes);
export type PostWish = z.infer<typeof postWishSchema>;

/** The parts that are lists of lines, some of which come out of the evidence. */
export const listedSections = [
  'registrations',
  'memberships',
  'qualifications',
  'awards',
  'research',
  'publications',
  'presentations',
] as const satisfies readonly CvSection[];
export const listedSectionSchema = z.enum(listedSections);
export type ListedSection = z.infer<typeof listedSectionSchema>;

/** A line of a CV that no evidence says already. */
export const cvEntrySchema = z.strictObject({
  id: idSchema,
  section: listedSectionSchema,
  title: lineSchema(400),
  /** From whom, where, with which number: the rest of the line. */
  detail: optionalLineSchema(600),
  on: isoDateSchema.nullable(),
  /** The primary medical qualification: the CV reaches back to it. */
  primary: z.literal(true).optional(),
});
export type CvEntry = Readonly<z.output<typeof cvEntrySchema>>;

export const furtherPartSchema = z.strictObject({
  id: idSchema,
  heading: lineSchema(120),
  text: proseSchema(8000),
});
export type FurtherPart = Readonly<z.output<typeof furtherPartSchema>>;

/** Why there was no post in these days. */
export const gapReasonSchema = z
  .strictObject({ from: isoDateSchema, to: isoDateSchema, reason: lineSchema(400) })
  .refine(({ from, to }) => to >= from, { error: 'end-before-start', path: ['to'] });
export type GapReason = Readonly<z.output<typeof gapReasonSchema>>;

export const contactSchema = z.strictObject({
  address: proseSchema(600),
  email: optionalLineSchema(200),
  phone: optionalLineSchema(60),
});
export type Contact = Readonly<z.output<typeof contactSchema>>;

const details = {
  contact: contactSchema,
  /** In their order within each section, where nothing else orders them. */
  entries: z.array(cvEntrySchema).max(600).readonly(),
  further: z.array(furtherPartSchema).max(40).readonly(),
  gaps: z.array(gapReasonSchema).max(200).readonly(),
  /** Evidence that stays out of the CV although it is of a kind that stands in it. */
  leftOut: z.array(idSchema).max(5000).readonly(),
};

/** What a CV says beside posts and evidence. One for each portfolio, under its id; for its owner alone. */
export const cvDetailsSchema = z.strictObject({ id: idSchema, ...details, updatedAt: isoInstantSchema });
export type CvDetails = Readonly<z.output<typeof cvDetailsSchema>>;

/** Before anything was written. */
export const noCvDetails = (id: string, updatedAt: string): CvDetails => ({
  id,
  contact: { address: '', email: '', phone: '' },
  entries: [],
  further: [],
  gaps: [],
  leftOut: [],
  updatedAt,
});
