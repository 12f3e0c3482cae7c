import { ownNames } from './own-names.ts';
import { isStopWord } from './read-name.ts';
import type { Found, Rule } from './types.ts';

const separators = ['|', ';', '\t', ','] as const;
const heading =
  /^(?:patient(?:'s)?(?: name)?|pt(?: name)?|name|initials|patient initials|surname|forename|first name|last name|full name|client)$/i;
const nameLike = /^\p{Lu}[\p{L}'., ()-]{1,60}$/u;
const longestLine = 2000; // characters: a row of a table, not a paragraph

type Cell = { readonly start: number; readonly text: string };

function cellsOf(line: string, start: number, separator: string): readonly Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  for (const part of line.split(separator)) {
    const lead = part.length - part.trimStart().length;
    cells.push({ start: start + from + lead, text: part.trim() });
    from += part.length + separator.length;
  }
  return cells;
}

/** Names below a heading of a table whose cells are kept apart by a bar, semicolon, tab or comma. */
export const columnNames: Rule = (text, options) => {
  const isOwn = ownNames(options.names);
  const found: Found[] = [];
  let column:
    | { readonly separator: string; readonly places: readonly number[]; readonly width: number }
    | undefined;
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.length <= longestLine) {
      const current = column;
      const cells = current === undefined ? [] : cellsOf(line, start, current.separator);
      if (line.trim() === '') {
        column = undefined;
      } else if (current !== undefined && cells.length < (current.separator === ',' ? current.width : 2)) {
        // The rest of a cell that was broken over two lines, or the words below the table.
      } else if (current !== undefined) {
        for (const place of current.places) {
          const cell = cells[place];
          if (cell === undefined || !nameLike.test(cell.text)) continue;
          const words = cell.text.split(/[ ,.()]+/).filter((word) => word !== '');
          if (words.length > 6 || words.every(isStopWord) || isOwn(words)) continue;
          found.push({
            start: cell.start,
            end: cell.start + cell.text.length,
            confidence: 'high',
            why: 'In a table’s column of names.',
          });
        }
      } else {
        for (const separator of separators) {
          if (!line.includes(separator)) continue;
          const headings = cellsOf(line, start, separator);
          const places = headings.flatMap(({ text: title }, at) => (heading.test(title) ? [at] : []));
          if (headings.length < 2 || places.length === 0) continue;
          column = { separator, places, width: headings.length };
          break;
        }
      }
    }
    start += line.length + 1;
  }
  return found;
};
