import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from '#shared/domain/ids.ts';
import { common, errorsOf } from './errors.ts';

export const jobStates = ['running', 'done', 'failed', 'cancelled'] as const;

/** Long work somebody waits for. What `result` holds is told by the procedure that started it. */
export const jobSchema = z.strictObject({
  id: idSchema,
  kind: z.string(),
  state: z.enum(jobStates),
  /** Progress of the present step, in units of its own (mostly bytes). `total` 0: not known yet. */
  done: z.number().nonnegative(),
  total: z.number().nonnegative(),
  /** A code for what is being done now; empty before the first step. */
  step: z.string(),
  failure: z.strictObject({ code: z.string(), data: z.unknown() }).nullable(),
  result: z.unknown(),
});
export type Job = Readonly<z.output<typeof jobSchema>>;

/** What starting one gives. */
export const jobRefSchema = z.strictObject({ jobId: idSchema });

const ofJob = { ...common, ...errorsOf('NOT_FOUND') };
const input = z.strictObject({ id: idSchema });

export const jobsContract = {
  /** How far it is. Jobs are forgotten when the vault is locked. */
  get: oc.errors(ofJob).input(input).output(jobSchema),
  /** Asks it to stop and waits until it has; work that was done by then stays done. */
  cancel: oc.errors(ofJob).input(input).output(jobSchema),
};
