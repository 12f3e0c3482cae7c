import { CsvError, parse } from 'csv-parse/sync';
import { intakeLimits, type Table } from '#shared/domain/intake/table.ts';
import { decode } from './decode.ts';
import { refused } from './refused.ts';
import { squared } from './squared.ts';

const delimiters = [',', ';', '\t', '|'] as const;
const looked = 20; // lines

/** What parts the cells: whatever there is most of, outside quotes, in the first lines. */
function delimiterOf(text: string): string {
  const bare = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .slice(0, looked)
    .join('\n');
  const counted = delimiters.map((sign) => ({ sign, times: bare.split(sign).length }));
  return counted.reduce((best, one) => (one.times > best.times ? one : best)).sign;
}

/** The apostrophe that keeps a spreadsheet from running a cell as a formula is no part of its text. */
const unguarded = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r])/, '');

/** A CSV as people's spreadsheets write it. Nothing in a cell means anything but its text. */
export function readCsv(bytes: Uint8Array): Table {
  const text = decode(bytes);
  // A line for the program that opens it.
  const declared = /^\uFEFF?sep=(.)\r?\n/.exec(text);
  const body = declared === null ? text.replace(/^\uFEFF/, '') : text.slice(declared[0].length);
  let rows: string[][];
  try {
    rows = parse(body, {
      delimiter: declared?.[1] ?? delimiterOf(body),
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: false,
      maxRecordSize: 2_000_000,
      // One more than is allowed, so that too many can be told.
      toLine: intakeLimits.rows * 50,
      to: intakeLimits.rows + 2,
    });
  } catch (thrown) {
    throw thrown instanceof CsvError ? refused('not-readable') : thrown;
  }
  return { sheets: [''], sheet: '', rows: squared(rows.map((row) => row.map(unguarded))) };
}
