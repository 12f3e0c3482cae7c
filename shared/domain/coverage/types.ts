import { z } from 'zod';
import { isoDateSchema } from '../dates.ts';
import { expectationSchema } from '../guidance-pack.ts';
import { capabilityCodeSchema } from '../ids.ts';

/**
 * How a capability stands against its pack's rules. Never a verdict of sufficiency: only the GMC decides that.
 * `empty`: nothing linked. `thin`: under half of its rules are met. `partial`: half or more. `counts-met`: all are.
 */
export const strengths = ['empty', 'thin', 'partial', 'counts-met'] as const;
export const strengthSchema = z.enum(strengths);
export type Strength = z.infer<typeof strengthSchema>;

/** One rule held against the evidence. `have` counts what is in the window; the rest is why more may not count. */
export const expectationResultSchema = z.strictObject({
  expectation: expectationSchema,
  have: z.number(),
  met: z.boolean(),
  /** The first day that counts for this rule, at the target date. */
  countsFrom: isoDateSchema,
  /** The same measure over evidence that is too old to count. */
  tooOld: z.number(),
  /** Part of `have`: the same measure over evidence older than that which the pack's maintenance rule keeps up. */
  maintained: z.number(),
  /** The same measure over what has not begun yet. */
  tooEarly: z.number(),
});
export type ExpectationResult = Readonly<z.output<typeof expectationResultSchema>>;

/** Something missing, most useful to mend first. `not-yet`: its period, counted back from the target date, has not begun. */
export const gapKinds = ['no-evidence', 'too-few', 'too-old', 'few-kinds', 'unverified', 'not-yet'] as const;
export const gapSchema = z.strictObject({
  kind: z.enum(gapKinds),
  expectationId: z.string().nullable(),
  /** How many more of the expectation's unit are needed; 0 where it does not apply. */
  missing: z.number(),
});
export type Gap = Readonly<z.output<typeof gapSchema>>;

export const capabilityCoverageSchema = z.strictObject({
  code: capabilityCodeSchema,
  strength: strengthSchema,
  /** Linked items, not trashed. */
  items: z.number().int(),
  /** Of those, begun and young enough to count on the target date. */
  inWindow: z.number().int(),
  /** Older than the window, and kept up by newer evidence of the types the pack's maintenance rule names. */
  maintained: z.number().int(),
  tooOld: z.number().int(),
  /** Not begun yet. */
  tooEarly: z.number().int(),
  /** In the window now, but too old on the target date and not kept up. */
  expiring: z.number().int(),
  // Of those that count, in the window or kept up:
  /** Somebody confirmed them. */
  verified: z.number().int(),
  /** They still need to be confirmed: not of a type that needs none, nor said to need none. */
  unverified: z.number().int(),
  /** Somebody looked through their present files. */
  anonymised: z.number().int(),
  /** They have files that nobody has looked through yet. */
  unanonymised: z.number().int(),
  /** Different evidence types. */
  kinds: z.number().int(),
  /** Linked and not finished: in none of the numbers above. */
  drafts: z.number().int(),
  /** The latest date of a linked item, counting or not. */
  newestOn: isoDateSchema.nullable(),
  expectations: z.array(expectationResultSchema).readonly(),
  gaps: z.array(gapSchema).readonly(),
});
export type CapabilityCoverage = Readonly<z.output<typeof capabilityCoverageSchema>>;

export const coverageMapSchema = z.strictObject({
  /** The day the count was made, and the day evidence must still be current. */
  today: isoDateSchema,
  targetDate: isoDateSchema,
  capabilities: z.array(capabilityCoverageSchema).readonly(),
  /** The first day of the pack's window, breaks and part-time years counted. */
  windowFrom: isoDateSchema,
  whole: z.array(expectationResultSchema).readonly(),
  /** What the whole portfolio misses, as a capability's `gaps`. */
  wholeGaps: z.array(gapSchema).readonly(),
  /** Items with no link to any capability of this pack: invisible to a panel. */
  unlinked: z.number().int(),
  items: z.number().int(),
  drafts: z.number().int(),
});
export type CoverageMap = Readonly<z.output<typeof coverageMapSchema>>;
