import { z } from 'zod';
import type { Attachment, EvidenceItem } from '../evidence.ts';
import { isRiskyFile } from './risky-files.ts';

/**
 * Who a package is for. What each may hold is listed here and chosen by `selectFor`, and nowhere else: nothing travels
 * that is not named. `doctor`: back to the doctor from whoever supervises or reviews them. `chair`: from a member of the
 * panel to its chair. `assessor`: one request, and the items it asks about.
 */
export const audiences = ['supervisor', 'panel', 'self', 'doctor', 'chair', 'assessor'] as const;
export const audienceSchema = z.enum(audiences);
export type Audience = z.infer<typeof audienceSchema>;

/** A package that goes back to where the portfolio came from: it adds to one that is there, and makes none. */
export const isReply = (audience: Audience): boolean => audience === 'doctor' || audience === 'chair';

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

const asItStands = { trash: false, drafts: false, history: 'heads' } as const;

const allowed: { readonly [A in Audience]: Allowed } = {
  supervisor: {
    collections: ['portfolio', 'evidence', 'reviews', 'seals', 'steps', ...supervisionCollections],
    ...asItStands,
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
    ...asItStands,
  },
  self: { collections: travellingCollections, trash: true, drafts: true, history: 'all' },
  // The evidence is the doctor's own: it never comes back.
  doctor: {
    collections: ['portfolio', 'reviews', 'seals', ...supervisionCollections, 'steps', 'snapshots'],
    ...asItStands,
  },
  chair: { collections: ['portfolio', 'reviews', 'seals', 'steps', 'sheets'], ...asItStands },
  assessor: { collections: ['portfolio', 'evidence', 'requests'], ...asItStands },
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
  'redacted-elsewhere',
] as const;
export const leftOutReasonSchema = z.enum(leftOutReasons);
export type LeftOutReason = z.infer<typeof leftOutReasonSchema>;

export type ContentRef = {
  readonly collection: TravellingCollection;
  readonly id: string;
  /** As a reader would call it; empty for what has no name of its own. */
  readonly title: string;
  /** The day it is about, `YYYY-MM-DD`; empty where there is none. */
  readonly date: string;
};

/** The largest attachment a package may hold, in bytes. */
export const largestOriginal = 256 * 1024 ** 2;

/** Why an item does not go to an audience; undefined where it may. */
export function whyNot(item: EvidenceItem, audience: Audience): LeftOutReason | undefined {
  if (item.trashedAt !== null && !allowed[audience].trash) return 'trash';
  if (item.draft === true && !allowed[audience].drafts) return 'draft';
  const files = item.attachments.map((file) => sentFile(audience, file));
  if (item.attachments.some(isRiskyFile) || files.some(isRiskyFile)) return 'risky-file';
  return files.some(({ size }) => size > largestOriginal) ? 'file-too-large' : undefined;
}
