import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from '#shared/domain/ids.ts';
import { programmeNamesSchema, programmeSchema } from '#shared/domain/programme/letterhead.ts';
import { errorsOf, unlocked } from './errors.ts';

export const papersContract = {
  /** Whose programme it is: the head of reports and printed forms. Empty until somebody fills it in. */
  letterhead: oc.errors(unlocked).output(programmeSchema),
  setLetterhead: oc.errors(unlocked).input(programmeNamesSchema).output(programmeSchema),
  /**
   * Sets or, with null, removes the picture beside the names. Only a PNG or JPEG of at most 200 KB that can be laid out
   * is taken; it is judged by its bytes. The upload is dropped.
   */
  setLogo: oc
    .errors({ ...unlocked, ...errorsOf('NOT_FOUND', 'FILE_TOO_LARGE') })
    .input(z.strictObject({ uploadId: idSchema.nullable() }))
    .output(programmeSchema),
};
