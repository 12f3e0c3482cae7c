import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from '../dates.ts';
import { capabilityCodeSchema, idSchema, sha256Schema } from '../ids.ts';
import { actionSchema, identityCheckSchema } from '../review.ts';
import { lineSchema, proseSchema } from '../text.ts';
import { personOnRecordSchema } from './person.ts';
import { ratingLevelSchema } from './rating.ts';

const count = z.number().int().nonnegative();

/** Counts and names of the year, as they were when the report was begun or last brought up to date. Never written back. */
export const yearFactsSchema = z.strictObject({
  on: isoDateSchema,
  /** Of the period: neither drafts nor what is in the trash. */
  items: count,
  verified: count,
  byType: z.array(z.strictObject({ type: z.string(), title: z.string(), count })).readonly(),
  meetingsHeld: count,
  meetingsMissed: count,
  actionsDone: count,
  actionsOpen: count,
  actionsOverdue: count,
  daysAbsent: count,
  capabilities: z
    .array(
      z.strictObject({
        code: capabilityCodeSchema,
        title: z.string(),
        items: count,
        inWindow: count,
        strength: z.string(),
        selfRating: ratingLevelSchema.nullable(),
        /** The author's own newest rating: a suggestion, no part of the report until they write it. */
        lastRating: ratingLevelSchema.nullable(),
      }),
    )
    .readonly(),
  /** The professional domains of the guidance, with the capabilities it counts to each. */
  domains: z
    .array(
      z.strictObject({ id: z.string(), title: z.string(), capabilities: z.array(z.string()).readonly() }),
    )
    .readonly(),
  /** What the last signed review asked for, as it stands. */
  previousActions: z.array(actionSchema).readonly(),
});
export type YearFacts = Readonly<z.output<typeof yearFactsSchema>>;

export const recommendations = ['ready-for-review', 'further-support', 'concerns'] as const;
export const reportRecommendationSchema = z.enum(recommendations);
export type ReportRecommendation = z.infer<typeof reportRecommendationSchema>;

const capabilityPartSchema = z.strictObject({
  code: capabilityCodeSchema,
  level: ratingLevelSchema.nullable(),
  comment: proseSchema(4000),
  /** The author says that they did not see it: it needs neither level nor comment then. */
  notSeen: z.boolean(),
});
export type CapabilityPart = Readonly<z.output<typeof capabilityPartSchema>>;

const domainPartSchema = z.strictObject({ id: z.string().max(40), comment: proseSchema(4000) });

/** As `sbiSchema`, but it may be half written. */
const examplePartSchema = z.strictObject({
  id: idSchema,
  situation: proseSchema(2000),
  behaviour: proseSchema(2000),
  impact: proseSchema(2000),
  nextStep: proseSchema(2000),
});
export type ExamplePart = Readonly<z.output<typeof examplePartSchema>>;

const periodSchema = z
  .strictObject({ from: isoDateSchema, to: isoDateSchema })
  .refine(({ from, to }) => to >= from, { error: 'end-before-start', path: ['to'] });

/** What a supervisor writes of it. Everything may be incomplete until it is sealed. */
export const supervisorReportInputSchema = z.strictObject({
  /** The review it is written for; null: none is planned yet. */
  review: idSchema.nullable(),
  period: periodSchema,
  capabilities: z.array(capabilityPartSchema).max(200).readonly(),
  /** The professional domains, by their ids in the facts. */
  domains: z.array(domainPartSchema).max(20).readonly(),
  strengths: proseSchema(),
  development: proseSchema(),
  examples: z.array(examplePartSchema).max(20).readonly(),
  recommendation: reportRecommendationSchema.nullable(),
  recommendationReason: proseSchema(6000),
});
export type SupervisorReportInput = Readonly<z.output<typeof supervisorReportInputSchema>>;

/**
 * Parts that were written since the last save: what is absent stays as it is, and so does every capability and domain
 * that is not named. Two windows over one report so change only what each of them wrote.
 */
export const supervisorReportChangeSchema = supervisorReportInputSchema.partial();
export type SupervisorReportChange = Readonly<z.output<typeof supervisorReportChangeSchema>>;

/** Why somebody writes a sealed report anew. */
export const amendmentSchema = z.strictObject({ reason: lineSchema(400) });

/** What sealing leaves on a report. The seal itself is a record of its own, over the whole report with this in it. */
export const reportSealedSchema = z.strictObject({
  at: isoInstantSchema,
  /** SHA-256 of the author's certificate (DER). */
  certificate: sha256Schema,
  identityCheck: identityCheckSchema,
  deviceOwner: z.string(),
  /** Kept files: the signed PDF, and the canonical JSON of its model. */
  pdf: sha256Schema,
  pdfSize: z.number().int().positive(),
  model: sha256Schema,
  /** SHA-256 of the model's canonical JSON without its own fingerprint. */
  fingerprint: sha256Schema,
});

/** The structured report before a review. Sealed: immutable, under its author's seal. */
export const supervisorReportSchema = supervisorReportInputSchema.extend({
  id: idSchema,
  author: personOnRecordSchema,
  facts: yearFactsSchema,
  state: z.enum(['draft', 'sealed']),
  /** The day it was sealed: its age counts from there. */
  sealedOn: isoDateSchema.nullable(),
  sealed: reportSealedSchema.nullable(),
  /** The sealed report this one stands in place of, which stays as it was sealed. */
  follows: z.strictObject({ report: idSchema, reason: lineSchema(400) }).nullable(),
  createdAt: isoInstantSchema,
  updatedAt: isoInstantSchema,
});
export type SupervisorReport = Readonly<z.output<typeof supervisorReportSchema>>;
