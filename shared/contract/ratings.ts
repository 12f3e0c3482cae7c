import { oc } from '@orpc/contract';
import { z } from 'zod';
import { capabilityCodeSchema } from '#shared/domain/ids.ts';
import { ratingSchema } from '#shared/domain/supervision/rating.ts';
import { errorsOf, unlocked } from './errors.ts';
import { inPersonSchema } from './feedback.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };

export const ratedCapabilitySchema = z.strictObject({
  capability: capabilityCodeSchema,
  doctor: ratingSchema.nullable(),
  supervisor: ratingSchema.nullable(),
  /** Ratings that newer ones of the same side stand before. */
  earlier: z.number().int(),
});

export const ratingsContract = {
  /**
   * Rates one capability: as the doctor where the vault's owner is the doctor and nobody else is there in person, else
   * as a supervisor. INVALID: the doctor would rate as their own supervisor (`own-evidence`).
   */
  rate: oc
    .errors(errors)
    .input(
      portfolioRef.extend({
        capability: capabilityCodeSchema,
        level: ratingSchema.shape.level,
        reason: ratingSchema.shape.reason,
        inPerson: inPersonSchema,
      }),
    )
    .output(ratingSchema),
  /** The newest rating of each side for every capability that has any, in the order of the guidance. */
  list: oc
    .errors(errors)
    .input(portfolioRef)
    .output(
      z.strictObject({
        /** On which side the vault's owner rates. */
        side: z.enum(['doctor', 'supervisor']),
        capabilities: z.array(ratedCapabilitySchema).readonly(),
      }),
    ),
};
