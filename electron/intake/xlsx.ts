import readSheets from 'read-excel-file/node';
import { isFailure } from '#shared/domain/failure.ts';
import type { Table } from '#shared/domain/intake/table.ts';
import { refused } from './refused.ts';
import { squared } from './squared.ts';
import { unpackXlsx } from './unpack-xlsx.ts';

/** A cell as a person reads it. A formula is the value it had when it was saved, and never worked out here. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  // Excel knows no zone: the library gives the day at midnight UTC.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

/** @param sheet its name; null for the first with anything in it. */
export async function readXlsx(bytes: Uint8Array, sheet: string | null): Promise<Table> {
  const plain = await unpackXlsx(bytes);
  let all: Awaited<ReturnType<typeof readSheets>>;
  try {
    all = await readSheets(plain);
  } catch (thrown) {
    throw isFailure(thrown) ? thrown : refused('not-readable');
  }
  const chosen =
    sheet === null
      ? (all.find(({ data }) => data.length > 1) ?? all[0])
      : all.find((one) => one.sheet === sheet);
  if (chosen === undefined) throw refused(sheet === null ? 'empty' : 'no-such-sheet');
  const rows = chosen.data.map((row) => row.map(cellText));
  return { sheets: all.map((one) => one.sheet), sheet: chosen.sheet, rows: squared(rows) };
}
