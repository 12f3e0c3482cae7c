import type { IsoDate } from '../dates.ts';
import type { Expectation } from '../guidance-pack.ts';
import type { Windows } from './counting.ts';
import type { Entry } from './entry.ts';
import { isAsked, tally } from './measure.ts';
import type { Scope } from './scope.ts';

type On = { readonly windows: Windows; readonly today: IsoDate; readonly keepsUp: boolean };

const byStart = (a: Entry, b: Entry) => (a.startedOn < b.startedOn ? -1 : a.startedOn > b.startedOn ? 1 : 0);

/** The day the first piece that keeps older ones up began; null where none has. @param begun in the order of their start */
const keptUpSince = (begun: readonly Entry[], { windows, today }: On): IsoDate | null => {
  const from = windows.countsFrom(today);
  return begun.find(({ type, date }) => windows.keepUp.has(type) && date >= from)?.startedOn ?? null;
};

/** @param since from that day on older evidence counts as well; null: it never does */
function metOn(
  expectation: Expectation,
  begun: readonly Entry[],
  from: IsoDate,
  since: IsoDate | null,
): IsoDate | null {
  const types = new Set(expectation.types);
  const sum = tally(expectation.unit);
  const isMet = () => sum.total() >= expectation.atLeast;
  const waiting: Entry[] = [];
  const keepUp = () => {
    for (const entry of waiting.splice(0)) sum.add(entry);
    return isMet();
  };
  for (const entry of begun) {
    if (since !== null && entry.startedOn > since && waiting.length > 0 && keepUp()) return since;
    if ((types.size > 0 && !types.has(entry.type)) || !isAsked(expectation, entry)) continue;
    if (entry.date < from && (since === null || entry.startedOn < since)) {
      if (since !== null) waiting.push(entry);
      continue;
    }
    sum.add(entry);
    // What waits for that very day is counted on it too.
    if (entry.startedOn !== since ? isMet() : isMet() || keepUp()) return entry.startedOn;
  }
  return since !== null && waiting.length > 0 && keepUp() ? since : null;
}

/**
 * When each rule's count was met, by the evidence as it is now and the windows of the target date: a piece counts from
 * the day it began, an older one from the day it was first kept up. Null for a rule that is not met.
 */
export function metDates(
  expectations: readonly Expectation[],
  scope: Scope,
  on: On,
): readonly (IsoDate | null)[] {
  const begun = [...scope.entries()].filter(({ startedOn }) => startedOn <= on.today).sort(byStart);
  const since = on.keepsUp ? keptUpSince(begun, on) : null;
  return expectations.map((expectation) =>
    metOn(
      expectation,
      begun,
      on.windows.countsFrom(on.today, expectation),
      expectation.withinYears === null ? since : null,
    ),
  );
}
