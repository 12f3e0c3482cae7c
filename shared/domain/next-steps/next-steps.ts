import { z } from 'zod';
import { gapSchema } from '../coverage/types.ts';
import { isoDateSchema } from '../dates.ts';
import { capabilityCodeSchema } from '../ids.ts';

/**
 * What could be done next. `actions`: agreed on, and their day has passed. `gap`: a count that is not met. `expiring`: evidence that counts today and not on the target
 * date. The others are items to finish, verify, anonymise or link.
 */
export const nextStepKinds = [
  'actions',
  'gap',
  'expiring',
  'unverified',
  'unanonymised',
  'drafts',
  'unlinked',
] as const;

/** Names one suggestion for as long as its reason stands, so that it can be set aside. */
export const nextStepKeySchema = z.string().min(1).max(120);

export const nextStepSchema = z.strictObject({
  key: nextStepKeySchema,
  kind: z.enum(nextStepKinds),
  /** Null for the whole portfolio. */
  capability: capabilityCodeSchema.nullable(),
  /** What is missing; null where the suggestion is not about a count. */
  gap: gapSchema.nullable(),
  /** How many items, or actions, it is about; 0 for a gap. */
  items: z.number().int(),
  /** The first day on which something stops counting; null where nothing does. */
  on: isoDateSchema.nullable(),
});
export type NextStep = Readonly<z.output<typeof nextStepSchema>>;

/** A suggestion the doctor put out of sight: until that day, or for good. */
export const setAsideSchema = z.strictObject({
  portfolioId: z.string(),
  key: nextStepKeySchema,
  until: isoDateSchema.nullable(),
});
export type SetAside = Readonly<z.output<typeof setAsideSchema>>;

/** What non-clinical domains look like as a group: these programmes help with them most. */
export const nonClinicalSchema = z.strictObject({
  capabilities: z.number().int(),
  countsMet: z.number().int(),
  rules: z.number().int(),
  rulesMet: z.number().int(),
});
export type NonClinical = Readonly<z.output<typeof nonClinicalSchema>>;
