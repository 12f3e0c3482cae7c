import { intakeLimits, type Table } from '#shared/domain/intake/table.ts';
import { refused } from './refused.ts';

const isEmpty = (row: readonly string[]) => row.every((cell) => cell === '');

/**
 * Rows of one length, without the empty ones at the end. Fails with IMPORT_REFUSED: `empty`, `too-many-rows`,
 * `too-many-columns`.
 */
export function squared(rows: readonly (readonly string[])[]): Table['rows'] {
  const trimmed = rows.map((row) => row.map((cell) => cell.trim().slice(0, intakeLimits.cell)));
  let last = trimmed.length;
  while (last > 0 && isEmpty(trimmed[last - 1] ?? [])) last -= 1;
  const kept = trimmed.slice(0, last);
  if (kept.length < 2) throw refused('empty');
  // The headings are a row too.
  if (kept.length > intakeLimits.rows + 1) throw refused('too-many-rows', intakeLimits.rows);
  const used = (row: readonly string[]) => row.findLastIndex((cell) => cell !== '') + 1;
  const width = kept.reduce((most, row) => Math.max(most, used(row)), 0);
  if (width > intakeLimits.columns) throw refused('too-many-columns', intakeLimits.columns);
  return kept.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
}
