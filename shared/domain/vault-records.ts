import { z } from 'zod';
import { isoInstantSchema } from './dates.ts';
import { columnsSchema } from './evidence-list/columns.ts';
import { identifierSettingsSchema } from './identifiers/settings.ts';
import { idSchema, sha256Schema } from './ids.ts';
import { setAsideSchema } from './next-steps/next-steps.ts';
import { deadlineSettingsSchema } from './programme/deadline-settings.ts';
import { programmeSchema } from './programme/letterhead.ts';
import { outcomeOptionSchema } from './review.ts';
import { sealKindSchema, sealStatementSchema } from './seals.ts';
import { lockAfterSchema } from './security.ts';
import { timestampServiceSchema } from './timestamp-service.ts';

/** A signing key kept in the vault. The private half is wrapped; the trust room alone opens it. */
export const signerRecordSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  gmcNumber: z.string().nullable(),
  /** True for the vault's owner, whose key opens with the vault's passphrase; others have one of their own. */
  owner: z.boolean(),
  /** PEM, leaf first, then the device's root, or the organisation's issuers as far as they came along. */
  certificates: z.array(z.string()).readonly(),
  /** Wrapped PKCS #8, in the trust room's own form. */
  wrappedKey: z.string(),
  createdAt: isoInstantSchema,
  /** Brought along from an organisation's key file, and used instead of the device's own. Absent: made here. */
  source: z.literal('organisation').optional(),
});
export type SignerRecord = Readonly<z.output<typeof signerRecordSchema>>;

export const settingsSchema = z.strictObject({
  id: z.literal('settings'),
  outcomes: z.array(outcomeOptionSchema).readonly(),
  /** Absent in vaults of Waymark 0.1: the default then. */
  lockAfter: lockAfterSchema.optional(),
  /** Asked for a timestamp at each signature. Absent or null: none is asked. */
  timestampService: timestampServiceSchema.nullable().optional(),
  /** When the recovery code was made whose page the owner said is kept. */
  recoveryPageKept: isoInstantSchema.optional(),
  /** Columns of the evidence list, by portfolio. Absent: the usual ones. */
  listColumns: z.record(idSchema, columnsSchema).optional(),
  /** How identifiers are looked for. Absent: as they are everywhere. */
  identifiers: identifierSettingsSchema.optional(),
  /** The programme's days around a panel, and when they were last changed. Absent: the usual ones. */
  programmeDeadlines: z
    .strictObject({ days: deadlineSettingsSchema, changedAt: isoInstantSchema })
    .optional(),
  /** Suggestions of what to do next, and reminders of a programme, that were put out of sight. Absent: none. */
  setAside: z.array(setAsideSchema).max(2000).readonly().optional(),
  /** The letterhead of reports and forms. Absent: none. */
  programme: programmeSchema.optional(),
  /** Months a supervisor's report may be old on the day of a review. Absent: as `shared/guidance/supervisor-report.json` says. */
  reportMonths: z.number().int().min(1).max(24).optional(),
});
export type Settings = Readonly<z.output<typeof settingsSchema>>;

/** The on-device root that vouches for this vault's signers. */
export const deviceRootSchema = z.strictObject({
  id: z.literal('root'),
  certificate: z.string(),
  key: z.string(),
});
export type DeviceRoot = Readonly<z.output<typeof deviceRootSchema>>;

/** Where a journal stood: how many lines, and the SHA-256 of the last one's plain text. */
export const journalHeadSchema = z.strictObject({
  entries: z.number().int().nonnegative(),
  hash: sha256Schema,
});
export type JournalHead = Readonly<z.output<typeof journalHeadSchema>>;

/**
 * Seal over an immutable revision: whose key, over which hash. The seal a chair's signature leaves (`review-outcome`) is
 * over the canonical JSON of the report's model, kept as a file; every other is over its own `statement`.
 */
export const sealRecordSchema = z.strictObject({
  id: idSchema,
  subject: sealKindSchema,
  subjectId: idSchema,
  /** SHA-256 of the canonical JSON of the model (without its own fingerprint) or of the statement. */
  fingerprint: sha256Schema,
  certificates: z.array(z.string()).readonly(),
  /** Base64 of the signature over the canonical JSON of the sealed model or statement. */
  signature: z.string(),
  sealedAt: isoInstantSchema,
  journal: z.strictObject({ entries: z.number().int().nonnegative(), head: sha256Schema }),
  /** Absent for `review-outcome`. */
  statement: sealStatementSchema.optional(),
});
export type SealRecord = Readonly<z.output<typeof sealRecordSchema>>;
