import type { Id, Sha256 } from '#shared/domain/ids.ts';
import type { SealedHeads, StoreHeads } from '#shared/domain/sealed-heads.ts';
import type { Finding } from '#shared/domain/vault-check.ts';
import type { JournalHead } from '#shared/domain/vault-records.ts';
import type { Progress } from './backups.ts';
import type { PortfolioRecords, ProfileRecords } from './store.ts';

/** A store as it was read from its first line on, without changing anything. */
export type StoreReading<R> = {
  /** Whether all of it could be read; if not, this is what stood before the damage. */
  readonly whole: boolean;
  readonly head: JournalHead;
  /** The hash behind that many lines; undefined when there are fewer. */
  readonly hashAt: (entries: number) => Sha256 | undefined;
  /** Whether any version of this record came from another vault. */
  readonly isBrought: (collection: keyof R & string, id: string) => boolean;
  readonly all: <K extends keyof R & string>(collection: K) => ReadonlyMap<string, R[K]>;
};
export type PortfolioReading = StoreReading<PortfolioRecords> & {
  /** Attached files that are kept here and are exactly what they were, by the SHA-256 of their content. */
  readonly attachments: ReadonlyMap<Sha256, { readonly size: number; readonly place: string }>;
  /** All bytes of one of them. */
  readonly bytesOf: (hash: Sha256) => Promise<Uint8Array>;
};

/** Everything in a vault that its files alone can tell; what records mean to each other is the services' affair. */
export type VaultReading = {
  readonly vaultId: Id;
  readonly profile: StoreReading<ProfileRecords>;
  readonly portfolios: ReadonlyMap<Id, PortfolioReading>;
  readonly sealed: SealedHeads | undefined;
  readonly attachmentBytes: number;
  readonly findings: readonly Finding[];
  /** Where the journals stood when this backup was made; undefined when it is no genuine backup of this vault. */
  readonly headsInBackup: (
    path: string,
  ) => Promise<{ readonly stores: StoreHeads; readonly madeAt: string } | undefined>;
};

export type ReadingWatch = {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: Progress | undefined;
};

/** What opens a vault or a backup of it. */
export type Secret = { readonly passphrase: string } | { readonly recoveryCode: string };
