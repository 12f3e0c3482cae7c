import { type FailureCode, failureData } from '#shared/domain/failure-codes.ts';
import { failureStatus } from './statuses.ts';

type ErrorMap<C extends FailureCode> = {
  readonly [K in C]: { readonly data: (typeof failureData)[K]; readonly status: number };
};

/** The typed errors a procedure declares, taken from the one table of failures. */
export function errorsOf<const C extends FailureCode>(...codes: readonly C[]): ErrorMap<C> {
  return Object.fromEntries(
    codes.map((code) => [code, { data: failureData[code], status: failureStatus[code] }]),
  ) as ErrorMap<C>;
}

/** Every procedure may meet these. */
export const common = errorsOf('INVALID', 'UNEXPECTED', 'STORAGE_FAILED', 'DISK_FULL', 'READ_ONLY');
/** Procedures that need an open vault. */
export const unlocked = { ...common, ...errorsOf('LOCKED') };
