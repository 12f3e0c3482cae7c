import { z } from 'zod';
import { isoDateSchema } from '../dates.ts';

/** The days a panel may read and judge, both included. */
export const accessWindowSchema = z
  .strictObject({ from: isoDateSchema, to: isoDateSchema })
  .refine(({ from, to }) => to >= from, { error: 'end-before-start', path: ['to'] });
export type AccessWindow = Readonly<z.output<typeof accessWindowSchema>>;

/** How one review is run, step by step. A review without rules is one of an earlier Waymark: written down and signed. */
export const reviewRulesSchema = z.strictObject({
  /** The last day the doctor may submit without being late. */
  evidenceBy: isoDateSchema,
  window: accessWindowSchema,
  /** Members without a conflict of interest who must have judged before the chair can sign. */
  quorum: z.number().int().min(1).max(20),
  /** Working days after release in which the doctor may ask for a second look. */
  responseDays: z.number().int().min(1).max(60),
});
export type ReviewRules = Readonly<z.output<typeof reviewRulesSchema>>;

/**
 * What a review stands in place of: the signed one before it, whose signature was withdrawn before release or whose
 * outcome is amended after it. That one stays as it was signed.
 */
export const reviewFollowsSchema = z.strictObject({
  review: z.uuid(),
  how: z.enum(['withdrawn', 'amended']),
  reason: z.string().max(4000),
  /** On whose authority a released outcome is amended; empty for a withdrawn one. */
  authority: z.string().max(200),
});
export type ReviewFollows = Readonly<z.output<typeof reviewFollowsSchema>>;
