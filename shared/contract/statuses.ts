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
  WRONG_RECOVERY_CODE: 403,
  NO_KEYCHAIN: 409,
  CHANGED_SINCE: 409,
  NOT_UNDOABLE: 409,
  PACKAGE_REFUSED: 422,
  PACKAGE_NEWER: 409,
  NOT_FOR_YOU: 403,
  SENDER_UNKNOWN: 403,
  BACKUP_FAILED: 500,
  CANCELLED: 409,
  KEY_FILE: 422,
  TIMESTAMP_FAILED: 502,
  SIGNED_COPY: 409,
  FILE_ENCRYPTED: 422,
  FILE_MALFORMED: 422,
  GUIDANCE_REFUSED: 422,
  IMPORT_REFUSED: 422,
  UNEXPECTED: 500,
};
