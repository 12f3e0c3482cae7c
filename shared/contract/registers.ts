import { oc } from '@orpc/contract';
import { z } from 'zod';
import { isoDateSchema } from '#shared/domain/dates.ts';
import { evidenceTypeIdSchema } from '#shared/domain/evidence.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { certaintySchema } from '#shared/domain/pack-provenance.ts';
import { refereeInputSchema, refereeSchema } from '#shared/domain/registers/referee.ts';
import { refereeStandingSchema } from '#shared/domain/registers/referee-standing.ts';
import { verifierInputSchema, verifierSchema } from '#shared/domain/registers/verifier.ts';
import { registerWarningSchema } from '#shared/domain/registers/warnings.ts';
import { errorsOf, unlocked } from './errors.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };
const recordRef = portfolioRef.extend({ id: idSchema });
const nothing = z.strictObject({});

/** A rule of the guidance, with where it was read. */
export const shownRuleSchema = z.strictObject({
  note: z.string(),
  certainty: certaintySchema,
  source: z.string(),
});

export const institutionSchema = z.strictObject({
  name: z.string(),
  spellings: z.array(z.string()).readonly(),
  items: z
    .array(
      z.strictObject({
        id: idSchema,
        title: z.string(),
        type: evidenceTypeIdSchema,
        startedOn: isoDateSchema,
        verified: z.boolean(),
        verifierId: idSchema.nullable(),
      }),
    )
    .readonly(),
  verifiers: z.array(idSchema).readonly(),
});

export const registersContract = {
  /** Who verifies, what happened where, and what the rules say about both. */
  verifiers: oc
    .errors(errors)
    .input(portfolioRef)
    .output(
      z.strictObject({
        verifiers: z.array(verifierSchema).readonly(),
        institutions: z.array(institutionSchema).readonly(),
        warnings: z.array(registerWarningSchema).readonly(),
        /** Names that may mean one place. */
        alike: z.array(z.strictObject({ one: z.string(), other: z.string() })).readonly(),
        rule: shownRuleSchema,
      }),
    ),
  addVerifier: oc
    .errors(errors)
    .input(portfolioRef.extend({ verifier: verifierInputSchema }))
    .output(verifierSchema),
  updateVerifier: oc
    .errors(errors)
    .input(recordRef.extend({ verifier: verifierInputSchema }))
    .output(verifierSchema),
  /** Items that named them name nobody any more; one step. */
  removeVerifier: oc.errors(errors).input(recordRef).output(nothing),
  /** Who is asked to verify these items; null: nobody. */
  ask: oc
    .errors(errors)
    .input(
      portfolioRef.extend({
        ids: z.array(idSchema).min(1).max(2000).readonly(),
        verifierId: idSchema.nullable(),
      }),
    )
    .output(nothing),
  /** Writes one name of a place as another, wherever it stands; one step. */
  joinPlaces: oc
    .errors(errors)
    .input(portfolioRef.extend({ from: z.string().min(1).max(200), to: z.string().min(1).max(160) }))
    .output(z.strictObject({ changed: z.number().int() })),
  referees: oc
    .errors(errors)
    .input(portfolioRef)
    .output(
      z.strictObject({
        referees: z.array(refereeSchema).readonly(),
        standing: refereeStandingSchema,
        rule: shownRuleSchema,
      }),
    ),
  addReferee: oc
    .errors(errors)
    .input(portfolioRef.extend({ referee: refereeInputSchema }))
    .output(refereeSchema),
  updateReferee: oc
    .errors(errors)
    .input(recordRef.extend({ referee: refereeInputSchema }))
    .output(refereeSchema),
  removeReferee: oc.errors(errors).input(recordRef).output(nothing),
};
