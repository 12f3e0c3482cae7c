import { z } from 'zod';
import type { IsoDate } from '../dates.ts';
import { isoDateSchema } from '../dates.ts';
import { idSchema } from '../ids.ts';
import { newestFirst, openActions } from '../open-actions.ts';
import { type Action, actionSchema, type Review } from '../review.ts';
import { type ActionOrigin, type TrackedAction, trackedActionSchema } from './tracked-action.ts';

const { origin, carriedOver, progress, reopened, evidence, closedOn, closingNote } =
  trackedActionSchema.shape;

/** An action as everybody sees it, wherever it came from. */
export const listedActionSchema = actionSchema.extend({
  origin,
  carriedOver,
  progress,
  reopened,
  evidence,
  closedOn,
  closingNote,
  /** Open, and its day has passed. */
  overdue: z.boolean(),
  /** The day it was agreed on. */
  setOn: isoDateSchema,
  /** The signed review that said last what became of it; null: none did, or somebody did after it. */
  settledBy: idSchema.nullable(),
});
export type ListedAction = Readonly<z.output<typeof listedActionSchema>>;

/** What a signed review said of an action: in which state it was found, on which day, and when that was signed. */
type Finding = {
  readonly status: Action['status'];
  readonly note: string;
  readonly on: IsoDate;
  readonly at: string;
  readonly review: string;
};

const signedAt = (review: Review): string => review.signOff?.signedAt ?? review.updatedAt;

/** For each action the newest signed review's word on it. */
function findingsOf(reviews: readonly Review[]): ReadonlyMap<string, Finding> {
  const found = new Map<string, Finding>();
  for (const review of [...reviews].sort(newestFirst)) {
    for (const { action, status, note } of review.followUps) {
      if (found.has(action)) continue;
      found.set(action, { status, note, on: review.heldOn, at: signedAt(review), review: review.id });
    }
  }
  return found;
}

const untouched = {
  carriedOver: [],
  progress: [],
  reopened: [],
  evidence: [],
  closedOn: null,
  closingNote: '',
} as const;

type Standing = Pick<ListedAction, 'status' | 'closedOn' | 'closingNote' | 'settledBy'>;

/** Whoever spoke last says how it stands: the panel that looked at it, or the one who closed it or opened it again. */
function standingOf(
  action: Action,
  tracked: TrackedAction | undefined,
  finding: Finding | undefined,
): Standing {
  if (finding !== undefined && (tracked?.statusAt ?? '') <= finding.at) {
    const { status, on, note, review } = finding;
    return { status, closedOn: status === 'open' ? null : on, closingNote: note, settledBy: review };
  }
  const { status, closedOn: day, closingNote: note } = tracked ?? { ...untouched, status: action.status };
  return { status, closedOn: day, closingNote: note, settledBy: null };
}

type Base = {
  readonly action: Action;
  readonly setOn: IsoDate;
  readonly origin: { readonly kind: ActionOrigin; readonly id: string | null };
};

/** The actions signed reviews set; one that a later review carried over in the same words is that later one's. */
function fromReviews(reviews: readonly Review[]): readonly Base[] {
  const open = new Set(openActions(reviews).map(({ id }) => id));
  const found = findingsOf(reviews);
  const newest = [...reviews].sort(newestFirst);
  return newest.flatMap((review, at) =>
    review.actions
      .filter(({ id, what }) => {
        if (open.has(id) || (found.get(id)?.status ?? 'open') !== 'open') return true;
        return !newest.slice(0, at).some(({ actions }) => actions.some((later) => later.what === what));
      })
      .map((action) => ({
        action,
        setOn: review.heldOn,
        origin: { kind: 'review' as const, id: review.id },
      })),
  );
}

const byDay = (a: ListedAction, b: ListedAction): number =>
  a.dueOn.localeCompare(b.dueOn) || a.setOn.localeCompare(b.setOn) || (a.id < b.id ? -1 : 1);

/**
 * All actions of a portfolio as one list: open ones by their day, then closed ones, the last closed first. A review's
 * action keeps the words it was signed with; what was done about it since comes from the tracked one of the same id.
 * @param reviews those that stand: neither withdrawn nor amended. Others than signed ones are passed over.
 */
export function listActions(
  reviews: readonly Review[],
  tracked: readonly TrackedAction[],
  today: IsoDate,
): readonly ListedAction[] {
  const signed = reviews.filter(({ state }) => state === 'signed');
  const follow = new Map(tracked.map((action) => [action.id, action]));
  const found = findingsOf(signed);
  const set = fromReviews(signed);
  const known = new Set(set.map(({ action }) => action.id));
  const own = tracked
    .filter(({ id }) => !known.has(id))
    .map(
      (action): Base => ({
        action,
        setOn: action.createdAt.slice(0, 10),
        origin: action.origin,
      }),
    );
  const listed = [...set, ...own].map(({ action, setOn, origin: from }): ListedAction => {
    const followed = follow.get(action.id);
    const standing = standingOf(action, followed, found.get(action.id));
    const dueOn = followed?.dueOn ?? action.dueOn;
    const { id, what, measure, owner, capability } = action;
    return {
      id,
      what,
      measure,
      owner,
      capability,
      dueOn,
      origin: from,
      carriedOver: followed?.carriedOver ?? [],
      progress: followed?.progress ?? [],
      reopened: followed?.reopened ?? [],
      evidence: followed?.evidence ?? [],
      ...standing,
      overdue: standing.status === 'open' && dueOn < today,
      setOn,
    };
  });
  const open = listed.filter(({ status }) => status === 'open').sort(byDay);
  const closed = listed
    .filter(({ status }) => status !== 'open')
    .sort((a, b) => (b.closedOn ?? b.dueOn).localeCompare(a.closedOn ?? a.dueOn) || byDay(a, b));
  return [...open, ...closed];
}
