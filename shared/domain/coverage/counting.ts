import type { IsoDate } from '../dates.ts';
import type { EvidenceTypeId } from '../evidence-types.ts';
import type { Expectation, GuidancePack } from '../guidance-pack.ts';
import { type Clock, clockOf, type WorkingLife } from './clock.ts';

/** What, besides the pack and the evidence, decides what counts. */
export type Counting = WorkingLife & {
  /** Evidence must still be current on that day. */
  readonly targetDate: IsoDate;
  /** Types the GMC does not ask to have verified. None when absent. */
  readonly notVerified?: readonly EvidenceTypeId[];
};

/** The windows of one pack for one doctor, counted back from the target date. */
export type Windows = {
  readonly clock: Clock;
  readonly targetDate: IsoDate;
  readonly years: number;
  /** Types whose newer evidence keeps older evidence up; empty where the pack has no such rule. */
  readonly keepUp: ReadonlySet<EvidenceTypeId>;
  /** The first day that counts, under the pack's window or a rule's own. */
  readonly countsFrom: (today: IsoDate, expectation?: Expectation) => IsoDate;
};

export function windowsOf(pack: GuidancePack, { targetDate, ...life }: Counting): Windows {
  const clock = clockOf(pack, life);
  const { years } = pack.window;
  const known = new Map<number, { readonly today: IsoDate; readonly from: IsoDate }>();
  return {
    clock,
    targetDate,
    years,
    keepUp: new Set(pack.application?.maintenance?.types ?? []),
    countsFrom: (today, expectation) => {
      const own = expectation?.withinYears ?? years;
      const last = known.get(own);
      if (last?.today === today) return last.from;
      const from = clock.windowStart(targetDate, own, today);
      known.set(own, { today, from });
      return from;
    },
  };
}
