import { z } from 'zod';
import type { Attachment, EvidenceItem } from '../evidence.ts';
import type { SavedSearch } from '../evidence-list/saved-search.ts';
import { originalsWithCopies, quotesPrivately } from '../passages/passages.ts';
import type { Portfolio } from '../portfolio.ts';
import type { Review } from '../review.ts';
import type { SealRecord } from '../vault-records.ts';
import { isRiskyFile } from './risky-files.ts';

/** Who a package is for. What each may hold is listed here and nowhere else: nothing travels that is not named. */
export const audiences = ['supervisor', 'panel', 'self'] as const;
export const audienceSchema = z.enum(audiences);
export type Audience = z.infer<typeof audienceSchema>;

/** What only its owner may have: how to reach people and themselves, the CV, and plans for handing over. */
export const privateCollections = [
  'placements',
  'recommendations',
  'verifiers',
  'referees',
  'posts',
  'cvs',
] as const;
/** What supervision leaves behind. */
export const supervisionCollections = [
  'meetings',
  'agreements',
  'actions',
  'feedback',
  'ratings',
  'requests',
  'supervisorReports',
] as const;
/** How a review goes on. What the members of a panel write for themselves is among it. */
export const processCollections = ['steps', 'snapshots', 'sheets'] as const;
/** Collections that a package counts only where it has any of them. */
export const laterCollections = [
  ...privateCollections,
  ...supervisionCollections,
  ...processCollections,
] as const;
export const travellingCollections = [
  'portfolio',
  'evidence',
  'reviews',
  'seals',
  'searches',
  ...laterCollections,
] as const;
const someOfThem = z.number().int().positive().optional();
/** Counts of those; absent where there are none, as in packages of 0.2. */
export const laterCounts = {
  placements: someOfThem,
  recommendations: someOfThem,
  verifiers: someOfThem,
  referees: someOfThem,
  posts: someOfThem,
  cvs: someOfThem,
  meetings: someOfThem,
  agreements: someOfThem,
  actions: someOfThem,
  feedback: someOfThem,
  ratings: someOfThem,
  requests: someOfThem,
  supervisorReports: someOfThem,
  steps: someOfThem,
  snapshots: someOfThem,
  sheets: someOfThem,
} satisfies Record<(typeof laterCollections)[number], unknown>;
export const travellingCollectionSchema = z.enum(travellingCollections);
export type TravellingCollection = z.infer<typeof travellingCollectionSchema>;

type Allowed = {
  readonly collections: readonly TravellingCollection[];
  readonly trash: boolean;
  /** Items that are not finished. */
  readonly drafts: boolean;
  /** `heads`: newest versions, and of older ones the names alone. `all`: every version with its text. */
  readonly history: 'heads' | 'all';
};

const allowed: { readonly [A in Audience]: Allowed } = {
  supervisor: {
    collections: ['portfolio', 'evidence', ...supervisionCollections],
    trash: false,
    drafts: false,
    history: 'heads',
  },
  panel: {
    collections: [
      'portfolio',
      'evidence',
      'reviews',
      'seals',
      'steps',
      'snapshots',
      'actions',
      'ratings',
      'supervisorReports',
    ],
    trash: false,
    drafts: false,
    history: 'heads',
  },
  self: { collections: travellingCollections, trash: true, drafts: true, history: 'all' },
};

export const historyFor = (audience: Audience): Allowed['history'] => allowed[audience].history;
export const collectionsFor = (audience: Audience): readonly TravellingCollection[] =>
  allowed[audience].collections;

/** Whether originals that have a redacted copy go along: only to their owner. Everybody else gets the copy alone. */
export const getsOriginals = (audience: Audience): boolean => audience === 'self';
/** What an audience gets of an attached file. */
export const sentFile = (audience: Audience, file: Attachment): Omit<Attachment, 'redacted'> =>
  getsOriginals(audience) ? file : (file.redacted ?? file);

/** Why something of the portfolio is not in a package. */
export const leftOutReasons = [
  'audience',
  'trash',
  'draft',
  'chosen',
  'risky-file',
  'file-too-large',
  'two-versions',
  'quotes-redacted',
] as const;
export const leftOutReasonSchema = z.enum(leftOutReasons);
export type LeftOutReason = z.infer<typeof leftOutReasonSchema>;

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
  /** Ids of records that were changed in two places and not settled: nobody has said which version is meant. */
  readonly unsettled: ReadonlySet<string>;
};

export type ContentRef = {
  readonly collection: TravellingCollection;
  readonly id: string;
  /** As a reader would call it; empty for what has no name of its own. */
  readonly title: string;
  /** The day it is about, `YYYY-MM-DD`; empty where there is none. */
  readonly date: string;
};
export type Selection = {
  readonly included: readonly ContentRef[];
  readonly leftOut: readonly (ContentRef & { readonly why: LeftOutReason })[];
};

/** The largest attachment a package may hold, in bytes. */
export const largestOriginal = 256 * 1024 ** 2;

const refOfItem = ({ id, title, startedOn }: EvidenceItem): ContentRef => ({
  collection: 'evidence',
  id,
  title,
  date: startedOn,
});
const refOfReview = ({ id, heldOn }: Review): ContentRef => ({
  collection: 'reviews',
  id,
  title: 'Review',
  date: heldOn,
});
const refOfSeal = ({ id, sealedAt }: SealRecord): ContentRef => ({
  collection: 'seals',
  id,
  title: '',
  date: sealedAt.slice(0, 10),
});

/** Why an item does not go to an audience; undefined where it may. */
export function whyNot(item: EvidenceItem, audience: Audience): LeftOutReason | undefined {
  if (item.trashedAt !== null && !allowed[audience].trash) return 'trash';
  if (item.draft === true && !allowed[audience].drafts) return 'draft';
  const files = item.attachments.map((file) => sentFile(audience, file));
  if (item.attachments.some(isRiskyFile) || files.some(isRiskyFile)) return 'risky-file';
  return files.some(({ size }) => size > largestOriginal) ? 'file-too-large' : undefined;
}

/**
 * Chooses what of a portfolio an audience is given.
 * @param exclude ids of items the sender holds back. A seal goes with what it is over, and stays with it.
 */
export function selectFor(
  audience: Audience,
  { portfolio, evidence, reviews, seals, searches, own, unsettled }: PortfolioContent,
  exclude: ReadonlySet<string>,
): Selection {
  const may = new Set<TravellingCollection>(allowed[audience].collections);
  const chosen = (id: string): LeftOutReason | undefined => {
    if (exclude.has(id)) return 'chosen';
    return unsettled.has(id) && allowed[audience].history === 'heads' ? 'two-versions' : undefined;
  };
  const withCopies = getsOriginals(audience) ? new Set<string>() : originalsWithCopies(evidence);
  const quoting = (item: EvidenceItem): LeftOutReason | undefined =>
    quotesPrivately(item, withCopies) ? 'quotes-redacted' : undefined;
  const subjects: readonly (ContentRef & { readonly why: LeftOutReason | undefined })[] = [
    ...evidence.map((item) => ({
      ...refOfItem(item),
      why: whyNot(item, audience) ?? chosen(item.id) ?? quoting(item),
    })),
    ...reviews.map((review) => ({ ...refOfReview(review), why: chosen(review.id) })),
    ...(may.has('searches') ? searches : []).map(({ id, name }) => ({
      collection: 'searches' as const,
      id,
      title: name,
      date: '',
      why: undefined,
    })),
  ];
  const fates = new Map(subjects.map(({ id, why }) => [id, why]));
  const candidates = [
    ...subjects,
    ...seals.map((seal) => ({
      ...refOfSeal(seal),
      why: fates.get(seal.subjectId) ?? chosen(seal.subjectId),
    })),
  ];
  const included: ContentRef[] = [
    { collection: 'portfolio', id: portfolio.id, title: portfolio.doctor.name, date: '' },
    // Others are not even told that there is any.
    ...own.filter(({ collection }) => may.has(collection)),
  ];
  const leftOut: (ContentRef & { readonly why: LeftOutReason })[] = [];
  for (const { why: fault, ...ref } of candidates) {
    const why = may.has(ref.collection) ? fault : 'audience';
    if (why === undefined) included.push(ref);
    else leftOut.push({ ...ref, why });
  }
  return { included, leftOut };
}
