import type { IsoDate, IsoInstant } from '../dates.ts';
import type { ListedAction } from './action-list.ts';
import type { TrackedAction } from './tracked-action.ts';

/**
 * The record under which an action is followed from now on, before anything is written into it. One a review set gets
 * it when somebody first works on it, and says from then on what everybody else saw before.
 */
export function trackedFrom(
  listed: ListedAction,
  kept: TrackedAction | undefined,
  at: IsoInstant,
): TrackedAction {
  const { id, what, measure, owner, dueOn, capability, origin, status, closedOn, closingNote } = listed;
  if (kept !== undefined) return { ...kept, status, closedOn, closingNote };
  return {
    id,
    what,
    measure,
    owner,
    dueOn,
    capability,
    status,
    origin,
    carriedOver: [],
    progress: [],
    reopened: [],
    evidence: [],
    closedOn,
    closingNote,
    statusAt: null,
    createdAt: at,
    updatedAt: at,
  };
}

/** Moves the day of an open action and keeps the one before, with the reason. */
export const carriedOver = (
  action: TrackedAction,
  { to, why }: { readonly to: IsoDate; readonly why: string },
  on: IsoDate,
): TrackedAction => ({
  ...action,
  dueOn: to,
  carriedOver: [...action.carriedOver, { on, from: action.dueOn, to, why }],
});

/** Closes an open action: done, or dropped, with the evidence that shows it. */
export const closed = (
  action: TrackedAction,
  how: {
    readonly status: 'done' | 'dropped';
    readonly evidence: readonly string[];
    readonly note: string;
  },
  { on, at }: { readonly on: IsoDate; readonly at: IsoInstant },
): TrackedAction => ({
  ...action,
  status: how.status,
  evidence: [...how.evidence],
  closedOn: on,
  closingNote: how.note,
  statusAt: at,
});

/** Opens a closed action again; how it was closed stays on the record. Its evidence stays with it. */
export const reopened = (
  action: TrackedAction,
  why: string,
  { on, at }: { readonly on: IsoDate; readonly at: IsoInstant },
): TrackedAction =>
  action.status === 'open'
    ? action
    : {
        ...action,
        status: 'open',
        closedOn: null,
        closingNote: '',
        statusAt: at,
        reopened: [
          ...action.reopened,
          {
            on,
            why,
            closedOn: action.closedOn ?? on,
            status: action.status,
            closingNote: action.closingNote,
          },
        ],
      };
