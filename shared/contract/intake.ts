import { oc } from '@orpc/contract';
import { z } from 'zod';
import { evidenceRowSchema } from '#shared/domain/evidence.ts';
import { errorsOf, unlocked } from './errors.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };

export const intakeContract = {
  /** What was kept quickly and is not finished yet, the last changed first; nothing from the trash. */
  drafts: oc
    .errors(errors)
    .input(portfolioRef)
    .output(z.strictObject({ rows: z.array(evidenceRowSchema).readonly() })),
};
