import type { FailureCode, FailureData } from './failure-codes.ts';

/** A failure the user can understand: a stable code and its data. Words for it live in `renderer/text`. */
export type Failure<C extends FailureCode = FailureCode> = Error & {
  readonly failure: C;
  readonly data: FailureData[C];
};

/** Makes a failure to throw. The message is the code alone, so that it can reach a log without leaking content. */
export function failure<C extends FailureCode>(code: C, data: FailureData[C]): Failure<C> {
  return Object.assign(new Error(code), { failure: code, data });
}

export function isFailure(thrown: unknown): thrown is Failure {
  return thrown instanceof Error && 'failure' in thrown && typeof thrown.failure === 'string';
}
