import { z } from 'zod';
import type { Issue } from '../failure-codes.ts';
import { headerLine } from '../intake/table.ts';
import { type Table, tableOf } from '../open-export/table.ts';
import { type Opportunity, type OpportunityInput, opportunityInputSchema } from './opportunity.ts';

const columns = [
  'kind',
  'title',
  'what',
  'place',
  'contact',
  'from',
  'until',
  'places',
  'types',
  'packs',
  'closed',
] as const;

/** The list as a table any spreadsheet reads: lists within a cell stand apart by semicolons. */
export const opportunitiesTable = (opportunities: readonly Opportunity[]): Table =>
  tableOf('opportunities', opportunities, [
    ['kind', ({ kind }) => kind],
    ['title', ({ title }) => title],
    ['what', ({ what }) => what],
    ['place', ({ place }) => place],
    ['contact', ({ contact }) => contact],
    ['from', ({ from }) => from ?? ''],
    ['until', ({ until }) => until ?? ''],
    ['places', ({ places }) => (places === null ? '' : String(places))],
    ['types', ({ types }) => types.join('; ')],
    ['packs', ({ packs }) => packs.join('; ')],
    ['closed', ({ closed }) => (closed ? 'yes' : 'no')],
  ]);

const format = 'waymark-opportunities-1';
const fileSchema = z.strictObject({
  format: z.literal(format),
  opportunities: z.array(z.unknown()).max(2000),
});

const inputOf = ({ id: _, createdAt: __, updatedAt: ___, ...input }: Opportunity): OpportunityInput => input;

export const opportunitiesJson = (opportunities: readonly Opportunity[]): string =>
  JSON.stringify({ format, opportunities: opportunities.map(inputOf) }, null, 2);

/** One row of a file: what it says, or why it cannot be taken. `row` counts from 1, as the file shows it. */
export type ReadRow = {
  readonly row: number;
  readonly title: string;
  readonly value: OpportunityInput | null;
  readonly issues: readonly Issue[];
};

function readRow(row: number, given: unknown): ReadRow {
  const parsed = opportunityInputSchema.safeParse(given);
  const raw = typeof given === 'object' && given !== null && 'title' in given ? String(given.title) : '';
  const title = raw.slice(0, 200);
  if (parsed.success) return { row, title: parsed.data.title, value: parsed.data, issues: [] };
  const issues = parsed.error.issues.map(({ path, message }) => ({
    path: path.map((step) => (typeof step === 'symbol' ? step.toString() : step)),
    code: message,
  }));
  return { row, title, value: null, issues };
}

/** Null: it is no such file. */
export function readOpportunitiesJson(text: string): readonly ReadRow[] | null {
  try {
    const file = fileSchema.safeParse(JSON.parse(text));
    return file.success ? file.data.opportunities.map((given, at) => readRow(at + 1, given)) : null;
  } catch {
    return null;
  }
}

// What keeps a spreadsheet from running a cell as a formula is no part of the text.
const plain = (cell: string) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell).trim();
const list = (cell: string) =>
  cell
    .split(/[;,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Null: it has no headings of such a list. Columns stand in any order; unknown ones are left alone. */
export function readOpportunitiesTable(rows: readonly (readonly string[])[]): readonly ReadRow[] | null {
  const top = headerLine(rows);
  const heads = (rows[top] ?? []).map((cell) => cell.trim().toLowerCase());
  if (!heads.includes('title') || !heads.includes('kind')) return null;
  return rows.slice(top + 1).flatMap((cells, at) => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const cell = (name: (typeof columns)[number]) => plain(cells[heads.indexOf(name)] ?? '');
    const places = cell('places');
    return [
      readRow(top + at + 2, {
        kind: cell('kind').toLowerCase(),
        title: cell('title'),
        what: cell('what'),
        place: cell('place'),
        contact: cell('contact'),
        from: cell('from') === '' ? null : cell('from'),
        until: cell('until') === '' ? null : cell('until'),
        places: places === '' ? null : Number(places),
        types: list(cell('types')),
        packs: list(cell('packs')),
        closed: /^(yes|true|1)$/i.test(cell('closed')),
      }),
    ];
  });
}

/** Two of them are the same offer when these are alike. */
export const offerKey = ({ kind, title, from }: OpportunityInput): string =>
  JSON.stringify([kind, title.toLocaleLowerCase('en-GB'), from]);
