import type { BackupInfo, BackupReason } from '#shared/domain/backup.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { SealedHeads, StoreHeads } from '#shared/domain/sealed-heads.ts';
import type { Secret } from './reading.ts';
import type { PortfolioRecords, ProfileRecords, RecordStore } from './store.ts';

/** The sealed heads of an open vault. Storage keeps the bytes; what seals them is the services' affair. */
export type VaultHeads = {
  /** Where the journals stand: of the stores open now, and of the others as they were last sealed. */
  readonly current: () => StoreHeads;
  readonly sealed: () => SealedHeads | undefined;
  /** Resolves when they are on disk in place of the last ones. */
  readonly keep: (heads: SealedHeads) => Promise<void>;
};

/** Bytes done so far, of how many. */
export type Progress = (done: number, total: number) => void;

export type BackupRequest = {
  readonly reason: BackupReason;
  readonly at: Date;
  /** Of Waymark, for the manifest. */
  readonly version: string;
  readonly signal?: AbortSignal | undefined;
  readonly progress?: Progress | undefined;
};

export type BackupList = {
  /** Newest first. */
  readonly backups: readonly BackupInfo[];
  /** Files that look like backups and are not whole ones of this vault. */
  readonly unreadable: readonly string[];
  /** Where the journals stood at the newest one. */
  readonly newest: StoreHeads | undefined;
};

/** Backups of an open vault. One is made at a time. */
export type VaultBackups = {
  /**
   * Writes one more snapshot into the folder, attachments beside it, reads it back, and thins the older ones. Fails with
   * BACKUP_FAILED (within-vault, folder, verify) or CANCELLED; the vault and earlier backups are then as they were.
   */
  readonly make: (folder: string, request: BackupRequest) => Promise<BackupInfo>;
  /** One self-contained file in a folder, read back. Fails as `make` does. */
  readonly save: (folder: string, name: string, request: BackupRequest) => Promise<BackupInfo>;
  /** The same file as a stream. `size` is near enough for a progress bar. */
  readonly stream: (
    request: BackupRequest,
  ) => Promise<{ readonly size: number; readonly bytes: AsyncIterable<Uint8Array> }>;
  readonly list: (folder: string) => Promise<BackupList>;
  /** Fails with BACKUP_FAILED: within-vault, or folder when there is none. */
  readonly assertOutside: (folder: string) => Promise<void>;
};

export type FoundBackup = {
  readonly id: string;
  readonly folder: string;
  readonly vaultId: Id;
  readonly info: BackupInfo;
};

/** Where backups go on this computer. Fails with BACKUP_FAILED (folder). */
export type BackupPlaces = {
  /** The default for all vaults of this computer. */
  readonly root: string;
  readonly folderFor: (
    vaultId: Id,
  ) => Promise<{ readonly folder: string; readonly chosen: boolean; readonly synced: boolean }>;
  /** Paths of what look like backups of this vault; empty when their folder is not there. Newest last. */
  readonly filesOf: (vaultId: Id) => Promise<readonly string[]>;
  /** Whatever calls itself a backup in any vault's folder of this computer. Nothing it says is proven. Newest first. */
  readonly found: () => Promise<readonly FoundBackup[]>;
  readonly exists: (path: string) => Promise<boolean>;
  /** The folder, made if it is the default; a chosen one must be there. */
  readonly prepare: (vaultId: Id) => Promise<string>;
  /** Backups go into a folder of their own within this one from now on; null: the default again. */
  readonly choose: (vaultId: Id, parent: string | null) => Promise<void>;
};

/** Where a backup is read from: a file on this computer, attachments perhaps beside it, or bytes that came through the door. */
export type BackupSource = { readonly path: string } | { readonly bytes: () => AsyncIterable<Uint8Array> };

export type RestoreRequest = {
  readonly source: BackupSource;
  readonly secret: Secret;
  /** Whether a vault that is in the way may be renamed; it is never deleted. */
  readonly keepAside: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly progress?: Progress | undefined;
};
export type Restored = {
  readonly info: BackupInfo;
  /** Where the journals stood when the backup was made. */
  readonly heads: StoreHeads;
  /** Where the folder is now that was in the way. */
  readonly keptAside: string | null;
};

/** Another version of this vault that lies in it or beside it: a file a sync program made, or a copied folder. */
export type StrayCopy = {
  readonly id: string;
  readonly kind: 'file' | 'folder';
  /** Path within the vault, or the folder's whole path. */
  readonly place: string;
};
export type CopySource =
  | { readonly path: string; readonly signal?: AbortSignal | undefined }
  | { readonly copy: StrayCopy };

/** Another version of an open vault, to be merged into it. */
export type OtherCopy = {
  readonly profile: RecordStore<ProfileRecords> | undefined;
  readonly portfolios: ReadonlyMap<Id, RecordStore<PortfolioRecords>>;
  /** Portfolios that are damaged in it: nothing of theirs can be taken. */
  readonly damaged: readonly Id[];
  /** Copies the attached files that are missing here. */
  readonly bringAttachments: (id: Id) => Promise<void>;
  /** Takes over a portfolio that is not here at all. */
  readonly adopt: (id: Id) => Promise<void>;
  readonly close: () => Promise<void>;
};
