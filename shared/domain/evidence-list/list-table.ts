import { type IsoDate, ukDate } from '../dates.ts';
import type { EvidenceItem } from '../evidence.ts';
import { anonymisationOf } from '../identifiers/anonymisation.ts';
import type { AnonymisationState } from '../identifiers/anonymisation-states.ts';
import type { CheckState } from '../identifiers/check-states.ts';
import type { Cell, Table } from '../open-export/table.ts';
import { tableOf } from '../open-export/table.ts';
import { type TypesOf, typeTitle } from '../pack-types.ts';
import type { CheckOf } from './check-of.ts';
import type { ListColumn } from './columns.ts';

type Part = readonly [name: string, of: (item: EvidenceItem, checkOf: CheckOf) => Cell];

const date = (value: IsoDate | null) => (value === null ? null : ukDate(value));
const status = (item: EvidenceItem) =>
  item.trashedAt !== null ? 'in the trash' : item.draft === true ? 'draft' : 'ready';
const anonymised: Readonly<Record<AnonymisationState, string>> = {
  none: 'no',
  done: 'yes',
  stale: 'files changed since',
  'not-needed': 'not needed',
};
const identifiers: Readonly<Record<CheckState, string>> = {
  unchecked: 'not checked yet',
  possible: 'possible identifiers',
  'none-found': 'nothing obvious found: every page must be checked',
};
const mark = (is: unknown) => (is === undefined || is === null ? 'no' : 'yes');

const parts: Readonly<Record<Exclude<ListColumn, 'type'>, readonly Part[]>> = {
  dates: [
    ['Started on', ({ startedOn }) => date(startedOn)],
    ['Ended on', ({ endedOn }) => date(endedOn)],
  ],
  capabilities: [
    ['Capabilities', ({ links }) => [...new Set(links.map((link) => link.capability))].join(' ')],
  ],
  files: [['Files', ({ attachments }) => attachments.length]],
  marks: [
    ['Anonymised', (item) => anonymised[anonymisationOf(item)]],
    ['Verified', ({ verification }) => mark(verification)],
    ['Authenticated', ({ authenticated }) => mark(authenticated)],
    ['Translated', ({ translated }) => mark(translated)],
  ],
  identifiers: [
    [
      'Identifier check',
      ({ id }, checkOf) => {
        const state = checkOf(id);
        return state === undefined ? null : identifiers[state];
      },
    ],
  ],
  status: [['Status', status]],
  tags: [['Tags', ({ tags = [] }) => tags.join(', ')]],
  place: [['Place', ({ place }) => place]],
  role: [['Role', ({ role }) => role]],
  hours: [['Hours', ({ hours }) => hours]],
  updatedAt: [['Changed on', ({ updatedAt }) => date(updatedAt.slice(0, 10))]],
};

/** Items as the list shows them, the title first; where there are files in the archive, which. */
export function listTable(
  pack: TypesOf,
  items: readonly EvidenceItem[],
  columns: readonly ListColumn[],
  checkOf: CheckOf,
  filesOf?: (item: EvidenceItem) => readonly string[],
): Table {
  const files: readonly (readonly [string, (item: EvidenceItem) => Cell])[] =
    filesOf === undefined ? [] : [['Files here', (item) => filesOf(item).join('\n')]];
  return tableOf('evidence', items, [
    ['Title', ({ title }) => title],
    ...columns
      .flatMap((column): readonly Part[] =>
        column === 'type' ? [['Type', ({ type }) => typeTitle(pack, type)]] : parts[column],
      )
      .map(([name, of]): readonly [string, (item: EvidenceItem) => Cell] => [
        name,
        (item) => of(item, checkOf),
      ]),
    ...files,
  ]);
}
