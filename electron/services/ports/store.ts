import type { CvDetails } from '#shared/domain/cv/cv.ts';
import type { Post } from '#shared/domain/cv/post.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { SavedSearch } from '#shared/domain/evidence-list/saved-search.ts';
import type { HistoryGap, HistoryLine, LineAbout, Version } from '#shared/domain/history.ts';
import type { Dismissal } from '#shared/domain/identifiers/dismissal.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { Matching } from '#shared/domain/intake/matching.ts';
import type { Move } from '#shared/domain/moves.ts';
import type { OwnPack } from '#shared/domain/own-pack.ts';
import type { Travel } from '#shared/domain/packages/travel.ts';
import type { AgeIdentity, Person } from '#shared/domain/people.ts';
import type { Portfolio, ShelfEntry } from '#shared/domain/portfolio.ts';
import type { Profile } from '#shared/domain/profile.ts';
import type { Referee } from '#shared/domain/registers/referee.ts';
import type { Verifier } from '#shared/domain/registers/verifier.ts';
import type { RestoreRecord } from '#shared/domain/restores.ts';
import type { Review } from '#shared/domain/review.ts';
import type { Sheet } from '#shared/domain/review-process/sheet.ts';
import type { Snapshot } from '#shared/domain/review-process/snapshot.ts';
import type { ReviewStep } from '#shared/domain/review-process/step.ts';
import type { MergeSummary, TravelRevision } from '#shared/domain/revisions.ts';
import type { Placement } from '#shared/domain/submission/placement.ts';
import type { Recommendation } from '#shared/domain/submission/recommendation.ts';
import type { Feedback } from '#shared/domain/supervision/feedback.ts';
import type { Look } from '#shared/domain/supervision/look.ts';
import type { Agreement, Meeting } from '#shared/domain/supervision/meeting.ts';
import type { Opportunity } from '#shared/domain/supervision/opportunity.ts';
import type { Rating } from '#shared/domain/supervision/rating.ts';
import type { SignOffRequest } from '#shared/domain/supervision/request.ts';
import type { SupervisorReport } from '#shared/domain/supervision/supervisor-report.ts';
import type { TrackedAction } from '#shared/domain/supervision/tracked-action.ts';
import type {
  DeviceRoot,
  JournalHead,
  SealRecord,
  Settings,
  SignerRecord,
} from '#shared/domain/vault-records.ts';

export type ProfileRecords = {
  readonly profile: Profile;
  readonly shelf: ShelfEntry;
  readonly settings: Settings;
  readonly signers: SignerRecord;
  readonly roots: DeviceRoot;
  readonly identities: AgeIdentity;
  readonly people: Person;
  readonly travels: Travel;
  readonly restores: RestoreRecord;
  /** Moves between portfolios that were begun and not finished: nearly always none. */
  readonly moves: Move;
  /** How the columns of spreadsheets were matched. */
  readonly matchings: Matching;
  /** Hits of the identifier check that somebody left as they are. */
  readonly dismissals: Dismissal;
  /** Guidance of the owner's own, by the pack's id. */
  readonly packs: OwnPack;
  /** What a programme offers its doctors beside clinical work. */
  readonly opportunities: Opportunity;
  /** How far the owner has looked at each portfolio. */
  readonly looks: Look;
};
export type PortfolioRecords = {
  readonly portfolio: Portfolio;
  readonly evidence: EvidenceItem;
  readonly reviews: Review;
  readonly seals: SealRecord;
  readonly searches: SavedSearch;
  /** What was chosen about items' places in a submission, by the item's id. */
  readonly placements: Placement;
  /** What a refusal asks for, and what answers it. */
  readonly recommendations: Recommendation;
  readonly verifiers: Verifier;
  readonly referees: Referee;
  readonly posts: Post;
  /** What the CV says beside posts and evidence: one, under the portfolio's id. */
  readonly cvs: CvDetails;
  readonly meetings: Meeting;
  readonly agreements: Agreement;
  readonly actions: TrackedAction;
  readonly feedback: Feedback;
  readonly ratings: Rating;
  readonly requests: SignOffRequest;
  readonly supervisorReports: SupervisorReport;
  readonly steps: ReviewStep;
  readonly snapshots: Snapshot;
  readonly sheets: Sheet;
};

export type Change<R> = {
  readonly [K in keyof R & string]: {
    readonly collection: K;
    readonly id: string;
    readonly value: R[K] | null;
    /** The new revision follows every concurrent one, not only the one that is shown: a conflict ends. */
    readonly settles?: boolean;
  };
}[keyof R & string];

/** A newest revision of a record. More than one: the record was changed in two places at once. */
export type Head<V> = { readonly revision: Sha256; readonly value: V | null };

/**
 * What the journal tells of the past. Read from disk when asked; the first question reads every segment and builds an
 * index. Where a segment that a checkpoint stands after is damaged there is a gap: the rest is told, and the gap too.
 * Fails with VAULT_DAMAGED for damage in the segments that records are read from.
 */
export type RecordHistory = {
  /** What cannot be read any more, oldest first. Nearly always nothing. */
  readonly gaps: () => Promise<readonly HistoryGap[]>;
  /** Newest first, as many as can be read before line `before` (null: from the newest on): fewer than `limit` at the end. */
  readonly lines: (before: number | null, limit: number) => Promise<readonly HistoryLine[]>;
  /** Every version of one record, newest first. */
  readonly versions: (collection: string, id: string) => Promise<readonly Version[]>;
  /** The value of a revision: null deleted, undefined not kept here. Not validated against today's schema. */
  readonly value: (revision: Sha256) => Promise<unknown>;
  /** As `value`, for many at once: each line is read once. */
  readonly values: (revisions: readonly Sha256[]) => Promise<ReadonlyMap<Sha256, unknown>>;
  /**
   * The newest revisions of these records as they were after line `seq`, the shown one first, in the order of the
   * records; empty where there was none yet, undefined where a gap in the history leaves it unknown.
   */
  readonly headsAt: (
    seq: number,
    records: readonly { readonly collection: string; readonly id: string }[],
  ) => Promise<readonly (readonly Sha256[] | undefined)[]>;
  /**
   * Revisions for another vault. `heads`: the newest ones, with the ancestry behind them as names alone; `all`: every
   * kept version with its value. Ancestors come before what follows them. Values are as they were written, their `shape`
   * says in which format: another vault can check the hash, and brings them up when it reads them.
   */
  readonly travel: (
    records: readonly { readonly collection: string; readonly id: string }[],
    depth: 'heads' | 'all',
  ) => Promise<readonly TravelRevision[]>;
};

/** Records of one folder, all in memory, durable through the journal. Values are frozen: build new ones. */
export type RecordStore<R> = {
  readonly all: <K extends keyof R & string>(collection: K) => ReadonlyMap<string, R[K]>;
  readonly get: <K extends keyof R & string>(collection: K, id: string) => R[K] | undefined;
  /** The shown one first. Empty when there never was such a record. */
  readonly heads: <K extends keyof R & string>(collection: K, id: string) => readonly Head<R[K]>[];
  /** Records with more than one newest revision. */
  readonly conflicts: () => readonly { readonly collection: string; readonly id: string }[];
  /** One user action, one durable line. Resolves only after it is on disk; memory changes only then. Queued one by one. */
  readonly commit: (action: string, changes: readonly Change<R>[], about?: LineAbout) => Promise<JournalHead>;
  /**
   * What merging these revisions would do; nothing is written. Fails with PACKAGE_REFUSED when a revision is not what
   * its hash says (`revision-hash`), has no author (`author`), is no valid record (`record`) of a collection kept here
   * (`collection`), when the ancestry has gaps, circles or contradictions (`ancestry`), or when more versions would stand
   * side by side than can be settled (`versions`); with PACKAGE_NEWER when a value was written in a later format.
   */
  readonly planMerge: (incoming: readonly TravelRevision[]) => Promise<MergeSummary>;
  /**
   * Adds what is new to the set of revisions, as one line: nothing here is lost or overwritten. A record changed only
   * there moves on; one changed in both places keeps showing ours, with theirs beside it (`conflicts`); a signed
   * version is shown before an unsigned one. Merging the same again changes nothing and writes no line. Fails as
   * `planMerge` does, and as `commit`; then nothing has changed.
   */
  readonly merge: (
    action: string,
    incoming: readonly TravelRevision[],
    about?: LineAbout,
  ) => Promise<{ readonly head: JournalHead; readonly summary: MergeSummary }>;
  readonly history: RecordHistory;
  readonly head: () => JournalHead;
  /** Called after each commit or merge with what is now shown. Returns its own remover. */
  readonly onCommit: (listener: (changes: readonly Change<R>[]) => void) => () => void;
  /** Writes pending checkpoints and releases files. */
  readonly close: () => Promise<void>;
};

/** Content-addressed bytes of one portfolio, encrypted. */
export type BlobStore = {
  /** Streams bytes in; resolves after they are synced. Storing the same bytes twice is free. */
  readonly put: (
    bytes: AsyncIterable<Uint8Array>,
  ) => Promise<{ readonly hash: Sha256; readonly size: number }>;
  /** Plain bytes out, each chunk authenticated before it is yielded; undefined when not kept here. */
  readonly read: (
    hash: Sha256,
  ) => Promise<{ readonly size: number; readonly bytes: AsyncIterable<Uint8Array> } | undefined>;
  readonly has: (hash: Sha256) => Promise<boolean>;
};

/**
 * Files that came and that nobody has decided upon: sealed as a portfolio keeps them, aside, in the vault's own folder.
 * They are gone when the vault is locked, and after a crash.
 */
export type StagedFiles = {
  /** Resolves with what it is; it may not be durable yet. */
  readonly put: BlobStore['put'];
  /**
   * Moves those of these that are here to where the portfolio keeps its files, which has to be there by now. Resolves
   * with the ones the portfolio durably has, which may be fewer. May be asked again when it failed.
   */
  readonly keep: (hashes: readonly Sha256[]) => Promise<readonly Sha256[]>;
  /** Takes away what was not moved. */
  readonly drop: () => Promise<void>;
};

/** What can be made again from the attached files, kept encrypted beside them; no part of any backup or package. */
export type DerivedStore = {
  /** Undefined when there is none, or it is damaged. */
  readonly get: (name: string) => Promise<Uint8Array | undefined>;
  /** Does nothing while nothing may be written. */
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>;
};

export type PortfolioStore = RecordStore<PortfolioRecords> & {
  readonly blobs: BlobStore;
  readonly derived: DerivedStore;
};
