import type { IsoDate } from '../dates.ts';
import type { HistoryLine } from '../history.ts';
import type { Id } from '../ids.ts';

type Seen = { readonly seq: number; readonly on: IsoDate };

/** When evidence and feedback came into this vault, by the lines of its journal: no clock but this computer's decides. */
export type Arrivals = {
  /** Takes lines in, oldest first; those taken in before are passed over. */
  readonly take: (lines: readonly HistoryLine[]) => void;
  /** The last line that was taken in. */
  readonly upTo: () => number;
  /** The number of the line that brought a record first; undefined where that is not known. */
  readonly lineOf: (collection: 'evidence' | 'feedback', id: Id) => number | undefined;
  /** The day an item first came, or first changed, after line `seq`; undefined where no line says so. */
  readonly firstAfter: (item: Id, seq: number) => IsoDate | undefined;
};

export function createArrivals(): Arrivals {
  const evidence = new Map<Id, Seen[]>();
  const feedback = new Map<Id, number>();
  let last = 0;
  return {
    take: (lines) => {
      for (const { seq, at, changes } of lines) {
        if (seq <= last) continue;
        last = seq;
        for (const { collection, id } of changes) {
          if (collection === 'feedback' && !feedback.has(id)) feedback.set(id, seq);
          if (collection !== 'evidence') continue;
          const known = evidence.get(id);
          const seen = { seq, on: at.slice(0, 10) };
          if (known === undefined) evidence.set(id, [seen]);
          else known.push(seen);
        }
      }
    },
    upTo: () => last,
    lineOf: (collection, id) => (collection === 'evidence' ? evidence.get(id)?.[0]?.seq : feedback.get(id)),
    firstAfter: (item, after) => evidence.get(item)?.find(({ seq }) => seq > after)?.on,
  };
}
