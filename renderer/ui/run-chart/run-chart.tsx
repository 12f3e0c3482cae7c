import { Table, Text, VisuallyHidden } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { count } from '#renderer/text/format.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import { ukDate } from '#shared/domain/dates.ts';
import type { RunChart as Chart } from '#shared/domain/run-chart.ts';
import classes from './run-chart.module.css';

// The library of charts is large, and most items have none.
const RunLine = lazy(() =>
  import('./run-line.tsx').then(({ RunLine: component }) => ({ default: component })),
);

const medianWords = ({ median, medianOf }: Chart) =>
  `Median ${medianOf === 'before' ? 'before the change' : 'of all'}: ${rounded(median)}`;

const rounded = (value: number) => String(Math.round(value * 100) / 100);

/** What the picture says, for those who do not see it. */
function spoken({ points, changedOn, ...rest }: Chart): string {
  const [first, last] = [points[0], points.at(-1)];
  const from = first === undefined ? '' : ` from ${ukDate(first.on)} (${first.value})`;
  const to = last === undefined ? '' : ` to ${ukDate(last.on)} (${last.value})`;
  const change = changedOn === null ? '' : ` The change began on ${ukDate(changedOn)}.`;
  return `Run chart of ${count(points.length, 'measurement')}${from}${to}. ${medianWords({ points, changedOn, ...rest })}.${change}`;
}

/** Measurements over time, with their median and the day of the change; the same as a table below it. */
export function RunChart({ chart, unit }: { readonly chart: Chart; readonly unit: string }) {
  const { points, changedOn } = chart;
  return (
    <figure className={classes.figure}>
      <figcaption>
        <Text size="sm" fw={600}>
          {unit === '' ? 'Run chart' : unit}
        </Text>
        <Text size="sm" c="dimmed">
          {medianWords(chart)}
          {changedOn === null ? '' : `. The change began on ${ukDate(changedOn)}`}
        </Text>
      </figcaption>
      <div role="img" aria-label={spoken(chart)} className={classes.picture}>
        <Suspense fallback={null}>
          <RunLine chart={chart} />
        </Suspense>
      </div>
      <Disclosure label="The same as a table">
        <Table withRowBorders striped="odd" className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Date</Table.Th>
              <Table.Th>Value</Table.Th>
              <Table.Th>Note</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {points.map(({ on, value, note }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two measurements may be the same in every way
              <Table.Tr key={at}>
                <Table.Td>
                  <UkDate date={on} />
                </Table.Td>
                <Table.Td>
                  {value}
                  {changedOn !== null && on >= changedOn ? (
                    <VisuallyHidden> (after the change)</VisuallyHidden>
                  ) : null}
                </Table.Td>
                <Table.Td>{note}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Disclosure>
    </figure>
  );
}
