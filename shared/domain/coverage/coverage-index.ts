import type { IsoDate } from '../dates.ts';
import type { EvidenceItem } from '../evidence.ts';
import type { EvidenceTypeId } from '../evidence-types.ts';
import type { Expectation, GuidancePack } from '../guidance-pack.ts';
import { capabilityCoverage } from './capability.ts';
import { type Counting, windowsOf } from './counting.ts';
import { type Entry, entryOf } from './entry.ts';
import { gapsOf } from './gaps.ts';
import { type CoverageQuestion, entriesBehind } from './items-behind.ts';
import { metDates } from './met-dates.ts';
import { createScope, type Scope } from './scope.ts';
import type { CapabilityCoverage, CoverageMap } from './types.ts';

/** Coverage that follows a portfolio change by change. */
export type CoverageIndex = {
  /** One item before and after a change; undefined where it did not exist or no longer does. */
  readonly apply: (before: EvidenceItem | undefined, after: EvidenceItem | undefined) => void;
  /** The map as of `today`. Only capabilities touched since the last call are counted again. */
  readonly map: (today: IsoDate) => CoverageMap;
  /** Ids of the items that make up a number; undefined where there is no such capability or rule. */
  readonly behind: (question: CoverageQuestion, today: IsoDate) => readonly string[] | undefined;
  /** For each rule, those of the whole portfolio last, the day from which its count was met; null for not yet. */
  readonly metOn: (today: IsoDate) => readonly (IsoDate | null)[];
};

type Row = {
  readonly code: string;
  readonly expectations: readonly Expectation[];
  readonly scope: Scope;
  readonly drafts: Set<string>;
  cached: CapabilityCoverage | null;
};
type Kept = { readonly entry: Entry; readonly draft: boolean; readonly rows: ReadonlySet<Row> };

/**
 * Starts an index without evidence. Windows are measured back from the target date: evidence must still be current on
 * the day of submission. A new target date, pack, break or working time needs a new index.
 */
export function createCoverageIndex(pack: GuidancePack, counting: Counting): CoverageIndex {
  const windows = windowsOf(pack, counting);
  const notVerified: ReadonlySet<EvidenceTypeId> = new Set(counting.notVerified ?? []);
  const rows: readonly Row[] = pack.capabilities.map(({ code, expectations }) => ({
    code,
    expectations,
    scope: createScope(expectations, windows, true),
    drafts: new Set<string>(),
    cached: null,
  }));
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const whole = {
    expectations: pack.expectations,
    scope: createScope(pack.expectations, windows, false),
    drafts: new Set<string>(),
  };
  const kept = new Map<string, Kept>();
  let unlinked = 0;
  let last: CoverageMap | null = null;
  let met: { readonly today: IsoDate; readonly days: readonly (IsoDate | null)[] } | null = null;
  let countedOn: IsoDate | null = null;

  function drop(id: string): void {
    const old = kept.get(id);
    if (old === undefined) return;
    kept.delete(id);
    if (!old.draft) {
      whole.scope.remove(old.entry);
      if (old.rows.size === 0) unlinked -= 1;
    }
    whole.drafts.delete(id);
    for (const row of old.rows) {
      if (!row.drafts.delete(id)) row.scope.remove(old.entry);
      row.cached = null;
    }
  }

  function add(item: EvidenceItem): void {
    const entry = entryOf(item, notVerified);
    const draft = item.draft === true;
    const linked = new Set<Row>();
    for (const { capability } of item.links) {
      const row = byCode.get(capability);
      if (row !== undefined) linked.add(row);
    }
    kept.set(item.id, { entry, draft, rows: linked });
    if (draft) whole.drafts.add(item.id);
    else {
      whole.scope.put(entry);
      if (linked.size === 0) unlinked += 1;
    }
    for (const row of linked) {
      if (draft) row.drafts.add(item.id);
      else row.scope.put(entry);
      row.cached = null;
    }
  }

  return {
    apply: (before, after) => {
      last = null;
      met = null;
      if (before !== undefined) drop(before.id);
      if (after === undefined) return;
      drop(after.id);
      if (after.trashedAt === null) add(after);
    },
    map: (today) => {
      if (last?.today === today) return last;
      if (countedOn !== today) for (const row of rows) row.cached = null;
      countedOn = today;
      const capabilities = rows.map((row) => {
        row.cached ??= capabilityCoverage(row.code, row.scope, { windows, today, drafts: row.drafts.size });
        return row.cached;
      });
      const measured = whole.scope.measured(today);
      last = {
        today,
        targetDate: windows.targetDate,
        windowFrom: windows.countsFrom(today),
        capabilities,
        whole: measured.map(({ result }) => result),
        wholeGaps: gapsOf(measured, whole.scope.size(), today),
        unlinked,
        items: whole.scope.size(),
        drafts: whole.drafts.size,
      };
      return last;
    },
    behind: ({ capability, expectation: id, measure }, today) => {
      const row = capability === null ? whole : byCode.get(capability);
      const expectation = id === null ? undefined : row?.expectations.find((rule) => rule.id === id);
      if (row === undefined || (id !== null && expectation === undefined)) return undefined;
      if (measure === 'drafts') return [...row.drafts];
      return Array.from(
        entriesBehind(row.scope, measure, { windows, today, expectation }),
        (entry) => entry.id,
      );
    },
    metOn: (today) => {
      if (met?.today !== today) {
        const days = [
          ...rows.flatMap(({ scope, expectations }) =>
            metDates(expectations, scope, { windows, today, keepsUp: true }),
          ),
          ...metDates(pack.expectations, whole.scope, { windows, today, keepsUp: false }),
        ];
        met = { today, days };
      }
      return met.days;
    },
  };
}
