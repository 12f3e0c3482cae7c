import { oc } from '@orpc/contract';
import { z } from 'zod';
import { evidenceInputSchema, evidenceItemSchema, evidenceRowSchema } from '#shared/domain/evidence.ts';
import { evidenceFilterSchema, evidenceSortSchema } from '#shared/domain/evidence-list/query.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { errorsOf, unlocked } from './errors.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER') };
const itemRef = portfolioRef.extend({ id: idSchema });

export const evidencePageSchema = z.strictObject({
  total: z.number().int(),
  offset: z.number().int(),
  rows: z.array(evidenceRowSchema).readonly(),
});

export const evidenceContract = {
  /** A window of the sorted, filtered list, so that cost follows the screen and not the portfolio. */
  list: oc
    .errors(errors)
    .input(
      portfolioRef.extend({
        filter: evidenceFilterSchema,
        sort: evidenceSortSchema,
        offset: z.number().int().nonnegative(),
        limit: z.number().int().min(1).max(200),
      }),
    )
    .output(evidencePageSchema),
  get: oc.errors(errors).input(itemRef).output(evidenceItemSchema),
  create: oc
    .errors(errors)
    .input(portfolioRef.extend({ item: evidenceInputSchema }))
    .output(evidenceItemSchema),
  update: oc
    .errors(errors)
    .input(itemRef.extend({ item: evidenceInputSchema }))
    .output(evidenceItemSchema),
  trash: oc.errors(errors).input(itemRef).output(evidenceItemSchema),
  restore: oc.errors(errors).input(itemRef).output(evidenceItemSchema),
};
