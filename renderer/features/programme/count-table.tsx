import { Table, Text, VisuallyHidden } from '@mantine/core';
import { headingWords } from '#renderer/text/programme-words.ts';
import type { ShownCount, ShownTable } from '#shared/domain/programme/tables.ts';
import classes from './programme.module.css';

/** `few`: one to four. `hidden`: it would let one of those be worked out. */
export const shownWords = (shown: ShownCount): string =>
  shown === 'few' ? 'fewer than 5' : shown === 'hidden' ? 'not shown' : String(shown);

function Bar({ shown, most }: { readonly shown: ShownCount; readonly most: number }) {
  if (typeof shown !== 'number') return <span className={classes.unknown} aria-hidden="true" />;
  return (
    <span
      className={classes.bar}
      aria-hidden="true"
      style={{ width: `${most === 0 ? 0 : (shown / most) * 100}%` }}
    />
  );
}

function Cell({ shown, most }: { readonly shown: ShownCount; readonly most?: number }) {
  return (
    <Table.Td className={typeof shown === 'number' ? classes.figure : classes.kept}>
      {shownWords(shown)}
      {most === undefined ? null : (
        <span className={classes.track}>
          <Bar shown={shown} most={most} />
        </span>
      )}
    </Table.Td>
  );
}

/** Counts as a table whose cells also show how long they are, and why some are not there. @param first what its rows are */
export function CountTable(props: {
  readonly table: ShownTable;
  readonly caption: string;
  readonly first: string;
  readonly nothing: string;
}) {
  const { table, caption, first, nothing } = props;
  if (table.is === 'none') return <Text size="sm">{nothing}</Text>;
  if (table.is === 'too-few')
    return (
      <Text size="sm">
        Not shown: there are so few that a table would tell of single doctors. It appears once there are more.
      </Text>
    );
  const numbers = table.rows.flatMap(({ cells }) => cells).filter((cell) => typeof cell === 'number');
  const most = Math.max(0, ...numbers);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways has to be reached by keyboard
    <section className={classes.wide} aria-label={`${caption}, table`} tabIndex={0}>
      <Table withRowBorders className={classes.counts}>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{first}</Table.Th>
            {table.columns.map(({ key, label }) => (
              <Table.Th key={key} scope="col">
                {headingWords(key, label)}
              </Table.Th>
            ))}
            <Table.Th scope="col">All</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.rows.map(({ key, label, cells, total }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row">{headingWords(key, label)}</Table.Th>
              {table.columns.map((column, at) => (
                <Cell key={column.key} shown={cells[at] ?? 0} most={most} />
              ))}
              <Cell shown={total} />
            </Table.Tr>
          ))}
          <Table.Tr className={classes.all}>
            <Table.Th scope="row">All</Table.Th>
            {table.columns.map((column, at) => (
              <Cell key={column.key} shown={table.totals[at] ?? 0} />
            ))}
            <Cell shown={table.all} />
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </section>
  );
}
