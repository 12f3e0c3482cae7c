import { stringify } from 'csv-stringify/sync';
import type { IndexLine } from '../../services/ports/exchange.ts';

const columns: readonly { readonly key: keyof IndexLine; readonly header: string }[] = [
  { key: 'number', header: 'Number' },
  { key: 'kind', header: 'Kind' },
  { key: 'title', header: 'Title' },
  { key: 'type', header: 'Type' },
  { key: 'from', header: 'From' },
  { key: 'to', header: 'To' },
  { key: 'capabilities', header: 'Capabilities' },
  { key: 'file', header: 'File name' },
  { key: 'path', header: 'In this archive' },
];

/** The list people read in a spreadsheet. What somebody wrote cannot become a formula there. */
export function indexCsv(lines: readonly IndexLine[]): Uint8Array {
  const trimmed = lines.map((line) =>
    Object.fromEntries(
      Object.entries(line).map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value]),
    ),
  );
  const text = stringify(trimmed, {
    header: true,
    columns: [...columns],
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  // The mark tells spreadsheets that it is UTF-8.
  return new TextEncoder().encode(`\uFEFF${text}`);
}
