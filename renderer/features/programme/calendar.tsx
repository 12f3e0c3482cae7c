import { Button, Checkbox, Group, SegmentedControl, Stack, Title } from '@mantine/core';
import { IconCalendarOff, IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { today } from '#renderer/text/format.ts';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { CalendarFile } from './calendar-file.tsx';
import { MonthGrid, MonthList } from './month-views.tsx';
import { isMonth, type Month, monthBeside, monthOf, monthWords, spanOf } from './months.ts';
import classes from './programme.module.css';
import { Unopened } from './unopened.tsx';

/** The days of all reviews, a month at a time. */
export function Calendar() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const month = isMonth(search.month) ? search.month : monthOf(today());
  const [form, setForm] = useState('list');
  const [panels, setPanels] = useState(false);
  const query = useQuery(
    api.programme.calendar.queryOptions({ input: spanOf(month), placeholderData: keepPreviousData }),
  );
  const to = (next: Month) =>
    void navigate({ to: paths.programme, search: { view: 'calendar', month: next }, replace: true });
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Title order={2} size="h3" aria-live="polite">
          {monthWords(month)}
        </Title>
        <Group gap="xs" className={classes.unprinted ?? ''}>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconChevronLeft size={16} aria-hidden />}
            onClick={() => to(monthBeside(month, -1))}
          >
            Month before
          </Button>
          <Button variant="default" size="xs" onClick={() => to(monthOf(today()))}>
            This month
          </Button>
          <Button
            variant="default"
            size="xs"
            rightSection={<IconChevronRight size={16} aria-hidden />}
            onClick={() => to(monthBeside(month, 1))}
          >
            Month after
          </Button>
        </Group>
      </Group>
      <Group gap="lg" className={classes.unprinted ?? ''}>
        <SegmentedControl
          aria-label="How the month is shown"
          value={form}
          onChange={setForm}
          data={[
            { value: 'list', label: 'As a list' },
            { value: 'grid', label: 'As a month' },
          ]}
        />
        <Checkbox
          label="Panels only"
          checked={panels}
          onChange={(event) => setPanels(event.currentTarget.checked)}
        />
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          Print
        </Button>
      </Group>
      <QueryStates query={query} what="the calendar">
        {({ entries, unopened, today: now }) => {
          const { from, to: end } = spanOf(month);
          const shown = entries.filter(
            ({ kind, on }) => (!panels || kind === 'panel') && on >= from && on <= end,
          );
          return (
            <Stack gap="md">
              <Unopened portfolios={unopened} />
              {form === 'grid' ? (
                <MonthGrid month={month} today={now} entries={shown} />
              ) : shown.length === 0 ? (
                <EmptyState icon={IconCalendarOff} title={`Nothing in ${monthWords(month)}`}>
                  Reviews are planned in each doctor’s portfolio, under Reviews. Their days appear here by
                  themselves.
                </EmptyState>
              ) : (
                <MonthList entries={shown} />
              )}
            </Stack>
          );
        }}
      </QueryStates>
      <CalendarFile />
    </Stack>
  );
}
