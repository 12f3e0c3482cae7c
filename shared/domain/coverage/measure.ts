import type { IsoDate } from '../dates.ts';
import type { Expectation } from '../guidance-pack.ts';
import type { Entry } from './entry.ts';
import type { ExpectationResult } from './types.ts';

/** A rule's result, and how many items of its kind are in the window whether or not they are verified. */
export type Measured = { readonly result: ExpectationResult; readonly candidates: number };

/** Adds up one unit over entries. Every unit is a sum of whole numbers or a set, so order never matters. */
function tally(unit: Expectation['unit']) {
  let sum = 0;
  const kinds = new Set<string>();
  return {
    add: (entry: Entry) => {
      if (unit === 'items') sum += 1;
      else if (unit === 'cases') sum += entry.cases;
      else if (unit === 'hours') sum += entry.centihours;
      else if (unit === 'verified-items') sum += entry.verified ? 1 : 0;
      else kinds.add(entry.type);
    },
    total: () => (unit === 'kinds' ? kinds.size : unit === 'hours' ? sum / 100 : sum),
  };
}

/**
 * Holds one rule against evidence of its types. Evidence that has not begun by `today` is a plan and counts nowhere.
 * @param countsFrom the first day that counts, measured back from the target date.
 */
export function measure(
  expectation: Expectation,
  entries: Iterable<Entry>,
  countsFrom: IsoDate,
  today: IsoDate,
): Measured {
  const { only, unit, atLeast } = expectation;
  const current = tally(unit);
  const old = tally(unit);
  let candidates = 0;
  for (const entry of entries) {
    if (entry.startedOn > today) continue;
    if (only !== undefined && entry.details[only.field] !== only.value) continue;
    if (entry.date < countsFrom) {
      old.add(entry);
    } else {
      candidates += 1;
      current.add(entry);
    }
  }
  const have = current.total();
  return {
    result: { expectation, have, met: have >= atLeast, countsFrom, tooOld: old.total() },
    candidates,
  };
}
