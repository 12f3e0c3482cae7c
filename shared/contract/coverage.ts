import { oc } from '@orpc/contract';
import { z } from 'zod';
import { ageingItemSchema, countChangeSchema, coverageItemSchema } from '#shared/domain/coverage/ageing.ts';
import { coverageQuestionSchema } from '#shared/domain/coverage/items-behind.ts';
import { paceSchema } from '#shared/domain/coverage/pace.ts';
import { coverageMapSchema } from '#shared/domain/coverage/types.ts';
import { isoDateSchema } from '#shared/domain/dates.ts';
import { capabilityCodeSchema } from '#shared/domain/ids.ts';
import {
  nextStepKeySchema,
  nextStepSchema,
  nonClinicalSchema,
} from '#shared/domain/next-steps/next-steps.ts';
import { errorsOf, unlocked } from './errors.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };

/** Lists of items are cut off here; `total` says how many there are. */
export const coverageItemsShown = 300;

const seenCounts = z.strictObject({
  items: z.number().int(),
  signedOff: z.number().int(),
  accepted: z.number().int(),
});

const nextStepsSchema = z.strictObject({
  steps: z.array(nextStepSchema).readonly(),
  /** Put out of sight, and until when: null for good. Only those whose reason still stands. */
  setAside: z.array(nextStepSchema.extend({ until: isoDateSchema.nullable() })).readonly(),
  nonClinical: nonClinicalSchema.nullable(),
});

export const coverageContract = {
  map: oc.errors(errors).input(portfolioRef).output(coverageMapSchema),
  /** The items that make up one number of the map, newest first. Fails with NOT_FOUND where there is no such count. */
  items: oc
    .errors(errors)
    .input(portfolioRef.extend(coverageQuestionSchema.shape))
    .output(z.strictObject({ total: z.number().int(), rows: z.array(coverageItemSchema).readonly() })),
  /**
   * How many items that count a supervisor has seen and stands by, as they are now: signed off in person, with a seal that
   * is still over the present version (`signedOff`), or accepted in feedback on what it says now (`accepted`). `items` are
   * both, each once.
   */
  seen: oc
    .errors(errors)
    .input(portfolioRef)
    .output(
      seenCounts.extend({
        capabilities: z.array(seenCounts.extend({ code: capabilityCodeSchema })).readonly(),
      }),
    ),
  /** What to do next, most useful first. */
  next: oc.errors(errors).input(portfolioRef).output(nextStepsSchema),
  /** Puts a suggestion out of sight, until a day or for good (null). */
  setAside: oc
    .errors(errors)
    .input(portfolioRef.extend({ key: nextStepKeySchema, until: isoDateSchema.nullable() }))
    .output(nextStepsSchema),
  bringBack: oc
    .errors(errors)
    .input(portfolioRef.extend({ key: nextStepKeySchema }))
    .output(nextStepsSchema),
  /**
   * What counts today and falls out of the window by the target date, and what another target date would change. Saves
   * nothing. @param on the other date; null for the portfolio's own
   */
  ageing: oc
    .errors(errors)
    .input(portfolioRef.extend({ on: isoDateSchema.nullable() }))
    .output(
      z.strictObject({
        today: isoDateSchema,
        targetDate: isoDateSchema,
        windowFrom: isoDateSchema,
        total: z.number().int(),
        rows: z.array(ageingItemSchema).readonly(),
        changes: z.array(countChangeSchema).readonly(),
      }),
    ),
  pace: oc.errors(errors).input(portfolioRef).output(paceSchema),
};
