import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from '../dates.ts';
import { capabilityCodeSchema, idSchema } from '../ids.ts';
import { proseSchema } from '../text.ts';
import { personOnRecordSchema } from './person.ts';
import { ratingLevelSchema } from './rating.ts';
import { sbiSchema } from './sbi.ts';

/** Counts and names of the year, as they were when the report was begun or last brought up to date. Never written back. */
export const yearFactsSchema = z.strictObject({
  on: isoDateSchema,
  items: z.number().int(),
  verified: z.number().int(),
  byType: z
    .array(z.strictObject({ type: z.string(), title: z.string(), count: z.number().int() }))
    .readonly(),
  meetingsHeld: z.number().int(),
  meetingsMissed: z.number().int(),
  actionsDone: z.number().int(),
  actionsOpen: z.number().int(),
  actionsOverdue: z.number().int(),
  daysAbsent: z.number().int(),
  capabilities: z
    .array(
      z.strictObject({
        code: capabilityCodeSchema,
        title: z.string(),
        items: z.number().int(),
        inWindow: z.number().int(),
        strength: z.string(),
        selfRating: ratingLevelSchema.nullable(),
      }),
    )
    .readonly(),
});
export type YearFacts = Readonly<z.output<typeof yearFactsSchema>>;

export const recommendations = ['ready-for-review', 'further-support', 'concerns'] as const;

/** What a supervisor writes of it. Everything may be incomplete until it is sealed. */
export const supervisorReportInputSchema = z.strictObject({
  /** The review it is written for; null: none is planned yet. */
  review: idSchema.nullable(),
  period: z
    .strictObject({ from: isoDateSchema, to: isoDateSchema })
    .refine(({ from, to }) => to >= from, { error: 'end-before-start', path: ['to'] }),
  capabilities: z
    .array(
      z.strictObject({
        code: capabilityCodeSchema,
        level: ratingLevelSchema.nullable(),
        comment: proseSchema(4000),
      }),
    )
    .max(200)
    .readonly(),
  /** The professional domains, by the names the pack or Good medical practice gives them. */
  domains: z
    .array(z.strictObject({ id: z.string().max(40), comment: proseSchema(4000) }))
    .max(20)
    .readonly(),
  strengths: proseSchema(),
  development: proseSchema(),
  examples: z.array(sbiSchema).max(20).readonly(),
  recommendation: z.enum(recommendations).nullable(),
  recommendationReason: proseSchema(6000),
});
export type SupervisorReportInput = Readonly<z.output<typeof supervisorReportInputSchema>>;

/** The structured report before a review. Sealed: immutable, under its author's seal. */
export const supervisorReportSchema = supervisorReportInputSchema.extend({
  id: idSchema,
  author: personOnRecordSchema,
  facts: yearFactsSchema,
  state: z.enum(['draft', 'sealed']),
  /** The day it was sealed: its age counts from there. */
  sealedOn: isoDateSchema.nullable(),
  createdAt: isoInstantSchema,
  updatedAt: isoInstantSchema,
});
export type SupervisorReport = Readonly<z.output<typeof supervisorReportSchema>>;
