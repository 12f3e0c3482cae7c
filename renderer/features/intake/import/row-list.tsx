import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { capital, count } from '#renderer/text/format.ts';
import { Pager } from '#renderer/ui/pager.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import type { ImportRow } from '#shared/contract/intake.ts';
import classes from './import.module.css';
import type { LeftOver } from './left-over.ts';
import { RowLine } from './row-line.tsx';
import { SaveLeft } from './save-left.tsx';

const perPage = 25;

const isThere = (row: ImportRow) => row.present.length > 0 || row.sameAsRow !== null;
const filters = {
  all: () => true,
  draft: (row: ImportRow) => row.state === 'draft',
  bad: (row: ImportRow) => row.state === 'bad',
  there: isThere,
} as const;
type Filter = keyof typeof filters;
const isFilter = (value: string): value is Filter => Object.hasOwn(filters, value);

/** Rows that can come in and are not there already, unless somebody chose otherwise. */
const chosenBy = (choices: ReadonlyMap<number, boolean>) => (row: ImportRow) =>
  row.state !== 'bad' && (choices.get(row.row) ?? !isThere(row));

/** Every row with what it becomes; the good ones can go without the bad ones. */
export function RowList(props: {
  /** What one of them is called: `row`, `message`. */
  readonly what: string;
  readonly rows: readonly ImportRow[];
  readonly busy: boolean;
  readonly error: unknown;
  readonly left: LeftOver | null;
  readonly onImport: (rows: readonly number[]) => void;
}) {
  const { what, rows, busy, error, left, onImport } = props;
  const [choices, setChoices] = useState<ReadonlyMap<number, boolean>>(new Map());
  const [filter, setFilter] = useState<Filter>('all');
  const [page, setPage] = useState(0);
  const isChosen = chosenBy(choices);
  const chosen = rows.filter(isChosen);
  const fileless = chosen.filter(({ problems }) =>
    problems.some(({ code }) => code === 'file-missing'),
  ).length;
  const shown = rows.filter(filters[filter]);
  const at = Math.max(0, Math.min(page, Math.ceil(shown.length / perPage) - 1));
  const drafts = chosen.filter(({ state }) => state === 'draft').length;
  const kinds = (
    [
      ['draft', 'As drafts'],
      ['bad', 'Cannot come in'],
      ['there', 'There already'],
    ] as const
  )
    .map(([value, words]) => ({ value, label: `${words} ${rows.filter(filters[value]).length}` }))
    .filter(({ value }) => value === filter || rows.some(filters[value]));
  return (
    <Stack gap="sm">
      {kinds.length === 0 ? null : (
        <SegmentedControl
          aria-label={`Which ${what}s`}
          className={classes.kinds ?? ''}
          value={filter}
          onChange={(value) => {
            if (isFilter(value)) setFilter(value);
            setPage(0);
          }}
          data={[{ value: 'all', label: `All ${rows.length}` }, ...kinds]}
        />
      )}
      {filter !== 'bad' || left === null ? null : (
        <Group justify="space-between" gap="sm">
          <Text size="sm" c="dimmed">
            Mend them in the spreadsheet and choose it again, or save only these, with what is wrong with
            each, and import that file once it is mended.
          </Text>
          <SaveLeft left={left} />
        </Group>
      )}
      {shown.length === 0 ? (
        <Text size="sm" c="dimmed">
          No {what}s of this kind.
        </Text>
      ) : (
        <ul className={classes.list} aria-label={`${capital(what)}s`}>
          {shown.slice(at * perPage, (at + 1) * perPage).map((row) => (
            <RowLine
              key={row.row}
              what={what}
              row={row}
              chosen={isChosen(row)}
              onChoose={(next) => setChoices((old) => new Map([...old, [row.row, next]]))}
            />
          ))}
        </ul>
      )}
      <Pager what={`${what}s`} page={at} perPage={perPage} total={shown.length} onPage={setPage} />
      {error === null ? null : <FailedState error={error} />}
      <div className={classes.foot}>
        <Group justify="space-between" gap="sm">
          <Text size="sm" role="status">
            {count(chosen.length, what)} chosen
            {drafts === 0 ? '' : `, ${count(drafts, 'draft')} among them`}
            {fileless === 0
              ? ''
              : `. ${count(fileless, what)} of them without a file named there: add it above`}
          </Text>
          <Button
            disabled={chosen.length === 0}
            loading={busy}
            onClick={() => onImport(chosen.map(({ row }) => row))}
          >
            Bring in {count(chosen.length, what)}
          </Button>
        </Group>
      </div>
    </Stack>
  );
}
