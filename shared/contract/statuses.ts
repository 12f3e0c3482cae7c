import type { FailureCode } from '#shared/domain/failure-codes.ts';

/**
 * The HTTP status each failure crosses the door with. oRPC counts an error as declared only when its status is the
 * declared one, so contract and host both read this table. 401 is kept for a lost session of the browser host.
 */
export const failureStatus: { readonly [C in FailureCode]: number } = {
  LOCKED: 423,
  WRONG_PASSPHRASE: 403,
  WEAK_PASSPHRASE: 422,
  VAULT_EXISTS: 409,
  VAULT_ABSENT: 404,
  VAULT_IN_USE: 409,
  VAULT_NEWER: 409,
  VAULT_DAMAGED: 500,
  DISK_FULL: 507,
  STORAGE_FAILED: 500,
  READ_ONLY: 403,
  INVALID: 400,
  NOT_FOUND: 404,
  REVIEW_STATE: 409,
  REVIEW_INCOMPLETE: 422,
  FILE_TOO_LARGE: 413,
  FILE_CHANGED: 422,
  UNEXPECTED: 500,
};
