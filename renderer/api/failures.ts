import { ORPCError } from '@orpc/client';
import { isFailure } from '#shared/domain/failure.ts';
import { type FailureCode, type FailureData, failureData } from '#shared/domain/failure-codes.ts';

/** A failure with a code the words are written for. */
export type KnownFailure = {
  readonly [C in FailureCode]: { readonly code: C; readonly data: FailureData[C] };
}[FailureCode];

const isCode = (code: string): code is FailureCode => Object.hasOwn(failureData, code);

/** Reads `{code, data}` as it came through the door; null when it is nothing the words know. */
export function knownFailure(code: string, data: unknown): KnownFailure | null {
  if (!isCode(code)) return null;
  const parsed = failureData[code].safeParse(data);
  // The schema looked up by the code has just accepted the data, so the pair belongs together.
  return parsed.success ? ({ code, data: parsed.data } as KnownFailure) : null;
}

/** The typed failure inside anything caught; null for faults that carry none, such as a lost connection. */
export function failureOf(fault: unknown): KnownFailure | null {
  if (fault instanceof ORPCError) return knownFailure(fault.code, fault.data);
  if (isFailure(fault)) return knownFailure(fault.failure, fault.data);
  return null;
}

export const isFailureCode = (fault: unknown, code: FailureCode): boolean => failureOf(fault)?.code === code;
