import type { Expectation } from '../guidance-pack.ts';
import type { Entry } from './entry.ts';
import { type Period, standingOf } from './standing.ts';
import type { ExpectationResult } from './types.ts';

/** A rule's result, and how many items of its kind count whether or not they are verified. */
export type Measured = { readonly result: ExpectationResult; readonly candidates: number };

export type Tally = { readonly add: (entry: Entry) => void; readonly total: () => number };

/** Adds up one unit over entries. Every unit is a sum of whole numbers or a set, so order never matters. */
export function tally(unit: Expectation['unit']): Tally {
  let sum = 0;
  const kinds = new Set<string>();
  return {
    add: (entry) => {
      if (unit === 'items') sum += 1;
      else if (unit === 'cases') sum += entry.cases;
      else if (unit === 'hours') sum += entry.centihours;
      else if (unit === 'verified-items') sum += entry.verified ? 1 : 0;
      else kinds.add(entry.type);
    },
    total: () => (unit === 'kinds' ? kinds.size : unit === 'hours' ? sum / 100 : sum),
  };
}

/** Whether a rule that reads entries of this type counts this one. */
export const isAsked = ({ only }: Expectation, entry: Entry): boolean =>
  only === undefined || entry.details[only.field] === only.value;

const rounded = (value: number) => Math.round(value * 100) / 100;

/** Holds one rule against evidence of its types. */
export function measure(expectation: Expectation, entries: Iterable<Entry>, period: Period): Measured {
  const { unit, atLeast } = expectation;
  const all = tally(unit);
  const current = tally(unit);
  const old = tally(unit);
  const planned = tally(unit);
  let candidates = 0;
  for (const entry of entries) {
    if (!isAsked(expectation, entry)) continue;
    const standing = standingOf(entry, period);
    if (standing === 'tooEarly') planned.add(entry);
    else if (standing === 'tooOld') old.add(entry);
    else {
      candidates += 1;
      all.add(entry);
      if (standing === 'inWindow') current.add(entry);
    }
  }
  const have = all.total();
  return {
    result: {
      expectation,
      have,
      met: have >= atLeast,
      countsFrom: period.countsFrom,
      tooOld: old.total(),
      maintained: rounded(have - current.total()),
      tooEarly: planned.total(),
    },
    candidates,
  };
}
