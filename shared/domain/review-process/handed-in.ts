import type { IsoInstant } from '../dates.ts';
import type { Id } from '../ids.ts';
import type { Snapshot } from './snapshot.ts';
import type { ReviewStep } from './step.ts';

export type HandedIn = {
  readonly at: IsoInstant;
  readonly snapshot: Snapshot;
  /** What the chair let in afterwards, in order: the items that were not there before, or in another version. */
  readonly late: readonly {
    readonly at: IsoInstant;
    readonly by: string;
    readonly reason: string;
    readonly items: readonly Id[];
  }[];
  /** What is before the panel at the end of it. */
  readonly last: Snapshot;
};

const added = (before: Snapshot, after: Snapshot): readonly Id[] => {
  const known = new Map(before.items.map(({ id, revision }) => [id, revision]));
  return after.items.filter(({ id, revision }) => known.get(id) !== revision).map(({ id }) => id);
};

/**
 * What the doctor handed in and what was let in after it.
 * @param steps those that hold, in order; of the review it follows first, where it stands in place of another.
 */
export function handedIn(
  steps: readonly ReviewStep[],
  snapshots: ReadonlyMap<Id, Snapshot>,
): HandedIn | undefined {
  let now: HandedIn | undefined;
  for (const step of steps) {
    if (step.kind === 'take-back') now = undefined;
    if (step.kind !== 'submit' && step.kind !== 'admit-late') continue;
    const snapshot = snapshots.get(step.snapshot);
    if (snapshot === undefined) continue;
    if (step.kind === 'submit' || now === undefined) {
      now = { at: step.at, snapshot, late: [], last: snapshot };
    } else {
      const items = added(now.last, snapshot);
      const line = { at: step.at, by: step.by.name, reason: step.reason, items };
      now = { ...now, late: [...now.late, line], last: snapshot };
    }
  }
  return now;
}
