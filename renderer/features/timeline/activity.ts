import type { Timeline } from '#shared/domain/cv/timeline.ts';
import { evidenceGroups } from '#shared/domain/evidence-fields.ts';
import type { EvidenceGroup, EvidenceGroupId } from '#shared/domain/evidence-fields-types.ts';
import type { Period } from './scale.ts';

export type Cell = { readonly period: Period; readonly group: EvidenceGroupId; readonly count: number };
export type ActivityRow = {
  readonly group: EvidenceGroup;
  readonly cells: readonly Cell[];
  readonly total: number;
};

/** What began in each period, group by group; groups and periods with nothing in them are left out. */
export function activityRows(
  months: Timeline['months'],
  periods: readonly Period[],
): { readonly rows: readonly ActivityRow[]; readonly most: number } {
  const byKey = new Map(periods.map((period) => [period.key, period]));
  const counts = new Map<string, Map<Period, number>>();
  for (const { month, counts: here } of months) {
    const period = byKey.get(month) ?? byKey.get(month.slice(0, 4));
    if (period === undefined) continue;
    for (const [group, count] of Object.entries(here)) {
      const row = counts.get(group) ?? new Map<Period, number>();
      row.set(period, (row.get(period) ?? 0) + count);
      counts.set(group, row);
    }
  }
  const rows = evidenceGroups.flatMap((group): readonly ActivityRow[] => {
    const row = counts.get(group.id);
    if (row === undefined) return [];
    const cells = [...row]
      .map(([period, count]): Cell => ({ period, group: group.id, count }))
      .sort((a, b) => a.period.left - b.period.left);
    return [{ group, cells, total: cells.reduce((sum, { count }) => sum + count, 0) }];
  });
  return { rows, most: Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ count }) => count))) };
}
