import { z } from 'zod';
import { isoDateSchema } from '../dates.ts';
import { evidenceTypeIdSchema } from '../evidence.ts';
import { identifierSummarySchema } from '../identifiers/summary.ts';
import { idSchema, sha256Schema } from '../ids.ts';
import { certaintySchema } from '../pack-provenance.ts';
import { fileStateSchema } from './file-facts.ts';
import { madeDocumentSchema } from './made.ts';
import { problemSchema } from './problem-kinds.ts';
import { homeReasons } from './sections.ts';

const count = z.number().int().nonnegative();

/** A file as it is handed over: the redacted copy where there is one. */
export const plannedFileSchema = z.strictObject({
  hash: sha256Schema,
  /** What its owner calls it. */
  was: z.string(),
  /** In the folder of its section; safe on every system, unique there. */
  name: z.string(),
  mediaType: z.string(),
  size: count,
  redacted: z.boolean(),
  state: fileStateSchema,
  pages: count.nullable(),
  /** It can become pages of the section's PDF. */
  joins: z.boolean(),
});
export type PlannedFile = Readonly<z.output<typeof plannedFileSchema>>;

export const plannedDocumentSchema = z.strictObject({
  itemId: idSchema,
  /** Within its section, from 1; null: nothing to upload. References name it. */
  number: count.nullable(),
  title: z.string(),
  description: z.string(),
  type: evidenceTypeIdSchema,
  startedOn: isoDateSchema,
  endedOn: isoDateSchema.nullable(),
  place: z.string(),
  why: z.enum(homeReasons),
  /** Sections that point to it. */
  also: z.array(z.string()).readonly(),
  files: z.array(plannedFileSchema).readonly(),
});
export type PlannedDocument = Readonly<z.output<typeof plannedDocumentSchema>>;

/** What stands in a section for a document that lives in another. */
export const plannedReferenceSchema = z.strictObject({
  itemId: idSchema,
  /** The section it lives in. */
  home: z.string(),
  /** Ready to paste into the portal. */
  text: z.string(),
});
export type PlannedReference = Readonly<z.output<typeof plannedReferenceSchema>>;

export const plannedSectionSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['application', 'capability', 'recommendation', 'unplaced']),
  code: z.string(),
  label: z.string(),
  title: z.string(),
  folder: z.string(),
  documents: z.array(plannedDocumentSchema).readonly(),
  references: z.array(plannedReferenceSchema).readonly(),
});
export type PlannedSection = Readonly<z.output<typeof plannedSectionSchema>>;

export const planTotalsSchema = z.strictObject({
  items: count,
  files: count,
  bytes: count,
  /** Uploads when every file goes up by itself, and when the files of a section are joined. */
  uploads: z.strictObject({ separate: count, joined: count }),
  pages: count,
  /** Files whose pages are not known, and that have some. */
  pagesUnknown: count,
});

/** What the guidance says a whole application usually holds. */
export const planBudgetSchema = z.strictObject({
  documents: count,
  pagesFrom: count,
  pagesTo: count,
  note: z.string(),
  certainty: certaintySchema,
  source: z.string(),
});

export const submissionPlanSchema = z.strictObject({
  sections: z.array(plannedSectionSchema).readonly(),
  /** What Waymark writes itself and puts first. */
  made: z.array(madeDocumentSchema).readonly(),
  /** What somebody left out, by id and title. */
  leftOut: z.array(z.strictObject({ itemId: idSchema, title: z.string() })).readonly(),
  totals: planTotalsSchema,
  budget: planBudgetSchema,
  /** What the identifier check knows of what is in the set. */
  identifiers: identifierSummarySchema,
  /** What somebody said needs no anonymising. */
  notNeeded: z.array(z.strictObject({ itemId: idSchema, title: z.string() })).readonly(),
  problems: z.array(problemSchema).readonly(),
});
export type SubmissionPlan = Readonly<z.output<typeof submissionPlanSchema>>;
