import { LineChart } from '@mantine/charts';
import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { paceSentence, paceWords } from '#renderer/text/pace-words.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { TextLink } from '#renderer/ui/links.tsx';
import { PaceBadge } from '#renderer/ui/pace-badge.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { Pace } from '#shared/domain/coverage/pace.ts';
import { ukDate } from '#shared/domain/dates.ts';
import classes from './coverage.module.css';

/** Counts met over time beside an even pace to the target date, as a picture and as a table. */
export function PaceView() {
  const { portfolioId } = usePortfolio();
  const query = useQuery(api.coverage.pace.queryOptions({ input: { portfolioId } }));
  return (
    <QueryStates query={query} what="the pace" rows={6}>
      {(pace) => <PaceSection pace={pace} />}
    </QueryStates>
  );
}

function PaceSection(props: { readonly pace: Pace }) {
  const { pace } = props;
  return (
    <Section
      title="Pace"
      intro={
        <>
          An even pace runs from the day the portfolio was begun, <UkDate date={pace.startedOn} />, to all
          counts on <UkDate date={pace.targetDate} />. Breaks stop it; part-time work slows it.
        </>
      }
      actions={
        <TextLink size="sm" to={paths.settings} search={{ tab: 'portfolio' }}>
          Target date, breaks and working time
        </TextLink>
      }
    >
      <Stack gap="md">
        <div>
          <Group gap="xs" mb={4}>
            <PaceBadge standing={pace.standing} />
            <Text size="sm" fw={600}>
              {paceSentence(pace)}
            </Text>
          </Group>
          <Text size="sm" c="dimmed">
            {paceWords[pace.standing].meaning} The pace is Waymark’s own reckoning: no guidance asks for one,
            and counts are not quality.
          </Text>
        </div>
        <div aria-hidden className={classes.chart}>
          <LineChart
            h={280}
            data={pace.points.map(({ on, met, expected }) => ({ on: ukDate(on), met, expected }))}
            dataKey="on"
            series={[
              { name: 'met', label: 'Counts met', color: 'var(--mantine-color-anchor)' },
              {
                name: 'expected',
                label: 'Even pace',
                color: 'var(--mantine-color-dimmed)',
                strokeDasharray: '6 4',
              },
            ]}
            withLegend
            withDots={false}
            curveType="linear"
            yAxisProps={{ domain: [0, Math.max(1, pace.rules)], allowDecimals: false }}
            lineChartProps={{ accessibilityLayer: false }}
            lineProps={{ isAnimationActive: false }}
          />
        </div>
        <Disclosure label="The same as a table">
          <PaceTable pace={pace} />
        </Disclosure>
      </Stack>
    </Section>
  );
}

function PaceTable(props: { readonly pace: Pace }) {
  const { points, today } = props.pace;
  const shown = (value: number | null) => (value === null ? '–' : value);
  return (
    <table className={classes.table} aria-label="The pace as a table">
      <thead>
        <tr>
          <th scope="col">By</th>
          <th scope="col">Counts met</th>
          <th scope="col">Even pace</th>
          <th scope="col">Items that count</th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ on, met, expected, items }) => (
          <tr key={on}>
            <th scope="row">
              <UkDate date={on} />
              {on === today ? ' (today)' : ''}
            </th>
            <td>{shown(met)}</td>
            <td>{shown(expected)}</td>
            <td>{shown(items)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
