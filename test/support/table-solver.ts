import type { ShownCount, ShownTable } from '#shared/domain/programme/tables.ts';

type Range = readonly [low: number, high: number];
type Equation = { readonly parts: readonly string[]; readonly whole: string };
/** What somebody who sees tables can work with: what each number may be, and which add up to which. */
export type Puzzle = { readonly ranges: ReadonlyMap<string, Range>; readonly equations: readonly Equation[] };

/** More than any number of these tests: what is hidden is five or more, and as far as its reader knows anything above. */
const most = 400;

const rangeOf = (shown: ShownCount): Range =>
  shown === 'few' ? [1, 4] : shown === 'hidden' ? [5, most] : [shown, shown];

/** Reads tables as an attacker would, knowing that they count the same things under the same columns. */
export function puzzleOf(tables: readonly ShownTable[]): Puzzle {
  const ranges = new Map<string, Range>();
  const equations: Equation[] = [];
  for (const [at, table] of tables.entries()) {
    if (table.is !== 'table') continue;
    ranges.set('all', rangeOf(table.all));
    for (const [column, total] of table.totals.entries()) ranges.set(`total ${column}`, rangeOf(total));
    for (const [row, { cells, total }] of table.rows.entries()) {
      ranges.set(`${at} row ${row}`, rangeOf(total));
      for (const [column, cell] of cells.entries()) ranges.set(`${at} ${row} ${column}`, rangeOf(cell));
      equations.push({
        parts: cells.map((_, column) => `${at} ${row} ${column}`),
        whole: `${at} row ${row}`,
      });
    }
    for (const column of table.totals.keys())
      equations.push({
        parts: table.rows.map((_, row) => `${at} ${row} ${column}`),
        whole: `total ${column}`,
      });
    equations.push({ parts: table.rows.map((_, row) => `${at} row ${row}`), whole: 'all' });
    equations.push({ parts: table.totals.map((_, column) => `total ${column}`), whole: 'all' });
  }
  return { ranges, equations };
}

/** Narrows every number by the sums it is in, until nothing moves; undefined where they contradict each other. */
function narrowed(ranges: ReadonlyMap<string, Range>, equations: readonly Equation[]) {
  const known = new Map(ranges);
  const range = (name: string): Range => known.get(name) ?? [0, most];
  for (let moved = true; moved; ) {
    moved = false;
    for (const { parts, whole } of equations) {
      const low = parts.reduce((sum, part) => sum + range(part)[0], 0);
      const high = parts.reduce((sum, part) => sum + range(part)[1], 0);
      const [wholeLow, wholeHigh] = range(whole);
      const next: [string, Range][] = [[whole, [Math.max(wholeLow, low), Math.min(wholeHigh, high)]]];
      for (const part of parts) {
        const [partLow, partHigh] = range(part);
        next.push([
          part,
          [Math.max(partLow, wholeLow - (high - partHigh)), Math.min(partHigh, wholeHigh - (low - partLow))],
        ]);
      }
      for (const [name, [from, to]] of next) {
        if (from > to) return undefined;
        const [was, until] = range(name);
        if (from === was && to === until) continue;
        known.set(name, [from, to]);
        moved = true;
      }
    }
  }
  return known;
}

function solvable(ranges: ReadonlyMap<string, Range>, equations: readonly Equation[]): boolean {
  const known = narrowed(ranges, equations);
  if (known === undefined) return false;
  const open = [...known]
    .filter(([, [low, high]]) => low < high)
    .sort(([, a], [, b]) => a[1] - a[0] - (b[1] - b[0]))
    .at(0);
  if (open === undefined) return true;
  const [name, [low, high]] = open;
  for (let value = low; value <= high; value += 1)
    if (solvable(new Map([...known, [name, [value, value]]]), equations)) return true;
  return false;
}

/** The names of numbers that are kept back and can be worked out all the same: no second value fits. */
export function derivable(tables: readonly ShownTable[]): readonly string[] {
  const { ranges, equations } = puzzleOf(tables);
  const known = narrowed(ranges, equations);
  if (known === undefined) throw new Error('these tables contradict themselves');
  const fits = (name: string, value: number) =>
    solvable(new Map([...known, [name, [value, value]]]), equations);
  return [...ranges]
    .filter(([, [low, high]]) => low < high)
    .filter(([name]) => {
      const [low, high] = known.get(name) ?? [0, 0];
      let found = 0;
      for (let value = low; value <= high && found < 2; value += 1) if (fits(name, value)) found += 1;
      return found < 2;
    })
    .map(([name]) => name);
}
