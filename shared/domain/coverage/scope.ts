import type { IsoDate } from '../dates.ts';
import type { EvidenceTypeId } from '../evidence-types.ts';
import type { Expectation } from '../guidance-pack.ts';
import type { Entry } from './entry.ts';
import { type Measured, measure } from './measure.ts';
import { windowStart } from './window.ts';

/** The evidence of one capability, or of the whole portfolio, sorted into types so that a rule reads only its own. */
export type Scope = {
  readonly put: (entry: Entry) => void;
  readonly remove: (entry: Entry) => void;
  readonly size: () => number;
  readonly entries: () => Iterable<Entry>;
  /** Results in the pack's order. Rules whose types did not change since the last call of the same day are kept. */
  readonly measured: (today: IsoDate) => readonly Measured[];
};

type Rule = { readonly expectation: Expectation; readonly countsFrom: IsoDate; last: Measured | null };

export function createScope(
  expectations: readonly Expectation[],
  targetDate: IsoDate,
  windowYears: number,
): Scope {
  const buckets = new Map<EvidenceTypeId, Map<string, Entry>>();
  const rules: readonly Rule[] = expectations.map((expectation) => ({
    expectation,
    countsFrom: windowStart(targetDate, expectation.withinYears ?? windowYears),
    last: null,
  }));
  let size = 0;
  let day: IsoDate | null = null;

  const forget = (type: EvidenceTypeId) => {
    for (const rule of rules) {
      const { types } = rule.expectation;
      if (types.length === 0 || types.includes(type)) rule.last = null;
    }
  };
  function* of(types: Iterable<EvidenceTypeId>): Iterable<Entry> {
    for (const type of types) yield* buckets.get(type)?.values() ?? [];
  }

  return {
    put: (entry) => {
      const bucket = buckets.get(entry.type) ?? new Map<string, Entry>();
      buckets.set(entry.type, bucket);
      if (!bucket.has(entry.id)) size += 1;
      bucket.set(entry.id, entry);
      forget(entry.type);
    },
    remove: (entry) => {
      if (buckets.get(entry.type)?.delete(entry.id) !== true) return;
      size -= 1;
      forget(entry.type);
    },
    size: () => size,
    entries: () => of(buckets.keys()),
    measured: (today) => {
      if (day !== today) for (const rule of rules) rule.last = null;
      day = today;
      return rules.map((rule) => {
        const { expectation, countsFrom } = rule;
        const types = expectation.types.length === 0 ? buckets.keys() : new Set(expectation.types);
        rule.last ??= measure(expectation, of(types), countsFrom, today);
        return rule.last;
      });
    },
  };
}
