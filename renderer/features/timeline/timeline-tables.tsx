import { Stack, Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import { count } from '#renderer/text/format.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import { type Timeline, typesOfGroup } from '#shared/domain/cv/timeline.ts';
import { ukDate } from '#shared/domain/dates.ts';
import { type ActivityRow, activityRows } from './activity.ts';
import { type Period, scaleOf, searchFor } from './scale.ts';
import classes from './timeline.module.css';
import type { Zoom } from './timeline-search.ts';

function Posts({ timeline }: { readonly timeline: Timeline }) {
  const rows = [
    ...timeline.posts.map((post) => ({
      key: post.id,
      from: post.from,
      to: post.to,
      what: (
        <TextLink to={paths.cv} search={{ post: post.id }} size="sm">
          {post.title}
        </TextLink>
      ),
      more: [post.institution, post.wholeTime === null ? '' : `${post.wholeTime} % of full time`],
    })),
    ...timeline.gaps.map((gap) => ({
      key: `gap ${gap.from}`,
      from: gap.from,
      to: gap.to,
      what: (
        <TextLink to={paths.cv} size="sm">
          Gap of {count(gap.days, 'day')}
        </TextLink>
      ),
      more: [gap.openDays === 0 ? '' : `${count(gap.openDays, 'day')} without a reason`, ...gap.reasons],
    })),
    ...timeline.breaks.map((one) => ({
      key: `break ${one.from} ${one.to}`,
      from: one.from,
      to: one.to,
      what: 'Break',
      more: [one.reason],
    })),
  ].sort((a, b) => (a.from < b.from ? 1 : -1));
  return (
    <Section title="Posts, gaps and breaks">
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          No posts yet.{' '}
          <TextLink to={paths.cv} size="sm">
            Add them to your CV
          </TextLink>
        </Text>
      ) : (
        <div className={classes.tables}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>From</Table.Th>
                <Table.Th>To</Table.Th>
                <Table.Th>What</Table.Th>
                <Table.Th>More</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ key, from, to, what, more }) => (
                <Table.Tr key={key}>
                  <Table.Td>{ukDate(from)}</Table.Td>
                  <Table.Td>{to === null ? 'to date' : ukDate(to)}</Table.Td>
                  <Table.Td>{what}</Table.Td>
                  <Table.Td>{more.filter((part) => part !== '').join(', ')}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Section>
  );
}

function Marks({ timeline }: { readonly timeline: Timeline }) {
  return (
    <Section title="Reviews and target date">
      <ul>
        {timeline.reviews.map(({ id, heldOn, signed }) => (
          <li key={id}>
            <TextLink to={paths.review} params={{ id }} size="sm">
              Review of {ukDate(heldOn)}
            </TextLink>
            <Text size="sm" span>
              {signed ? ', signed' : ''}
            </Text>
          </li>
        ))}
        {timeline.since === null ? null : (
          <li>
            <Text size="sm" span>
              Primary qualification: {ukDate(timeline.since)}
            </Text>
          </li>
        )}
        <li>
          <Text size="sm" span>
            Target date: {ukDate(timeline.targetDate)}
          </Text>
        </li>
      </ul>
    </Section>
  );
}

function Counts(props: { readonly rows: readonly ActivityRow[]; readonly periods: readonly Period[] }) {
  const { rows, periods } = props;
  const shown = periods.filter((period) =>
    rows.some(({ cells }) => cells.some((cell) => cell.period === period)),
  );
  return (
    <div className={classes.tables}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Begun in</Table.Th>
            {rows.map(({ group }) => (
              <Table.Th key={group.id}>{group.title}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.toReversed().map((period) => (
            <Table.Tr key={period.key}>
              <Table.Th scope="row">{period.label}</Table.Th>
              {rows.map(({ group, cells }) => {
                const cell = cells.find((one) => one.period === period);
                return (
                  <Table.Td key={group.id}>
                    {cell === undefined ? (
                      '0'
                    ) : (
                      <TextLink
                        to={paths.evidence}
                        search={{ text: searchFor(period), types: [...typesOfGroup(group.id)] }}
                        size="sm"
                        aria-label={`${count(cell.count, 'item')}: ${group.title}, ${period.label}`}
                      >
                        {cell.count}
                      </TextLink>
                    )}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Activity({ timeline, zoom }: { readonly timeline: Timeline; readonly zoom: Zoom }) {
  const { periods } = useMemo(() => scaleOf(timeline.from, timeline.to, zoom), [timeline, zoom]);
  const { rows } = useMemo(() => activityRows(timeline.months, periods), [timeline, periods]);
  if (rows.length === 0) return null;
  const years = [...new Set(timeline.months.map(({ month }) => month.slice(0, 4)))].reverse();
  return (
    <Section
      title="Evidence by when it began"
      intro="Without drafts. Each number leads to the items behind it."
    >
      {zoom === 'years' ? (
        <Counts rows={rows} periods={periods} />
      ) : (
        years.map((year) => (
          <Disclosure key={year} label={year}>
            <Counts rows={rows} periods={periods.filter(({ key }) => key.startsWith(year))} />
          </Disclosure>
        ))
      )}
    </Section>
  );
}

/** The same as the picture, to read, to hear, and to walk through by keyboard. */
export function TimelineTables(props: { readonly timeline: Timeline; readonly zoom: Zoom }) {
  return (
    <Stack gap="md">
      <Posts timeline={props.timeline} />
      <Marks timeline={props.timeline} />
      <Activity timeline={props.timeline} zoom={props.zoom} />
    </Stack>
  );
}
