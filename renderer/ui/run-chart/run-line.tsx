import '@mantine/charts/styles.layer.css';
import { LineChart } from '@mantine/charts';
import { ukDate } from '#shared/domain/dates.ts';
import type { RunChart } from '#shared/domain/run-chart.ts';

/** Milliseconds, so that the spaces between measurements are true. */
const timeOf = (date: string) => Date.parse(`${date}T00:00:00Z`);
const dayOf = (time: number) => ukDate(new Date(time).toISOString().slice(0, 10));

/** The picture alone. It is described by what is around it. */
export function RunLine({ chart }: { readonly chart: RunChart }) {
  const { points, median, changedOn } = chart;
  const data = points.map(({ on, value }) => ({ time: timeOf(on), value }));
  const line = 'light-dark(#005eb8, #7cb8f0)';
  const ink = 'var(--mantine-color-text)';
  return (
    <LineChart
      h={220}
      data={data}
      dataKey="time"
      series={[{ name: 'value', color: line }]}
      curveType="linear"
      withTooltip={false}
      strokeWidth={2}
      dotProps={{ r: 4 }}
      textColor={ink}
      lineProps={{ isAnimationActive: false }}
      xAxisProps={{
        type: 'number',
        scale: 'time',
        domain: ['dataMin', 'dataMax'],
        tickFormatter: dayOf,
        padding: { left: 24, right: 24 },
        minTickGap: 24,
      }}
      yAxisProps={{ domain: ['auto', 'auto'] }}
      referenceLines={[
        {
          y: median,
          color: ink,
          label: 'Median',
          labelPosition: 'insideBottomRight',
          strokeDasharray: '6 4',
        },
        ...(changedOn === null
          ? []
          : [
              { x: timeOf(changedOn), color: ink, label: 'Change', labelPosition: 'insideTopRight' as const },
            ]),
      ]}
    />
  );
}
