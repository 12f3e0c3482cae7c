import { oc } from '@orpc/contract';
import { z } from 'zod';
import { columnsSchema } from '#shared/domain/evidence-list/columns.ts';
import { savedSearchInputSchema, savedSearchSchema } from '#shared/domain/evidence-list/saved-search.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { errorsOf, unlocked } from './errors.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };
const searchRef = portfolioRef.extend({ id: idSchema });

/** How somebody wants to see the evidence of a portfolio: columns, and searches under a name. */
export const listsContract = {
  /** Searches by name. */
  view: oc
    .errors(errors)
    .input(portfolioRef)
    .output(z.strictObject({ columns: columnsSchema, searches: z.array(savedSearchSchema).readonly() })),
  setColumns: oc
    .errors(errors)
    .input(portfolioRef.extend({ columns: columnsSchema }))
    .output(z.null()),
  /** INVALID `already-there` at `search.name`: another one is called that, also in other letters. */
  addSearch: oc
    .errors(errors)
    .input(portfolioRef.extend({ search: savedSearchInputSchema }))
    .output(savedSearchSchema),
  /** As `addSearch`. */
  changeSearch: oc
    .errors(errors)
    .input(searchRef.extend({ search: savedSearchInputSchema }))
    .output(savedSearchSchema),
  removeSearch: oc.errors(errors).input(searchRef).output(z.null()),
};
