import { oc } from '@orpc/contract';
import { z } from 'zod';
import { backupInfoSchema } from '#shared/domain/backup.ts';
import { isoInstantSchema } from '#shared/domain/dates.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { mergeSummarySchema } from '#shared/domain/revisions.ts';
import { checkReportSchema } from '#shared/domain/vault-check.ts';
import { common, errorsOf, unlocked } from './errors.ts';
import { jobRefSchema } from './jobs.ts';
import { passphraseSchema, recoveryCodeSchema } from './security.ts';

const inFolder = { ...unlocked, ...errorsOf('BACKUP_FAILED') };

/** How the backups of the open vault stand. */
export const backupStatusSchema = z.strictObject({
  folder: z.string(),
  /** Whether somebody chose that folder; otherwise it is the usual one. */
  chosen: z.boolean(),
  synced: z.boolean(),
  /** Newest first; empty also when the folder cannot be reached. */
  backups: z.array(backupInfoSchema).readonly(),
  /** Names of files there that look like backups and are not whole ones of this vault. */
  unreadable: z.array(z.string()).readonly(),
  /** Bytes of all backups with the attachments they share. */
  size: z.number().int(),
  running: z.boolean(),
  failed: z.strictObject({ at: isoInstantSchema, code: z.string(), data: z.unknown() }).nullable(),
  /** True when there is none, or the last is older than a week: worth a word on the home screen. */
  overdue: z.boolean(),
  /** False for the sample, of which nothing is kept. */
  kept: z.boolean(),
});
export type BackupStatus = Readonly<z.output<typeof backupStatusSchema>>;

/** A backup found on this computer while no vault is open. What it says of itself is not proven yet. */
export const foundBackupSchema = z.strictObject({
  id: z.string().max(200),
  folder: z.string(),
  /** Whether it is of the vault that belongs in this app's place, as far as that can be told. */
  own: z.boolean(),
  info: backupInfoSchema,
});
export type FoundBackup = Readonly<z.output<typeof foundBackupSchema>>;

const backupChoice = z.union([
  z.strictObject({ uploadId: idSchema }),
  z.strictObject({ foundId: z.string().max(200) }),
  /** A file on this computer, with the attachments beside it where it has none inside: no upload, however large. */
  z.strictObject({ path: z.string().min(1).max(4096) }),
]);
const secret = z.union([
  z.strictObject({ passphrase: passphraseSchema }),
  z.strictObject({ recoveryCode: recoveryCodeSchema }),
]);

/** What the job of `restore` results in. */
export const restoredSchema = z.strictObject({
  info: backupInfoSchema,
  /** The folder that was in the way has this name now. */
  keptAside: z.string().nullable(),
  report: checkReportSchema,
});
export type RestoredResult = Readonly<z.output<typeof restoredSchema>>;
/** What the job of `saveComplete` results in: a file of the outbox. */
export const completeFileSchema = z.strictObject({ id: idSchema, name: z.string(), size: z.number().int() });

/** Something of this vault that was changed elsewhere and found its way back: a copy a sync program made, or a copied folder. */
export const strayCopySchema = z.strictObject({
  id: z.string().max(300),
  kind: z.enum(['file', 'folder']),
  /** Path within the vault, or the folder's whole path. */
  place: z.string(),
});
export type StrayCopy = Readonly<z.output<typeof strayCopySchema>>;

const copyChoice = z.union([
  z.strictObject({ path: z.string().min(1).max(4096) }),
  z.strictObject({ backup: z.string().max(100) }),
  z.strictObject({ copyId: z.string().max(300) }),
]);
/** What the job of `previewMerge` results in. */
export const mergePreviewSchema = z.strictObject({
  counts: mergeSummarySchema.shape.counts,
  /** Portfolios that are in the copy and not here. */
  newPortfolios: z.number().int(),
  /** Portfolios that are left out because they are damaged, here or in the copy. */
  damaged: z.number().int(),
});
export type MergePreview = Readonly<z.output<typeof mergePreviewSchema>>;
/** What the job of `merge` results in. */
export const mergedSchema = mergePreviewSchema.extend({
  /** The one line of each portfolio that brought something in: undoing it takes it back. New portfolios have none. */
  steps: z.array(z.strictObject({ portfolioId: idSchema, seq: z.number().int().positive() })).readonly(),
});
export type MergedResult = Readonly<z.output<typeof mergedSchema>>;

export const backupsContract = {
  status: oc.errors(unlocked).output(backupStatusSchema),
  /** Starts one more backup: a job whose result is `backupInfoSchema`; null for the sample. May fail with BACKUP_FAILED. */
  make: oc.errors(unlocked).output(jobRefSchema),
  /** Starts writing one file with everything in it: a job whose result is `completeFileSchema`. */
  saveComplete: oc.errors(unlocked).output(jobRefSchema),
  /** Backups go into a folder of their own within this one from now on; null: the usual one again. */
  choose: oc
    .errors(inFolder)
    .input(z.strictObject({ folder: z.string().min(1).max(2000).nullable() }))
    .output(backupStatusSchema),
  /** Starts checking the whole vault: a job whose result is `checkReportSchema`. Writes nothing. */
  check: oc.errors(unlocked).output(jobRefSchema),
  /** Backups in the usual and chosen folders of this computer. Needs no vault. */
  found: oc.errors(common).output(z.array(foundBackupSchema).readonly()),
  /**
   * Starts restoring into this app's place: a job whose result is `restoredSchema`. Needs no vault; fails with
   * VAULT_EXISTS when one is open, or there and may not be kept aside. The job may fail with PACKAGE_REFUSED,
   * PACKAGE_NEWER, WRONG_PASSPHRASE, WRONG_RECOVERY_CODE or VAULT_IN_USE, and has then changed nothing.
   */
  restore: oc
    .errors({ ...common, ...errorsOf('NOT_FOUND', 'VAULT_EXISTS') })
    .input(z.strictObject({ from: backupChoice, secret, keepAside: z.boolean() }))
    .output(jobRefSchema),
  /** Copies of files or of the whole vault that lie beside it. */
  copies: oc.errors(unlocked).output(z.array(strayCopySchema).readonly()),
  /** Starts finding out what merging a backup or copy of this same vault would do: a job, `mergePreviewSchema`. */
  previewMerge: oc.errors(unlocked).input(copyChoice).output(jobRefSchema),
  /** Starts merging it, after a backup: a job, `mergedSchema`. A copy beside the vault is then set aside. */
  merge: oc.errors(unlocked).input(copyChoice).output(jobRefSchema),
};
