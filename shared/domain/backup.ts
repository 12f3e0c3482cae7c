import { z } from 'zod';
import { isoInstantSchema } from './dates.ts';
import { idSchema, sha256Schema } from './ids.ts';
import { storeHeadsSchema, storeNameSchema } from './sealed-heads.ts';

export const backupReasons = [
  'automatic',
  'by-hand',
  'before-import',
  'before-migration',
  'before-bulk-delete',
] as const;
export const backupReasonSchema = z.enum(backupReasons);
export type BackupReason = z.infer<typeof backupReasonSchema>;

export const backupFormat = 1;

/**
 * Stores and their journal segments, the header and the sealed heads: all that a backup file itself holds. Checkpoints
 * only of a store that is damaged, since elsewhere they follow from the journal.
 */
const fileNames =
  /^(vault\.json|heads|(profile|portfolios\/[0-9a-f-]{36})\/(journal-[0-9]{6,9}\.log|checkpoint-[0-9]{6,9}\.bin)|portfolios\/[0-9a-f-]{36}\/blobs\/[0-9a-f]{2}\/[0-9a-f]{64})$/;
const attachmentNames = /^portfolios\/[0-9a-f-]{36}\/blobs\/([0-9a-f]{2})\/\1[0-9a-f]{62}$/;

const kept = {
  size: z
    .number()
    .int()
    .nonnegative()
    .max(2 ** 40),
  sha256: sha256Schema,
};
const keptFileSchema = z.strictObject({ name: z.string().max(200).regex(fileNames), ...kept });
const keptAttachmentSchema = z.strictObject({ name: z.string().max(200).regex(attachmentNames), ...kept });
export type KeptFile = Readonly<z.output<typeof keptFileSchema>>;

/**
 * A store that was damaged when it was backed up; its files are copied as they are. `records`: it did not open; `history`:
 * it did, and only how its records came to be is damaged.
 */
export const damagedStoreSchema = z.strictObject({
  store: storeNameSchema,
  what: z.enum(['records', 'history']),
});
export type DamagedStore = Readonly<z.output<typeof damagedStoreSchema>>;

/** What a backup says of itself. It names no person and no file of theirs: only what is on disk, all of it ciphertext. */
export const backupManifestSchema = z.strictObject({
  kind: z.literal('waymark-backup'),
  format: z.literal(backupFormat),
  /** The first Waymark that reads this format. */
  needs: z.string().max(40),
  vaultId: idSchema,
  madeAt: isoInstantSchema,
  reason: backupReasonSchema,
  version: z.string().max(40),
  /** Whether the attachments are inside; otherwise they are in the folder the file lies in. */
  complete: z.boolean(),
  heads: storeHeadsSchema,
  files: z.array(keptFileSchema).max(100_000).readonly(),
  attachments: z.array(keptAttachmentSchema).max(150_000).readonly(),
  /** Absent where nothing was damaged. */
  damaged: z.array(damagedStoreSchema).max(10_000).readonly().optional(),
});
export type BackupManifest = Readonly<z.output<typeof backupManifestSchema>>;

/** One backup in a list. Sizes are bytes. */
export const backupInfoSchema = z.strictObject({
  /** The file's name in the backup folder. */
  name: z.string(),
  madeAt: isoInstantSchema,
  reason: backupReasonSchema,
  version: z.string(),
  /** The file itself, without the attachments kept beside it. */
  size: z.number().int(),
  attachments: z.strictObject({ count: z.number().int(), size: z.number().int() }),
  /** Stores that were damaged when it was made, copied as they were. */
  damaged: z.array(damagedStoreSchema).readonly(),
  /** Journal lines in it: what tells one backup from another when nothing else does. */
  entries: z.number().int(),
});
export type BackupInfo = Readonly<z.output<typeof backupInfoSchema>>;

export const infoOf = (name: string, size: number, manifest: BackupManifest): BackupInfo => ({
  name,
  size,
  madeAt: manifest.madeAt,
  reason: manifest.reason,
  version: manifest.version,
  attachments: {
    count: manifest.attachments.length,
    size: manifest.attachments.reduce((sum, attachment) => sum + attachment.size, 0),
  },
  damaged: manifest.damaged ?? [],
  entries: Object.values(manifest.heads).reduce((sum, head) => sum + head.entries, 0),
});
