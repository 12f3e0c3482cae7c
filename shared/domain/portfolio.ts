import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from './dates.ts';
import { guidancePackSchema } from './guidance-pack.ts';
import { capabilityCodeSchema, gmcNumberSchema, idSchema } from './ids.ts';
import { lineSchema, optionalLineSchema } from './text.ts';

/** Leave, illness or a career break: it stops the clock of windows and of the plan's pace. `to` null: still going on. */
export const breakSchema = z
  .strictObject({ from: isoDateSchema, to: isoDateSchema.nullable(), reason: optionalLineSchema(120) })
  .refine(({ from, to }) => to === null || to >= from, { error: 'end-before-start', path: ['to'] });
export type Break = Readonly<z.output<typeof breakSchema>>;

/** From that day on, that percentage of full time, until the next one. */
export const workingTimeSchema = z.strictObject({
  from: isoDateSchema,
  percent: z.number().min(1).max(100),
});
export type WorkingTime = Readonly<z.output<typeof workingTimeSchema>>;

const breaksSchema = z.array(breakSchema).max(60).readonly();
const workingTimesSchema = z.array(workingTimeSchema).max(60).readonly();

/** How a doctor's time passed, all of it said at once. */
export const workingLifeSchema = z.strictObject({ breaks: breaksSchema, workingTime: workingTimesSchema });

export const portfolioInputSchema = z.strictObject({
  doctor: z.strictObject({ name: lineSchema(120), gmcNumber: gmcNumberSchema.nullable() }),
  packId: z.string().min(1, { error: 'required' }).max(80),
  /** The day the doctor hopes to submit to the GMC: evidence is judged by its age on that day. */
  targetDate: isoDateSchema,
  employer: optionalLineSchema(160),
  /** Absent, as in vaults of 0.2: none, and full time throughout. */
  breaks: breaksSchema.optional(),
  workingTime: workingTimesSchema.optional(),
});
export type PortfolioInput = z.output<typeof portfolioInputSchema>;

/** A capability of guidance the portfolio has left, as links may still name it. */
export const formerCapabilitySchema = z.strictObject({
  code: capabilityCodeSchema,
  title: z.string().max(400),
  /** The guidance it stood in, and under which code. */
  guidance: z.string().max(500),
  was: capabilityCodeSchema,
});
export type FormerCapability = Readonly<z.output<typeof formerCapabilitySchema>>;

/** One doctor's whole record for one specialty. */
export const portfolioSchema = portfolioInputSchema
  .extend({
    id: idSchema,
    packVersion: z.string().min(1).max(40),
    createdAt: isoInstantSchema,
    sample: z.boolean(),
    /**
     * The guidance itself, where not every Waymark has it. It is part of this record, so that it goes wherever the
     * portfolio goes and nothing can come between the two.
     */
    pack: guidancePackSchema.optional(),
    former: z.array(formerCapabilitySchema).max(1000).readonly().optional(),
  })
  .refine(
    ({ pack, packId, packVersion }) =>
      pack === undefined || (pack.id === packId && pack.version === packVersion),
    { error: 'other-pack', path: ['pack'] },
  );
export type Portfolio = Readonly<z.output<typeof portfolioSchema>>;

/** What the vault remembers of a portfolio so that it can be listed without opening it. */
export const shelfEntrySchema = z.strictObject({
  id: idSchema,
  doctorName: z.string(),
  packId: z.string(),
  createdAt: isoInstantSchema,
});
export type ShelfEntry = Readonly<z.output<typeof shelfEntrySchema>>;
