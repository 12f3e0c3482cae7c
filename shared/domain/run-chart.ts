import { isoDateSchema } from './dates.ts';
import type { DetailRow, Details } from './evidence.ts';
import { rowsOf } from './evidence-answers.ts';
import type { EvidenceField } from './evidence-fields-types.ts';

export type RunPoint = {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly value: number;
  readonly note: string;
};

/** What a run chart shows. Its median is of the measurements before the change, or of all where there is none. */
export type RunChart = {
  readonly points: readonly RunPoint[];
  readonly median: number;
  readonly medianOf: 'before' | 'all';
  /** The day the change began; null where none was given, or nothing was measured before it. */
  readonly changedOn: string | null;
};

const middle = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = sorted.length % 2 === 1 ? [sorted[half], sorted[half]] : sorted.slice(half - 1);
  return (low + high) / 2;
};

const dateOf = (value: unknown): string | null => {
  const parsed = isoDateSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
};

function pointOf(row: DetailRow, { date, value }: NonNullable<EvidenceField['chart']>): readonly RunPoint[] {
  const on = dateOf(row[date]);
  const number = row[value];
  if (on === null || typeof number !== 'number' || !Number.isFinite(number)) return [];
  return [{ on, value: number, note: typeof row.note === 'string' ? row.note : '' }];
}

/** The chart of a field whose rows are measurements; null while fewer than two have a date and a value. */
export function runChartOf({ id, chart }: EvidenceField, details: Details): RunChart | null {
  if (chart === undefined) return null;
  const points = rowsOf(details, id)
    .flatMap((row) => pointOf(row, chart))
    .toSorted((a, b) => a.on.localeCompare(b.on));
  if (points.length < 2) return null;
  const given = dateOf(details[chart.changed]);
  const before = given === null ? [] : points.filter(({ on }) => on < given);
  const all = points.map(({ value }) => value);
  return before.length === 0
    ? { points, median: middle(all), medianOf: 'all', changedOn: null }
    : { points, median: middle(before.map(({ value }) => value)), medianOf: 'before', changedOn: given };
}
