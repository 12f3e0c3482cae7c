import { failureStatus } from '#shared/contract/statuses.ts';
import { isFailure } from '#shared/domain/failure.ts';
import { type FailureCode, type FailureData, failureData } from '#shared/domain/failure-codes.ts';
import { errorName, type FailureLog, newReference } from './failure-log.ts';

/** A failure in the only form in which it may leave: code, checked data, HTTP status. */
export type Crossing = {
  readonly code: FailureCode;
  readonly data: FailureData[FailureCode];
  readonly status: number;
};

/**
 * Decides what crosses the door for something thrown: a failure whose code the place declares and whose data fits
 * crosses as it is; anything else becomes UNEXPECTED with a reference, and only its kind is logged.
 * @param at a fixed name of the place, for example `evidence.create`.
 */
export function crossing(
  thrown: unknown,
  declares: (code: FailureCode) => boolean,
  log: FailureLog,
  at: string,
): Crossing {
  if (isFailure(thrown) && Object.hasOwn(failureData, thrown.failure)) {
    const code = thrown.failure;
    const data = failureData[code].safeParse(thrown.data);
    if (declares(code) && data.success) return { code, data: data.data, status: failureStatus[code] };
    return unexpected(`undeclared ${code}`, log, at);
  }
  return unexpected(errorName(thrown), log, at);
}

/** @param error the kind of fault: never its message. */
export function unexpected(error: string, log: FailureLog, at: string): Crossing {
  const reference = newReference();
  log({ reference, error, at });
  return { code: 'UNEXPECTED', data: { reference }, status: failureStatus.UNEXPECTED };
}
