import type { EvidenceItem } from '../evidence.ts';
import type { SavedSearch } from '../evidence-list/saved-search.ts';
import type { Id } from '../ids.ts';
import type { Portfolio } from '../portfolio.ts';
import type { Review } from '../review.ts';
import type { Sheet } from '../review-process/sheet.ts';
import type { Snapshot } from '../review-process/snapshot.ts';
import type { ReviewStep } from '../review-process/step.ts';
import type { NamedPerson } from '../signature-places.ts';
import type { SignOffRequest } from '../supervision/request.ts';
import type { SupervisorReport } from '../supervision/supervisor-report.ts';
import type { SealRecord } from '../vault-records.ts';
import type { Audience, ContentRef, LeftOutReason } from './audiences.ts';

/** What a portfolio holds now, as it is shown. */
export type PortfolioContent = {
  readonly portfolio: Portfolio;
  readonly evidence: readonly EvidenceItem[];
  readonly reviews: readonly Review[];
  readonly seals: readonly SealRecord[];
  /** How somebody looks at their evidence: it is nobody else's, and not told to be left out either. */
  readonly searches: readonly SavedSearch[];
  /** Everything of `laterCollections`. */
  readonly own: readonly ContentRef[];
  /** Of these, the ones that some audiences get only in part. */
  readonly steps: readonly ReviewStep[];
  readonly snapshots: readonly Snapshot[];
  readonly sheets: readonly Sheet[];
  readonly supervisorReports: readonly SupervisorReport[];
  readonly requests: readonly SignOffRequest[];
  /** Ids of records that say what only the portfolio's owner may read, whatever the audience. */
  readonly withheld?: ReadonlySet<string>;
  /** Ids of records that were changed in two places and not settled: nobody has said which version is meant. */
  readonly unsettled: ReadonlySet<string>;
};

/** What a sender wants to send. */
export type Wish = {
  readonly audience: Audience;
  /** Ids of items and reviews the sender holds back. */
  readonly exclude: ReadonlySet<string>;
  /** The one request that goes to an assessor; null for every other audience. */
  readonly request: Id | null;
  /** The vault's owner. */
  readonly sender: NamedPerson;
};

export type Selection = {
  readonly included: readonly ContentRef[];
  readonly leftOut: readonly (ContentRef & { readonly why: LeftOutReason })[];
};
