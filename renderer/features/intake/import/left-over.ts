import { rowProblemWords } from '#renderer/text/import-words.ts';
import type { ImportRow, ImportSource } from '#shared/contract/intake.ts';

type Spreadsheet = Extract<ImportSource, { kind: 'spreadsheet' }>;

/** Rows of a spreadsheet that cannot come in, each with what is wrong with it, in words. */
export type LeftOver = Pick<Spreadsheet, 'file' | 'sheet'> & {
  readonly rows: readonly { readonly row: number; readonly note: string }[];
};

/** Null where every row can come in, or the source is no spreadsheet that could be mended. */
export function leftOver(source: ImportSource, rows: readonly ImportRow[]): LeftOver | null {
  if (source.kind !== 'spreadsheet') return null;
  const left = rows
    .filter(({ state }) => state === 'bad')
    .map(({ row, problems }) => ({ row, note: problems.map(rowProblemWords).join('; ').slice(0, 4000) }));
  return left.length === 0 ? null : { file: source.file, sheet: source.sheet, rows: left };
}
