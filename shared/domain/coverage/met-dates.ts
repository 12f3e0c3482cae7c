import type { IsoDate } from '../dates.ts';
import type { Expectation } from '../guidance-pack.ts';
import type { Windows } from './counting.ts';
import type { Entry } from './entry.ts';
import { isAsked, tally } from './measure.ts';
import type { Scope } from './scope.ts';

type On = { readonly windows: Windows; readonly today: IsoDate; readonly keepsUp: boolean };
type Dated = { readonly on: IsoDate; readonly entry: Entry };

const laterOf = (...days: readonly [IsoDate, IsoDate]) => [...days].sort()[1] ?? days[0];
const byDay = (a: Dated, b: Dated) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

/** The day the first piece that keeps older ones up began; null where none has. */
function keptUpSince(scope: Scope, { windows, today }: On): IsoDate | null {
  const from = windows.countsFrom(today);
  let since: IsoDate | null = null;
  for (const { type, startedOn, date } of scope.entries()) {
    if (!windows.keepUp.has(type) || startedOn > today || date < from) continue;
    if (since === null || startedOn < since) since = startedOn;
  }
  return since;
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
  const since = on.keepsUp ? keptUpSince(scope, on) : null;
  return expectations.map((expectation) => {
    const from = on.windows.countsFrom(on.today, expectation);
    const dated: Dated[] = [];
    for (const entry of scope.entriesFor(expectation)) {
      if (entry.startedOn > on.today || !isAsked(expectation, entry)) continue;
      if (entry.date >= from) dated.push({ on: entry.startedOn, entry });
      else if (since !== null && expectation.withinYears === null)
        dated.push({ on: laterOf(since, entry.startedOn), entry });
    }
    const sum = tally(expectation.unit);
    for (const { on: date, entry } of dated.sort(byDay)) {
      sum.add(entry);
      if (sum.total() >= expectation.atLeast) return date;
    }
    return null;
  });
}
