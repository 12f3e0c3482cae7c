import { oc } from '@orpc/contract';
import { z } from 'zod';
import { attachmentSchema } from '#shared/domain/evidence.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { errorsOf, unlocked } from './errors.ts';
import { portfolioRef } from './portfolios.ts';

export const filesContract = {
  /** Keeps a finished upload in the portfolio's blob store, encrypted and synced; the record that names it comes after. */
  keep: oc
    .errors({ ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') })
    .input(portfolioRef.extend({ uploadId: idSchema, name: z.string().min(1).max(255) }))
    .output(attachmentSchema),
};
