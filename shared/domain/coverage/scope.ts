import type { IsoDate } from '../dates.ts';
import type { EvidenceTypeId } from '../evidence-types.ts';
import type { Expectation } from '../guidance-pack.ts';
import type { Windows } from './counting.ts';
import type { Entry } from './entry.ts';
import { type Measured, measure } from './measure.ts';
import type { Period } from './standing.ts';

/** The evidence of one capability, or of the whole portfolio, sorted into types so that a rule reads only its own. */
export type Scope = {
  readonly put: (entry: Entry) => void;
  readonly remove: (entry: Entry) => void;
  readonly size: () => number;
  readonly entries: () => Iterable<Entry>;
  /** The entries of a rule's types. */
  readonly entriesFor: (expectation: Expectation) => Iterable<Entry>;
  /** The period of the pack's window, or of one rule. */
  readonly period: (today: IsoDate, expectation?: Expectation) => Period;
  /** Results in the pack's order. Rules whose types did not change since the last call of the same day are kept. */
  readonly measured: (today: IsoDate) => readonly Measured[];
};

type Rule = {
  readonly expectation: Expectation;
  last: { readonly measured: Measured; readonly keptUp: boolean } | null;
};

/** @param keepsUp whether the pack's maintenance rule holds here: it is about one capability's evidence, never about all. */
export function createScope(expectations: readonly Expectation[], windows: Windows, keepsUp: boolean): Scope {
  const buckets = new Map<EvidenceTypeId, Map<string, Entry>>();
  const rules: readonly Rule[] = expectations.map((expectation) => ({ expectation, last: null }));
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
  const entriesFor = ({ types }: Expectation) => of(types.length === 0 ? buckets.keys() : new Set(types));

  /** One piece of the named types that has begun and is in the pack's window keeps all that is older up. */
  const isKeptUp = (today: IsoDate): boolean => {
    if (!keepsUp) return false;
    const from = windows.countsFrom(today);
    for (const entry of of(windows.keepUp)) if (entry.startedOn <= today && entry.date >= from) return true;
    return false;
  };
  // A rule with a period of its own asks for what is recent: nothing older can stand in for that.
  const periodOf = (today: IsoDate, keptUp: boolean, expectation?: Expectation): Period => ({
    countsFrom: windows.countsFrom(today, expectation),
    today,
    keptUp: keptUp && (expectation?.withinYears ?? null) === null,
  });

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
    entriesFor,
    period: (today, expectation) => periodOf(today, isKeptUp(today), expectation),
    measured: (today) => {
      if (day !== today) for (const rule of rules) rule.last = null;
      day = today;
      const keptUp = isKeptUp(today);
      return rules.map((rule) => {
        const { expectation } = rule;
        if (rule.last?.keptUp === keptUp) return rule.last.measured;
        const measured = measure(expectation, entriesFor(expectation), periodOf(today, keptUp, expectation));
        rule.last = { measured, keptUp };
        return measured;
      });
    },
  };
}
