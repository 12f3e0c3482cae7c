import { oc } from '@orpc/contract';
import { z } from 'zod';
import { gmcNumberSchema, idSchema } from '#shared/domain/ids.ts';
import { identityCheckSchema } from '#shared/domain/review.ts';
import { sealSignerSchema, shownSealSchema } from '#shared/domain/seals.ts';
import { lineSchema } from '#shared/domain/text.ts';
import { errorsOf, unlocked } from './errors.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };

const signing = portfolioRef.extend({
  /** The record that is sealed. */
  id: idSchema,
  /** The signer's own: nobody ever needs another's. Chosen the first time somebody signs on this device. */
  passphrase: z.string().max(1024),
  identityCheck: identityCheckSchema,
  /** Somebody who forgot that passphrase gets another key; what the old one sealed stays as it is. */
  newKey: z.boolean(),
});

export const sealsContract = {
  /** How somebody would sign on this device: as its vault's owner, with a key they have here, or with a new one. */
  standing: oc
    .errors(errors)
    .input(z.strictObject({ name: lineSchema(120), gmcNumber: gmcNumberSchema.nullable() }))
    .output(z.strictObject({ standing: z.enum(['owner', 'known', 'new']) })),
  /**
   * Seals the present version of a record. `in-person`: an assessor, an evidence item of a doctor who is not
   * themselves. `sign-off`: the owner of this vault, in the part they name, an evidence item of another. `judgement`: a member of the panel, the judgements of a review. An earlier seal of the same person over
   * the same record is named as amended; it stays.
   */
  sign: oc
    .errors({ ...errors, ...errorsOf('WRONG_PASSPHRASE', 'WEAK_PASSPHRASE', 'REVIEW_STATE') })
    .input(
      z.discriminatedUnion('kind', [
        signing.extend({ kind: z.literal('in-person'), signer: sealSignerSchema }),
        signing.extend({ kind: z.literal('judgement'), member: idSchema }),
        signing
          .omit({ identityCheck: true, newKey: true })
          .extend({ kind: z.literal('sign-off'), role: lineSchema(160) }),
      ]),
    )
    .output(shownSealSchema),
  /** Every seal over a record, newest first, each held against its signature and the record as it is now. */
  list: oc
    .errors(errors)
    .input(
      portfolioRef.extend({ collection: z.enum(['evidence', 'reviews', 'supervisorReports']), id: idSchema }),
    )
    .output(z.array(shownSealSchema).readonly()),
};
