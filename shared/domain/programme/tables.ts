import { z } from 'zod';
import { type Counted, protect, smallestShown } from './suppression.ts';

/** A number, or why there is none: `few` is one to four, `hidden` would let such a number be worked out. */
export const shownCountSchema = z.union([z.number().int().nonnegative(), z.enum(['few', 'hidden'])]);
export type ShownCount = z.output<typeof shownCountSchema>;

const heading = z.strictObject({ key: z.string(), label: z.string() });
export type Heading = Readonly<z.output<typeof heading>>;

/** A table as it may be seen. `none`: there is nothing to count. `too-few`: it is kept back as a whole. */
export const shownTableSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('none') }),
  z.strictObject({ is: z.literal('too-few') }),
  z.strictObject({
    is: z.literal('table'),
    columns: z.array(heading).readonly(),
    rows: z
      .array(heading.extend({ cells: z.array(shownCountSchema).readonly(), total: shownCountSchema }))
      .readonly(),
    totals: z.array(shownCountSchema).readonly(),
    all: shownCountSchema,
  }),
]);
export type ShownTable = Readonly<z.output<typeof shownTableSchema>>;

/** One of those who are counted: where in the rows, where in the columns. */
export type Tally = { readonly rows: readonly Heading[]; readonly cells: readonly (readonly number[])[] };

const cellWorth = 100;
const totalWorth = 10_000;
const allWorth = 1_000_000;
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/**
 * Tables that count the same things under the same columns, each by rows of its own: their column totals are the same
 * numbers, so that they have to be kept back together. Row sums, column sums and the whole are one closed round.
 */
export function countsOf(columns: number, tallies: readonly Tally[]): readonly Counted[] {
  const [first, ...others] = tallies;
  if (first === undefined) return [];
  const counted = (id: string, from: string, to: string, value: number, worth: number): Counted => ({
    id,
    from,
    to,
    value,
    worth: worth + Math.min(value, cellWorth),
  });
  // Rows of the first give to the columns; rows of the second take from them. More than two would share a number thrice.
  if (others.length > 1) throw new Error('two tables at most share their columns');
  const [second] = others;
  const columnEnd = (column: number) => (second === undefined ? 'end' : `taken-${column}`);
  const rowsOf = (tally: Tally, at: number) =>
    tally.cells.flatMap((cells, row) => [
      ...cells.map((value, column) =>
        at === 0
          ? counted(`0/${row}/${column}`, `row-0-${row}`, `column-${column}`, value, cellWorth)
          : counted(`1/${row}/${column}`, columnEnd(column), `row-1-${row}`, value, cellWorth),
      ),
      at === 0
        ? counted(`0/${row}`, 'begin', `row-0-${row}`, sum(cells), totalWorth)
        : counted(`1/${row}`, `row-1-${row}`, 'end', sum(cells), totalWorth),
    ]);
  const totals = Array.from({ length: columns }, (_, column) =>
    counted(
      `total/${column}`,
      `column-${column}`,
      columnEnd(column),
      sum(first.cells.map((cells) => cells[column] ?? 0)),
      totalWorth,
    ),
  );
  return [
    ...rowsOf(first, 0),
    ...(second === undefined ? [] : rowsOf(second, 1)),
    ...totals,
    counted('all', 'end', 'begin', sum(first.cells.flat()), allWorth),
  ];
}

/** The tables as they may be seen, in the order given: all of them, or none. */
export function shownTables(
  columns: readonly Heading[],
  tallies: readonly Tally[],
  /** How numbers are kept back; another way is for tests alone. */
  keptBack: typeof protect = protect,
): readonly ShownTable[] {
  const counts = countsOf(columns.length, tallies);
  const values = new Map(counts.map(({ id, value }) => [id, value]));
  const all = values.get('all') ?? 0;
  if (all === 0) return tallies.map(() => ({ is: 'none' }));
  const showings = all < smallestShown ? null : keptBack(counts);
  if (showings === null) return tallies.map(() => ({ is: 'too-few' }));
  const shown = (id: string): ShownCount => {
    const showing = showings.get(id);
    return showing === 'few' || showing === 'hidden' ? showing : (values.get(id) ?? 0);
  };
  return tallies.map((tally, at) => ({
    is: 'table',
    columns: [...columns],
    rows: tally.rows.map(({ key, label }, row) => ({
      key,
      label,
      cells: columns.map((_, column) => shown(`${at}/${row}/${column}`)),
      total: shown(`${at}/${row}`),
    })),
    totals: columns.map((_, column) => shown(`total/${column}`)),
    all: shown('all'),
  }));
}

/** Counts things under headings. Rows and columns that are not asked for beforehand appear in the order of their keys. */
export function tallyOf<T>(
  things: readonly T[],
  columns: readonly Heading[],
  place: (thing: T) => { readonly row: Heading; readonly column: string },
): Tally {
  const places = things.map(place);
  const rows = [...new Map(places.map(({ row }) => [row.key, row])).values()].sort((a, b) =>
    a.label.localeCompare(b.label, 'en-GB'),
  );
  return {
    rows,
    cells: rows.map(({ key }) =>
      columns.map(
        (column) => places.filter(({ row, column: in_ }) => row.key === key && in_ === column.key).length,
      ),
    ),
  };
}
