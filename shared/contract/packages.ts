import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from '#shared/domain/ids.ts';
import { audienceSchema } from '#shared/domain/packages/audiences.ts';
import { packageContentsSchema, packagePeekSchema } from '#shared/domain/packages/preview.ts';
import { errorsOf, unlocked } from './errors.ts';
import { jobRefSchema } from './jobs.ts';
import { portfolioRef } from './portfolios.ts';

const ofPortfolio = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };
const passphrase = z.string().max(1024).nullable();

const choice = portfolioRef.extend({
  audience: audienceSchema,
  /** Items and reviews the sender holds back. */
  exclude: z.array(idSchema).max(20_000).readonly(),
  /** For an assessor, and for nobody else: the request that goes, with the items it asks about. */
  request: idSchema.nullable().optional(),
});
const upload = z.strictObject({ uploadId: idSchema, passphrase });
const opened = z.strictObject({ openId: idSchema });

export const packagesContract = {
  /**
   * What a package for this audience would hold, counted and listed. Nothing is written. INVALID (`request`) when an
   * assessor's names no request, or another one names one.
   */
  contents: oc.errors(ofPortfolio).input(choice).output(packageContentsSchema),
  /**
   * Starts writing one: a job whose result is `packageWrittenSchema`. Either for people of the directory (and, with
   * `toMyself`, for this vault) or under a passphrase: INVALID (`recipients`) when it is neither or both. The job may
   * fail with FILE_TOO_LARGE.
   */
  write: oc
    .errors({ ...ofPortfolio, ...errorsOf('WEAK_PASSPHRASE') })
    .input(
      choice.extend({
        recipients: z.array(idSchema).max(100).readonly(),
        toMyself: z.boolean(),
        passphrase,
      }),
    )
    .output(jobRefSchema),
  /** Whose seal an uploaded package bears and what it says it holds. Of its contents nothing is read yet. */
  peek: oc
    .errors({
      ...ofPortfolio,
      ...errorsOf('PACKAGE_REFUSED', 'PACKAGE_NEWER', 'NOT_FOR_YOU'),
    })
    .input(upload)
    .output(packagePeekSchema),
  /**
   * Starts checking all of it: a job whose result is `packagePreviewSchema`. It fails with PACKAGE_REFUSED,
   * PACKAGE_NEWER, NOT_FOR_YOU or SENDER_UNKNOWN, and has then changed nothing. The upload is taken over.
   */
  open: oc
    .errors({ ...unlocked, ...errorsOf('NOT_FOUND') })
    .input(upload)
    .output(jobRefSchema),
  /** Starts taking it over, as one undoable step after a backup: a job whose result is `packageMergedSchema`. */
  merge: oc
    .errors({ ...unlocked, ...errorsOf('NOT_FOUND') })
    .input(opened)
    .output(jobRefSchema),
  /** Forgets an opened package. */
  discard: oc
    .errors({ ...unlocked, ...errorsOf('NOT_FOUND') })
    .input(opened)
    .output(z.strictObject({})),
};
