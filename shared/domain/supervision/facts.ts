import type { IsoDate } from '../dates.ts';
import type { Review } from '../review.ts';
import { listActions } from './action-list.ts';
import type { Meeting } from './meeting.ts';
import type { TrackedAction } from './tracked-action.ts';

export type SupervisionFacts = {
  readonly meetingsHeld: number;
  readonly meetingsMissed: number;
  readonly actionsDone: number;
  readonly actionsOpen: number;
  readonly actionsOverdue: number;
};

export type Period = { readonly from: IsoDate; readonly to: IsoDate };

/** Whether the doctor was there, as far as the record says: nobody was asked when no attendance was noted. */
const cameTo = ({ people }: Meeting): boolean =>
  people.every(({ part, attended }) => part !== 'doctor' || attended !== false);

/**
 * What supervision of a period comes to.
 * - held: noted as held, and the doctor came. Missed: cancelled, held without the doctor, or still only planned though
 *   its day has passed.
 * - done: actions closed as done within the period. Open: agreed on or before its last day and not closed by then, as
 *   far as is known on `today`; overdue: those of them whose day came before.
 * An action that was closed, opened again and closed counts by its last closing.
 * @param reviews those that stand: neither withdrawn nor amended.
 */
export function supervisionFacts(
  meetings: readonly Meeting[],
  actions: readonly TrackedAction[],
  reviews: readonly Review[],
  { from, to }: Period,
  today: IsoDate,
): SupervisionFacts {
  const within = (day: IsoDate) => day >= from && day <= to;
  const end = to < today ? to : today;
  const mine = meetings.filter(({ on }) => within(on));
  const held = mine.filter((meeting) => meeting.state === 'held' && cameTo(meeting));
  const missed = mine.filter(
    (meeting) =>
      meeting.state === 'cancelled' ||
      (meeting.state === 'held' && !cameTo(meeting)) ||
      (meeting.state === 'planned' && meeting.on < today),
  );
  const all = listActions(reviews, actions, today);
  const open = all.filter(
    ({ status, setOn, closedOn }) =>
      setOn <= end && (status === 'open' || (closedOn !== null && closedOn > end)),
  );
  return {
    meetingsHeld: held.length,
    meetingsMissed: missed.length,
    actionsDone: all.filter(
      ({ status, closedOn }) => status === 'done' && closedOn !== null && within(closedOn),
    ).length,
    actionsOpen: open.length,
    actionsOverdue: open.filter(({ dueOn }) => dueOn < end).length,
  };
}
