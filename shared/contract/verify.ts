import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from '#shared/domain/ids.ts';
import { verdictSchema } from '#shared/domain/verdict.ts';
import { common, errorsOf, unlocked } from './errors.ts';

export const verifyContract = {
  /** Judges an uploaded PDF. Works without a vault: anyone handed a report can check it. The upload is then dropped. */
  check: oc
    .errors({ ...common, ...errorsOf('NOT_FOUND', 'FILE_TOO_LARGE') })
    .input(z.strictObject({ uploadId: idSchema }))
    .output(verdictSchema),
  /**
   * The owner of this vault signs a report that somebody else sent, in a place that is still empty. The signed file
   * waits in the outbox to be saved and sent back. The upload is then dropped.
   */
  sign: oc
    .errors({
      ...unlocked,
      ...errorsOf(
        'NOT_FOUND',
        'FILE_TOO_LARGE',
        'SIGNED_COPY',
        'WRONG_PASSPHRASE',
        'VAULT_DAMAGED',
        'TIMESTAMP_FAILED',
      ),
    })
    .input(
      z.strictObject({
        uploadId: idSchema,
        fieldName: z.string().min(1).max(200),
        passphrase: z.string().max(1024),
      }),
    )
    .output(
      z.strictObject({
        /** Of the waiting file. */
        id: idSchema,
        name: z.string(),
        size: z.number().int(),
        verdict: verdictSchema,
      }),
    ),
};
