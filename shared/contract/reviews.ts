import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from '#shared/domain/ids.ts';
import {
  actionSchema,
  identityCheckSchema,
  judgementSchema,
  outcomeOptionSchema,
  reviewConclusionSchema,
  reviewPlanSchema,
  reviewSchema,
} from '#shared/domain/review.ts';
import { shownSignatureSchema } from '#shared/domain/signer-standing.ts';
import { errorsOf, unlocked } from './errors.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };
const writing = { ...errors, ...errorsOf('REVIEW_STATE', 'REVIEW_NOT_OPEN') };
const signedOn = { ...errors, ...errorsOf('REVIEW_STATE', 'SIGNED_COPY', 'FILE_TOO_LARGE') };
const reviewRef = portfolioRef.extend({ id: idSchema });

export const reviewsContract = {
  /** Newest first. */
  list: oc.errors(errors).input(portfolioRef).output(z.array(reviewSchema).readonly()),
  get: oc
    .errors(errors)
    .input(reviewRef)
    .output(z.strictObject({ review: reviewSchema, previousActions: z.array(actionSchema).readonly() })),
  schedule: oc
    .errors(errors)
    .input(portfolioRef.extend({ plan: reviewPlanSchema }))
    .output(reviewSchema),
  replan: oc
    .errors(writing)
    .input(reviewRef.extend({ plan: reviewPlanSchema }))
    .output(reviewSchema),
  /** Records or replaces the panel's judgement of one capability. */
  judge: oc
    .errors(writing)
    .input(reviewRef.extend({ judgement: judgementSchema }))
    .output(reviewSchema),
  conclude: oc
    .errors(writing)
    .input(reviewRef.extend({ conclusion: reviewConclusionSchema }))
    .output(reviewSchema),
  /**
   * The chair signs: the record is frozen, the report is laid out, signed and kept. A chair who is not this vault's
   * owner signs with their own passphrase for this device (chosen the first time), never with the owner's. `newKey`:
   * a chair who forgot that passphrase gets another key; what the old one signed stays as it is.
   */
  sign: oc
    .errors({
      ...writing,
      ...errorsOf(
        'REVIEW_INCOMPLETE',
        'REVIEW_QUORUM',
        'WRONG_PASSPHRASE',
        'WEAK_PASSPHRASE',
        'TIMESTAMP_FAILED',
      ),
    })
    .input(
      reviewRef.extend({
        passphrase: z.string().max(1024),
        identityCheck: identityCheckSchema,
        newKey: z.boolean(),
      }),
    )
    .output(reviewSchema),
  /** Whether the review's chair is this vault's owner, or someone who has signed here before, or is new to it. */
  chairStanding: oc
    .errors(errors)
    .input(reviewRef)
    .output(z.strictObject({ standing: z.enum(['owner', 'known', 'new']) })),
  /** Each member of the panel: how they would sign on this device, and whether the report has, or holds, their signature. */
  signers: oc
    .errors({ ...errors, ...errorsOf('FILE_TOO_LARGE') })
    .input(reviewRef)
    .output(
      z
        .array(
          z.strictObject({
            member: idSchema,
            standing: z.enum(['owner', 'known', 'new']),
            place: z.enum(['signed', 'empty', 'none']),
            signature: shownSignatureSchema.nullable(),
          }),
        )
        .readonly(),
    ),
  /** A member of the panel signs the report after its chair, on this device and with their own passphrase. */
  addSignature: oc
    .errors({ ...signedOn, ...errorsOf('WRONG_PASSPHRASE', 'WEAK_PASSPHRASE', 'TIMESTAMP_FAILED') })
    .input(
      reviewRef.extend({
        member: idSchema,
        passphrase: z.string().max(1024),
        identityCheck: identityCheckSchema,
        newKey: z.boolean(),
      }),
    )
    .output(reviewSchema),
  /** Brings back the report with signatures made on other computers. The upload is then dropped. */
  receiveSigned: oc
    .errors(signedOn)
    .input(reviewRef.extend({ uploadId: idSchema }))
    .output(reviewSchema),
  outcomes: oc.errors(unlocked).output(z.array(outcomeOptionSchema).readonly()),
  setOutcomes: oc
    .errors(unlocked)
    .input(
      z.strictObject({
        outcomes: z.array(outcomeOptionSchema).min(1, { error: 'required' }).max(20).readonly(),
      }),
    )
    .output(z.array(outcomeOptionSchema).readonly()),
};
