import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from '#shared/domain/ids.ts';
import {
  portfolioInputSchema,
  portfolioSchema,
  shelfEntrySchema,
  workingLifeSchema,
} from '#shared/domain/portfolio.ts';
import { errorsOf, unlocked } from './errors.ts';

const withPortfolio = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };
export const portfolioRef = z.strictObject({ portfolioId: idSchema });

export const portfoliosContract = {
  list: oc.errors(unlocked).output(z.array(shelfEntrySchema).readonly()),
  create: oc.errors(withPortfolio).input(portfolioInputSchema).output(portfolioSchema),
  get: oc.errors(withPortfolio).input(portfolioRef).output(portfolioSchema),
  update: oc
    .errors(withPortfolio)
    .input(portfolioRef.extend({ portfolio: portfolioInputSchema }))
    .output(portfolioSchema),
  /** Breaks and working time, which decide how far back windows reach; everything else stays as it is. */
  setWorkingLife: oc
    .errors(withPortfolio)
    .input(portfolioRef.extend(workingLifeSchema.shape))
    .output(portfolioSchema),
};
