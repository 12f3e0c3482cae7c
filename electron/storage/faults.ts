import type { Damage } from '#shared/domain/damage.ts';
import { failure, isFailure } from '#shared/domain/failure.ts';
import { codeOf } from './files.ts';

export type { Damage } from '#shared/domain/damage.ts';

/**
 * @param file path within the vault, with `/`.
 * @param line 1-based line of a journal segment, if the damage is in one.
 */
export const damaged = (file: string, what: Damage, line?: number) =>
  failure('VAULT_DAMAGED', { file: line === undefined ? file : `${file}:${line}`, what });

export const newer = (file: string, needs: string) => failure('VAULT_NEWER', { file, needs });

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** System errors as failures the user can understand; failures and faults of our own pass unchanged. */
export function asStorageFailure(thrown: unknown): unknown {
  const code = codeOf(thrown);
  if (isFailure(thrown) || code === undefined || !/^E[A-Z0-9]+$/.test(code)) return thrown;
  return full.has(code) ? failure('DISK_FULL', {}) : failure('STORAGE_FAILED', { code });
}

export async function orStorageFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw asStorageFailure(thrown);
  }
}
