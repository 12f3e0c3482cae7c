import { ORPCError, ValidationError } from '@orpc/contract';
import { failureStatus } from '#shared/contract/statuses.ts';
import type { Issue } from '#shared/domain/failure-codes.ts';
import { type Crossing, crossing, unexpected } from './crossing.ts';
import type { FailureLog } from './failure-log.ts';
import { toIssues } from './issues.ts';

/** As an oRPC error the client recognises as declared. */
const declared = ({ code, data, status }: Crossing): ORPCError<string, unknown> =>
  new ORPCError(code, { defined: true, status, data, message: code });

export const invalidInput = (issues: readonly Issue[]): ORPCError<string, unknown> =>
  declared({ code: 'INVALID', data: { issues }, status: failureStatus.INVALID });

/**
 * Turns whatever came out of one call (schemas included) into the error that crosses.
 * @param errorMap the procedure's declared errors.
 * @param at the procedure, for example `evidence.create`.
 */
export function toDeclaredError(
  thrown: unknown,
  errorMap: Readonly<Record<string, unknown>>,
  log: FailureLog,
  at: string,
): ORPCError<string, unknown> {
  if (thrown instanceof ORPCError && thrown.cause instanceof ValidationError) {
    if (thrown.code === 'BAD_REQUEST') return invalidInput(toIssues(thrown.cause.issues));
    return declared(unexpected('OutputValidationError', log, at));
  }
  return declared(crossing(thrown, (code) => Object.hasOwn(errorMap, code), log, at));
}
