import type { Cell, Table } from '#shared/domain/open-export/table.ts';
import { otherReasons, type Spread, type Statistics } from '#shared/domain/programme/statistics.ts';
import type { ShownCount, ShownTable } from '#shared/domain/programme/tables.ts';

const few = 'fewer than 5';
const hidden = 'not shown';
const cell = (shown: ShownCount): Cell => (shown === 'few' ? few : shown === 'hidden' ? hidden : shown);

const words: Readonly<Record<string, string>> = {
  kept: 'Kept',
  missed: 'Missed',
  dropped: 'Dropped',
  running: 'Not due yet',
  postpone: 'Postponed',
  'not-held': 'Not held',
  [otherReasons]: 'Other reasons',
};
const labelled = (key: string, label: string) => (key === label ? (words[key] ?? label) : label);

function rowsOf(title: string, table: ShownTable): readonly (readonly Cell[])[] {
  if (table.is === 'none') return [[title], ['Nothing to count yet'], []];
  if (table.is === 'too-few')
    return [[title], ['Not shown: too few to be counted without telling of somebody'], []];
  const heads = table.columns.map(({ key, label }) => labelled(key, label));
  return [
    [title],
    ['', ...heads, 'All'],
    ...table.rows.map(({ key, label, cells, total }) => [
      labelled(key, label),
      ...cells.map(cell),
      cell(total),
    ]),
    ['All', ...table.totals.map(cell), cell(table.all)],
    [],
  ];
}

const days = (of: Spread): readonly Cell[] =>
  of === null ? [few, '', ''] : [of.median, of.shortest, of.longest];

/** All tables of the statistics under one another, as a spreadsheet shows them. */
export function statisticsTable(statistics: Statistics, on: string): Table {
  return {
    name: 'statistics',
    columns: [`Reviews of the programme, ${on}`],
    rows: [
      ['Numbers from 1 to 4 are not shown; "not shown" keeps such a number from being worked out.'],
      [],
      ...rowsOf('Outcomes by specialty', statistics.outcomesBySpecialty),
      ...rowsOf('Outcomes by year of the panel', statistics.outcomesByYear),
      ['Days from panel to release'],
      ['', 'Median', 'Shortest', 'Longest'],
      ...statistics.release.map(({ year, days: of }) => [year === 'all' ? 'All' : year, ...days(of)]),
      [],
      ...rowsOf('Actions by the year of their day', statistics.actions),
      ...rowsOf('Panels not held or postponed, by reason', statistics.notHeld),
    ],
  };
}
