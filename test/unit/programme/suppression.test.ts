import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Counted, type Showing, smallestShown } from '#shared/domain/programme/suppression.ts';
import { type ShownTable, shownTables, type Tally } from '#shared/domain/programme/tables.ts';
import { proved, sized } from '#test/support/prove.ts';
import { derivable } from '#test/support/table-solver.ts';

const headings = (count: number, word: string) =>
  Array.from({ length: count }, (_, at) => ({ key: `${word}-${at}`, label: `${word} ${at}` }));
const tally = (cells: readonly (readonly number[])[], word = 'row'): Tally => ({
  rows: headings(cells.length, word),
  cells,
});
const table = (cells: readonly (readonly number[])[]) =>
  shownTables(headings(cells[0]?.length ?? 0, 'column'), [tally(cells)])[0];

/** What many do: leave out the small ones and be content. */
const naive = (counts: readonly Counted[]) =>
  new Map<string, Showing>(
    counts.map(({ id, value }) => [id, value > 0 && value < smallestShown ? 'few' : 'shown']),
  );
/** What careful people do: where one number of a row is left out, leave out a second one. */
const secondInRow = (counts: readonly Counted[]) => {
  const showings = new Map<string, Showing>(naive(counts));
  for (const few of counts.filter(({ id }) => showings.get(id) === 'few')) {
    const others = counts.filter(({ id, from }) => id !== few.id && from === few.from);
    if (others.some(({ id }) => showings.get(id) !== 'shown')) continue;
    const next = others.filter(({ value }) => value >= smallestShown).sort((a, b) => a.value - b.value)[0];
    if (next !== undefined) showings.set(next.id, 'hidden');
  }
  return showings;
};

/** People in a specialty, a year and with an outcome: counted by specialty and by year, as the screen shows them. */
const people = fc
  .record({
    specialties: fc.integer({ min: 1, max: 4 }),
    years: fc.integer({ min: 1, max: 3 }),
    outcomes: fc.integer({ min: 1, max: 4 }),
  })
  .chain(({ specialties, years, outcomes }) =>
    fc.array(
      fc.array(
        fc.array(
          fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) }, fc.integer({ min: 0, max: 14 })),
          {
            minLength: outcomes,
            maxLength: outcomes,
          },
        ),
        { minLength: years, maxLength: years },
      ),
      { minLength: specialties, maxLength: specialties },
    ),
  );

const added = (rows: readonly (readonly number[])[]) =>
  (rows[0] ?? []).map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
const pairOf = (
  cube: readonly (readonly (readonly number[])[])[],
  how?: Parameters<typeof shownTables>[2],
) => {
  const columns = headings(cube[0]?.[0]?.length ?? 0, 'outcome');
  const bySpecialty = cube.map(added);
  const byYear = (cube[0] ?? []).map((_, year) => added(cube.map((years) => years[year] ?? [])));
  return shownTables(columns, [tally(bySpecialty, 'specialty'), tally(byYear, 'year')], how);
};
const shownNumbers = (one: ShownTable | undefined) =>
  one?.is !== 'table'
    ? []
    : [...one.rows.flatMap(({ cells, total }) => [...cells, total]), ...one.totals, one.all];

describe('small numbers', () => {
  it('are said to be few, and a second one is kept back in the row and the column', () => {
    const shown = table([
      [12, 2, 9],
      [8, 7, 20],
    ]);
    expect(shown?.is === 'table' && shown.rows[0]?.cells[1]).toBe('few');
    expect(shownNumbers(shown).filter((one) => one === 'hidden')).toHaveLength(3);
    expect(derivable(shown === undefined ? [] : [shown])).toEqual([]);
  });

  it('leave what needs no keeping back as it is, noughts too', () => {
    const shown = table([
      [12, 0],
      [5, 7],
    ]);
    expect(shownNumbers(shown)).toEqual([12, 0, 12, 5, 7, 12, 17, 7, 24]);
  });

  it('keep the whole table back where there are fewer than five in all', () => {
    expect(table([[2, 2]])).toEqual({ is: 'too-few' });
    expect(table([[0, 0]])).toEqual({ is: 'none' });
  });

  it('cannot be worked out from anything shown, in rows, columns and totals of both tables together', () => {
    let kept = 0;
    let whole = 0;
    fc.assert(
      fc.property(people, (cube) => {
        const tables = pairOf(cube);
        if (tables.some(({ is }) => is !== 'table')) whole += 1;
        else kept += 1;
        expect(derivable(tables)).toEqual([]);
        for (const number of tables.flatMap((one) => shownNumbers(one)))
          if (typeof number === 'number') expect(number === 0 || number >= smallestShown).toBe(true);
      }),
      { numRuns: sized(300, 5000) },
    );
    // A way that kept everything back would be safe, and useless.
    expect(kept).toBeGreaterThan(whole * 4);
    proved(
      'small numbers in statistics',
      `${kept} pairs of tables shown, ${whole} kept back whole, none worked out`,
    );
  });

  it.each([
    ['left out alone', naive],
    ['left out with a second one of their row', secondInRow],
  ])('are given away by the totals when they are %s', (_, how) => {
    const found = fc.check(
      fc.property(people, (cube) => derivable(pairOf(cube, how)).length === 0),
      { numRuns: 300 },
    );
    expect(found.failed).toBe(true);
  });
});
