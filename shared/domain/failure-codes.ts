import { z } from 'zod';
import { missingForSigning, reviewStateSchema } from './review.ts';

/** One fault in what was sent: where, and a stable code for the words. */
export const issueSchema = z.strictObject({
  path: z.array(z.union([z.string(), z.number()])).readonly(),
  code: z.string(),
});
export type Issue = Readonly<z.output<typeof issueSchema>>;

const nothing = z.strictObject({});

/** Every failure that can cross the door, with its data. One table: contract, services and words all derive from it. */
export const failureData = {
  LOCKED: nothing,
  WRONG_PASSPHRASE: nothing,
  WEAK_PASSPHRASE: z.strictObject({ atLeast: z.number().int() }),
  VAULT_EXISTS: nothing,
  VAULT_ABSENT: nothing,
  VAULT_IN_USE: z.strictObject({ owner: z.string() }),
  VAULT_NEWER: z.strictObject({ file: z.string(), needs: z.string() }),
  VAULT_DAMAGED: z.strictObject({ file: z.string(), what: z.string() }),
  DISK_FULL: nothing,
  STORAGE_FAILED: z.strictObject({ code: z.string() }),
  READ_ONLY: nothing,
  INVALID: z.strictObject({ issues: z.array(issueSchema).readonly() }),
  NOT_FOUND: z.strictObject({
    what: z.enum(['portfolio', 'evidence', 'review', 'guidance', 'upload', 'capability', 'file']),
  }),
  REVIEW_STATE: z.strictObject({ state: reviewStateSchema }),
  REVIEW_INCOMPLETE: z.strictObject({ missing: z.array(z.enum(missingForSigning)).readonly() }),
  FILE_TOO_LARGE: z.strictObject({ size: z.number(), limit: z.number() }),
  FILE_CHANGED: z.strictObject({ name: z.string() }),
  UNEXPECTED: z.strictObject({ reference: z.string() }),
} as const;
export type FailureCode = keyof typeof failureData;
export type FailureData = { readonly [C in FailureCode]: z.output<(typeof failureData)[C]> };
