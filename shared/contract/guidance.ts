import { oc } from '@orpc/contract';
import { z } from 'zod';
import { guidancePackSchema, packSummarySchema } from '#shared/domain/guidance-pack.ts';
import { common, errorsOf } from './errors.ts';

export const guidanceContract = {
  list: oc.errors(common).output(z.array(packSummarySchema).readonly()),
  get: oc
    .errors({ ...common, ...errorsOf('NOT_FOUND') })
    .input(z.strictObject({ packId: z.string().max(80) }))
    .output(guidancePackSchema),
};
