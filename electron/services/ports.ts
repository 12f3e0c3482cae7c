import type { BackupInfo } from '#shared/domain/backup.ts';
import type { CoverageMap } from '#shared/domain/coverage/types.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { LineAbout } from '#shared/domain/history.ts';
import type { Id, Sha256 } from '#shared/domain/ids.ts';
import type { PackageSummary } from '#shared/domain/packages/summary.ts';
import type { Portfolio } from '#shared/domain/portfolio.ts';
import type { ReportModel } from '#shared/domain/report-model.ts';
import type { Action, PanelRole, Review } from '#shared/domain/review.ts';
import type { MergeSummary, TravelRevision } from '#shared/domain/revisions.ts';
import type { SalvageReport } from '#shared/domain/salvage.ts';
import type { StoreHeads } from '#shared/domain/sealed-heads.ts';
import type { JournalHead } from '#shared/domain/vault-records.ts';
import type {
  BackupPlaces,
  CopySource,
  OtherCopy,
  Restored,
  RestoreRequest,
  StrayCopy,
  VaultBackups,
  VaultHeads,
} from './ports/backups.ts';
import type { Bindery } from './ports/bindery.ts';
import type { Calendars } from './ports/calendar.ts';
import type { Cards } from './ports/cards.ts';
import type { Documents } from './ports/documents.ts';
import type { Exchange, RandomBytes } from './ports/exchange.ts';
import type { Intake } from './ports/intake.ts';
import type { Keychain } from './ports/keychain.ts';
import type { Drafts, VaultKeys, VaultWays } from './ports/keys.ts';
import type { OpenFiles } from './ports/open-files.ts';
import type { Outbox } from './ports/outbox.ts';
import type { ReadingWatch, Secret, VaultReading } from './ports/reading.ts';
import type { LogoFile, ReportSurroundings } from './ports/reporting.ts';
import type { PortfolioStore, ProfileRecords, RecordStore, StagedFiles } from './ports/store.ts';
import type { SupervisorReportMaker } from './ports/supervisor-reports.ts';
import type { PdfVerifier, Signers, Timestamps } from './ports/trust.ts';

export type {
  DeviceRoot,
  JournalHead,
  SealRecord,
  Settings,
  SignerRecord,
} from '#shared/domain/vault-records.ts';
export type { Cards } from './ports/cards.ts';
export type { DocumentFile, Documents } from './ports/documents.ts';
export type {
  BlobStore,
  Change,
  PortfolioRecords,
  PortfolioStore,
  ProfileRecords,
  RecordHistory,
  RecordStore,
  StagedFiles,
} from './ports/store.ts';
export type { PdfVerifier, Signer, Signers, Stamp, Timestamps } from './ports/trust.ts';

/** The world as the services see it. Everything that touches time, chance, disk or keys comes through here. */
export type Clock = { readonly now: () => Date; readonly today: () => IsoDate };
export type NewId = () => Id;

/** A vault that has been unlocked. */
export type OpenVault = {
  readonly folder: string;
  readonly id: Id;
  readonly profile: RecordStore<ProfileRecords>;
  readonly heads: VaultHeads;
  readonly backups: VaultBackups;
  /** Copies of files or of the whole vault that came about elsewhere and lie in it or beside it. */
  readonly copies: () => Promise<readonly StrayCopy[]>;
  readonly setCopyAside: (copy: StrayCopy) => Promise<void>;
  /** Opens another version of this vault to merge it. Fails with PACKAGE_REFUSED, PACKAGE_NEWER and CANCELLED. */
  readonly openCopy: (source: CopySource) => Promise<OtherCopy>;
  /** Reads all of it from disk, as it stands at this moment, while work goes on. Writes nothing. */
  readonly examine: (watch: ReadingWatch) => Promise<VaultReading>;
  readonly createPortfolio: (portfolio: Portfolio) => Promise<PortfolioStore>;
  /** What receiving a portfolio this vault has not had would do; nothing is written. Fails as `planMerge` does. */
  readonly planPortfolio: (incoming: readonly TravelRevision[]) => Promise<MergeSummary>;
  /**
   * Makes a portfolio out of revisions from elsewhere, as one line of its journal. When anything fails on the way
   * there is no such portfolio.
   * @param before is done first, with the empty store: files, for the records name them.
   */
  readonly receivePortfolio: (
    id: Id,
    incoming: readonly TravelRevision[],
    how: {
      readonly action: string;
      readonly about: LineAbout;
      readonly before: (store: PortfolioStore) => Promise<void>;
    },
  ) => Promise<{ readonly store: PortfolioStore; readonly summary: MergeSummary }>;
  /** A place for the files of a package for this portfolio; undefined while nothing may be written. */
  readonly stage: (portfolioId: Id) => Promise<StagedFiles | undefined>;
  readonly openPortfolio: (id: Id) => Promise<PortfolioStore | undefined>;
  /** Checks the passphrase again (scrypt), for signing. */
  readonly checkPassphrase: (passphrase: string) => Promise<boolean>;
  readonly keys: VaultKeys;
  readonly drafts: Drafts;
  readonly close: () => Promise<void>;
  /** Closes a vault that was just created and could not be furnished, and takes it away; one with a record is only closed. */
  readonly abandon: () => Promise<void>;
};

export type VaultInspection =
  | { readonly state: 'absent'; readonly folder: string; readonly synced: boolean }
  | {
      readonly state: 'locked';
      readonly folder: string;
      readonly synced: boolean;
      readonly ways: VaultWays;
    }
  | {
      readonly state: 'fault';
      readonly folder: string;
      readonly synced: boolean;
      readonly fault: VaultFault;
    };
export type VaultFault =
  | { readonly code: 'VAULT_NEWER'; readonly data: { readonly file: string; readonly needs: string } }
  | { readonly code: 'VAULT_DAMAGED'; readonly data: { readonly file: string; readonly what: string } };

/**
 * Vault folders on disk. Fails with VAULT_IN_USE, VAULT_NEWER, VAULT_DAMAGED, VAULT_EXISTS, VAULT_ABSENT, and with
 * WRONG_PASSPHRASE, WRONG_RECOVERY_CODE or NO_KEYCHAIN.
 */
export type Vaults = {
  /**
   * Puts a vault back from a backup. `judge` looks at it before it gets its place, and throws to refuse it. Fails with
   * VAULT_EXISTS, VAULT_IN_USE, PACKAGE_REFUSED, PACKAGE_NEWER, WRONG_PASSPHRASE, WRONG_RECOVERY_CODE, CANCELLED, and
   * has then changed nothing.
   */
  readonly restore: (
    folder: string,
    request: RestoreRequest,
    judge: (reading: VaultReading, info: BackupInfo, heads: StoreHeads) => Promise<void>,
  ) => Promise<Restored>;
  /** Reads a whole vault that nobody has open, keeping it locked until `judge` has ended. Writes nothing. */
  readonly examine: <T>(
    folder: string,
    secret: Secret,
    watch: ReadingWatch,
    judge: (reading: VaultReading) => Promise<T>,
  ) => Promise<T>;
  readonly inspect: (folder: string) => Promise<VaultInspection>;
  /** Which vault is there, as far as its header can be read. */
  readonly idOf: (folder: string) => Promise<Id | undefined>;
  readonly create: (folder: string, passphrase: string, actor: Id) => Promise<OpenVault>;
  /**
   * A vault of an older format is brought to today's before it is given out, a backup first. Where that failed it can be
   * read, and everything that would write fails with READ_ONLY until it is unlocked again.
   */
  readonly unlock: (folder: string, passphrase: string) => Promise<OpenVault>;
  /**
   * For whoever forgot the passphrase: the recovery code opens the vault and the new passphrase is in force before it does.
   * @param code as typed.
   */
  readonly recover: (folder: string, code: string, newPassphrase: string) => Promise<OpenVault>;
  readonly unlockWithKeychain: (folder: string) => Promise<OpenVault>;
  /** Reads the whole of a vault that is not open and says what is damaged in it. Changes nothing. */
  readonly findDamage: (folder: string, passphrase: string) => Promise<SalvageReport>;
  /**
   * Sets damaged files aside (kept in the vault's `set-aside` folder, never deleted) and opens what is good. Fails with
   * VAULT_DAMAGED, having changed nothing, when not even the owner's profile can be read.
   */
  readonly salvage: (
    folder: string,
    passphrase: string,
  ) => Promise<{ readonly vault: OpenVault; readonly report: SalvageReport }>;
};

export type SignatureField = {
  readonly fieldName: string;
  readonly signer: string;
  readonly role: PanelRole;
};

/** What a report is built from. `review` is complete (see `missingBeforeSigning`); `evidence` holds no trashed items. */
export type ReportInput = {
  readonly portfolio: Portfolio;
  readonly pack: GuidancePack;
  readonly review: Review;
  readonly evidence: readonly EvidenceItem[];
  readonly coverage: CoverageMap;
  /** Actions of the last signed review, with the status this panel found them in. */
  readonly previousActions: readonly Action[];
  readonly signing: ReportModel['signing'];
  readonly record: JournalHead;
  readonly version: string;
  /** What stands around the review. Absent: nothing is known of it. */
  readonly around?: ReportSurroundings;
};

/** Report layout: a model in, a PDF/A-3a with empty signature fields and the model embedded as `report.json` out. */
export type ReportMaker = {
  readonly build: (input: ReportInput) => ReportModel;
  /** @param logo of the model's letterhead; without its bytes the names stand alone. */
  readonly render: (
    model: ReportModel,
    fields: readonly SignatureField[],
    logo?: LogoFile,
  ) => Promise<Uint8Array>;
};

/** The page that holds the recovery code, to be printed and put away. */
export type RecoveryPages = {
  /** @returns a PDF/A in base64; nothing is written to disk. `madeAt` is an ISO instant. */
  readonly render: (page: {
    readonly code: string;
    readonly vault: string;
    readonly madeAt: string;
  }) => Promise<string>;
};
/** The readable summary that a package carries: PDF. */
export type Summaries = { readonly render: (summary: PackageSummary) => Promise<Uint8Array> };

/** Bytes that came through the door and are waiting to be used; encrypted while they wait, dropped at lock. */
export type Uploads = {
  readonly take: (
    id: Id,
  ) => Promise<
    (RandomBytes & { readonly hash: Sha256; readonly bytes: () => AsyncIterable<Uint8Array> }) | undefined
  >;
  readonly drop: (id: Id) => Promise<void>;
  readonly dropAll: () => Promise<void>;
};

/** The door's half of the uploads: raw chunks in order, each acknowledged once it is written. */
export type UploadIntake = {
  /** @param size bytes announced. Fails with FILE_TOO_LARGE. */
  readonly begin: (size: number) => Promise<Id>;
  /** Appends at exactly `offset` (the bytes received so far). Returns the new length; fails with NOT_FOUND or INVALID. */
  readonly append: (id: Id, offset: number, chunk: Uint8Array) => Promise<number>;
  /** Checks length and SHA-256. Fails with FILE_CHANGED when they are not what was announced. */
  readonly finish: (id: Id, sha256: Sha256) => Promise<void>;
  readonly cancel: (id: Id) => Promise<void>;
};

export type MediaTypes = { readonly of: (start: Uint8Array, name: string) => Promise<string> };

export type Ports = {
  readonly clock: Clock;
  readonly newId: NewId;
  readonly hash: (text: string) => Sha256;
  readonly version: string;
  readonly host: 'desktop' | 'browser';
  readonly vaultFolder: string;
  readonly vaults: Vaults;
  readonly signers: Signers;
  readonly cards: Cards;
  readonly verifier: PdfVerifier;
  readonly timestamps: Timestamps;
  readonly reports: ReportMaker;
  readonly supervisorReports: SupervisorReportMaker;
  readonly summaries: Summaries;
  readonly uploads: Uploads;
  readonly outbox: Outbox;
  readonly openFiles: OpenFiles;
  readonly exchange: Exchange;
  readonly intake: Intake;
  readonly backups: BackupPlaces;
  readonly mediaTypes: MediaTypes;
  readonly keychain: Keychain;
  readonly recoveryPages: RecoveryPages;
  readonly documents: Documents;
  readonly bindery: Bindery;
  readonly calendars: Calendars;
  /** A new empty folder for the sample vault, removed by the function it comes with. */
  readonly temporaryFolder: () => Promise<{ readonly folder: string; readonly remove: () => Promise<void> }>;
  readonly log: (event: string, data: Readonly<Record<string, string | number | boolean>>) => void;
};
