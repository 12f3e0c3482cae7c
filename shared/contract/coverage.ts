import { oc } from '@orpc/contract';
import { coverageMapSchema } from '#shared/domain/coverage/types.ts';
import { errorsOf, unlocked } from './errors.ts';
import { portfolioRef } from './portfolios.ts';

export const coverageContract = {
  map: oc
    .errors({ ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') })
    .input(portfolioRef)
    .output(coverageMapSchema),
};
