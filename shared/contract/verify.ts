import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from '#shared/domain/ids.ts';
import { verdictSchema } from '#shared/domain/verdict.ts';
import { common, errorsOf } from './errors.ts';

export const verifyContract = {
  /** Judges an uploaded PDF. Works without a vault: anyone handed a report can check it. The upload is then dropped. */
  check: oc
    .errors({ ...common, ...errorsOf('NOT_FOUND', 'FILE_TOO_LARGE') })
    .input(z.strictObject({ uploadId: idSchema }))
    .output(verdictSchema),
};
