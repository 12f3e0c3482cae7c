import type { IsoDate } from '../dates.ts';
import type { EvidenceItem } from '../evidence.ts';
import type { GuidancePack } from '../guidance-pack.ts';
import { capabilityCoverage } from './capability.ts';
import { type Entry, entryOf } from './entry.ts';
import { createScope, type Scope } from './scope.ts';
import type { CapabilityCoverage, CoverageMap } from './types.ts';

/** Coverage that follows a portfolio change by change. */
export type CoverageIndex = {
  /** One item before and after a change; undefined where it did not exist or no longer does. */
  readonly apply: (before: EvidenceItem | undefined, after: EvidenceItem | undefined) => void;
  /** The map as of `today`. Only capabilities touched since the last call are counted again. */
  readonly map: (today: IsoDate) => CoverageMap;
};

type Row = { readonly code: string; readonly scope: Scope; cached: CapabilityCoverage | null };
type Kept = { readonly entry: Entry; readonly rows: ReadonlySet<Row> };

/**
 * Starts an index without evidence. Windows are measured back from `targetDate`: evidence must still be current on the
 * day of submission. A new target date or pack needs a new index.
 */
export function createCoverageIndex(
  pack: GuidancePack,
  { targetDate }: { readonly targetDate: IsoDate },
): CoverageIndex {
  const { years } = pack.window;
  const rows: readonly Row[] = pack.capabilities.map(({ code, expectations }) => ({
    code,
    scope: createScope(expectations, targetDate, years),
    cached: null,
  }));
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const whole = createScope(pack.expectations, targetDate, years);
  const kept = new Map<string, Kept>();
  let unlinked = 0;
  let last: CoverageMap | null = null;
  let countedOn: IsoDate | null = null;

  function drop(id: string): void {
    const old = kept.get(id);
    if (old === undefined) return;
    kept.delete(id);
    whole.remove(old.entry);
    if (old.rows.size === 0) unlinked -= 1;
    for (const row of old.rows) {
      row.scope.remove(old.entry);
      row.cached = null;
    }
  }

  function add(item: EvidenceItem): void {
    const entry = entryOf(item);
    const linked = new Set<Row>();
    for (const { capability } of item.links) {
      const row = byCode.get(capability);
      if (row !== undefined) linked.add(row);
    }
    kept.set(item.id, { entry, rows: linked });
    whole.put(entry);
    if (linked.size === 0) unlinked += 1;
    for (const row of linked) {
      row.scope.put(entry);
      row.cached = null;
    }
  }

  return {
    apply: (before, after) => {
      last = null;
      if (before !== undefined) drop(before.id);
      if (after === undefined) return;
      drop(after.id);
      if (after.trashedAt === null && after.draft !== true) add(after);
    },
    map: (today) => {
      if (last?.today === today) return last;
      if (countedOn !== today) for (const row of rows) row.cached = null;
      countedOn = today;
      const capabilities = rows.map((row) => {
        row.cached ??= capabilityCoverage(row.code, row.scope, years, targetDate, today);
        return row.cached;
      });
      const results = whole.measured(today).map(({ result }) => result);
      last = { today, targetDate, capabilities, whole: results, unlinked, items: kept.size };
      return last;
    },
  };
}
