import { z } from 'zod';
import { isoDateSchema } from './dates.ts';
import { malformedReasons } from './documents/text.ts';
import { panelRefusals } from './panel/refusals.ts';
import { actionStatusSchema, missingForSigning, reviewStateSchema } from './review.ts';
import { stepRefusals } from './review-process/allowed.ts';
import { processStateSchema } from './review-process/states.ts';
import { meetingStateSchema } from './supervision/meeting.ts';
import { missingPartSchema } from './supervision/report-missing.ts';

/** One fault in what was sent: where, and a stable code for the words. */
export const issueSchema = z.strictObject({
  path: z.array(z.union([z.string(), z.number()])).readonly(),
  code: z.string(),
});
export type Issue = Readonly<z.output<typeof issueSchema>>;

const nothing = z.strictObject({});

/** Why a file full of evidence is not read. */
export const importRefusals = [
  'not-readable',
  'encrypted',
  'encoding',
  'empty',
  'no-such-sheet',
  'too-many-rows',
  'too-many-columns',
  'too-large',
  'too-slow',
] as const;
export type ImportRefusal = (typeof importRefusals)[number];

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
    what: z.enum([
      'portfolio',
      'evidence',
      'review',
      'guidance',
      'upload',
      'capability',
      'file',
      'person',
      'version',
      'conflict',
      'backup',
      'job',
      'seal',
      'search',
      'recommendation',
      'verifier',
      'referee',
      'post',
      'meeting',
      'action',
      'feedback',
      'request',
      'report',
      'opportunity',
    ]),
  }),
  REVIEW_STATE: z.strictObject({ state: reviewStateSchema }),
  MEETING_STATE: z.strictObject({ state: meetingStateSchema }),
  /** The action is closed already, or is open already. */
  ACTION_STATE: z.strictObject({ status: actionStatusSchema }),
  /** A sealed report is immutable; a draft has no seal to amend. */
  REPORT_STATE: z.strictObject({ state: z.enum(['draft', 'sealed']) }),
  REPORT_INCOMPLETE: z.strictObject({ missing: z.array(missingPartSchema).readonly() }),
  REVIEW_INCOMPLETE: z.strictObject({ missing: z.array(z.enum(missingForSigning)).readonly() }),
  /** A step of a review that cannot be taken. */
  REVIEW_STEP: z.strictObject({ why: z.enum(stepRefusals), state: processStateSchema }),
  /** The panel may write only while the window is open, and while a draft is under way. `from`, `to`: the window. */
  REVIEW_NOT_OPEN: z.strictObject({
    state: processStateSchema,
    from: isoDateSchema.nullable(),
    to: isoDateSchema.nullable(),
  }),
  /** Too few members have judged for the chair to sign. Names of members. */
  REVIEW_QUORUM: z.strictObject({
    needed: z.number().int(),
    finished: z.number().int(),
    unfinished: z.array(z.string()).readonly(),
    conflicts: z.array(z.string()).readonly(),
  }),
  FILE_TOO_LARGE: z.strictObject({ size: z.number(), limit: z.number() }),
  FILE_CHANGED: z.strictObject({ name: z.string() }),
  WRONG_RECOVERY_CODE: nothing,
  NO_KEYCHAIN: nothing,
  /** An undo, or a restored version, would overwrite what was changed since. */
  CHANGED_SINCE: z.strictObject({ count: z.number().int() }),
  /** Seals and signed reviews are amended, not undone; there may be nothing to undo; `gap`: what was before is damaged. */
  NOT_UNDOABLE: z.strictObject({ why: z.enum(['nothing', 'sealed', 'merged-on', 'moved', 'gap']) }),
  /** A package, backup or card that is not what it says. `why` is one of the codes in `renderer/text/package-words.ts`. */
  PACKAGE_REFUSED: z.strictObject({ why: z.string(), entry: z.string() }),
  PACKAGE_NEWER: z.strictObject({ needs: z.string() }),
  /** Encrypted to other people, or under another passphrase. */
  NOT_FOR_YOU: nothing,
  /** Sealed by somebody who is not in the directory, or not with the key known there. */
  SENDER_UNKNOWN: z.strictObject({ name: z.string(), fingerprint: z.string() }),
  BACKUP_FAILED: z.strictObject({ why: z.enum(['folder', 'full', 'verify', 'within-vault']) }),
  CANCELLED: nothing,
  /** A key file (P12) that cannot be used: wrong password, no key in it, expired, or of a kind not supported. */
  KEY_FILE: z.strictObject({
    why: z.enum(['password', 'no-key', 'expired', 'rsa-pss', 'unsupported', 'unreadable']),
  }),
  /** The service that was asked for a timestamp did not give one; nothing was signed. */
  TIMESTAMP_FAILED: z.strictObject({ why: z.enum(['unreachable', 'refused', 'invalid']) }),
  /** A signed report that cannot be taken, or signed, as it is. */
  SIGNED_COPY: z.strictObject({
    why: z.enum([
      'not-valid',
      'other-report',
      'nothing-new',
      'diverged',
      'no-place',
      'signed-already',
      'other-person',
    ]),
  }),
  /** A file under a password, which Waymark does not ask for. */
  FILE_ENCRYPTED: nothing,
  /** A file that could not be read; the file itself is kept as it is. */
  FILE_MALFORMED: z.strictObject({ why: z.enum(malformedReasons) }),
  /** A guidance file that cannot be taken. `at`: which part of it, where that is known. */
  GUIDANCE_REFUSED: z.strictObject({
    why: z.enum([
      'json',
      'too-large',
      'not-case',
      'wrong-shape',
      'missing-node',
      'cycle',
      'no-items',
      'too-many',
      'not-a-pack',
    ]),
    at: z.string(),
  }),
  /** A spreadsheet, bibliography or e-mail that is not brought in. `limit` is the number that was passed; 0 where none was. */
  IMPORT_REFUSED: z.strictObject({ why: z.enum(importRefusals), limit: z.number().int() }),
  /** What a member of a panel, or its chair, may not do now, or not at all. */
  PANEL_REFUSED: z.strictObject({ why: z.enum(panelRefusals) }),
  UNEXPECTED: z.strictObject({ reference: z.string() }),
} as const;
export type FailureCode = keyof typeof failureData;
export type FailureData = { readonly [C in FailureCode]: z.output<(typeof failureData)[C]> };
