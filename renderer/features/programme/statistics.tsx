import { Button, Group, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconChartBar, IconDownload, IconEyeOff, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { saveOutgoing } from '#renderer/api/downloads.ts';
import { count } from '#renderer/text/format.ts';
import { Note } from '#renderer/ui/note.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { EmptyState, FailedState } from '#renderer/ui/states.tsx';
import type { Statistics as Shown } from '#shared/domain/programme/statistics.ts';
import { CountTable } from './count-table.tsx';
import classes from './programme.module.css';
import { Unopened } from './unopened.tsx';

function SaveTable() {
  const { mutationFn } = api.programme.statisticsFile.mutationOptions();
  const save = useMutation({
    meta: { refresh: false },
    mutationFn: async (_: null, context) => {
      if (mutationFn === undefined) return;
      const { fileId, name } = await mutationFn(undefined, context);
      await saveOutgoing(fileId, name);
    },
  });
  return (
    <Group gap="xs" className={classes.unprinted ?? ''}>
      <Button
        variant="default"
        size="xs"
        loading={save.isPending}
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={() => save.mutate(null)}
      >
        Save as a table (CSV)
      </Button>
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => window.print()}
      >
        Print
      </Button>
      {save.error === null ? null : <FailedState error={save.error} />}
    </Group>
  );
}

function ReleaseTimes({ release }: { readonly release: Shown['release'] }) {
  if (release.length === 0) return <Text size="sm">No outcome has been released yet.</Text>;
  return (
    <Table withRowBorders className={classes.counts}>
      <caption>
        <VisuallyHidden>Days from panel to release, by year of the panel</VisuallyHidden>
      </caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Year</Table.Th>
          <Table.Th scope="col">Median</Table.Th>
          <Table.Th scope="col">Shortest to longest</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {release.map(({ year, days }) => (
          <Table.Tr key={year} className={year === 'all' ? classes.all : undefined}>
            <Table.Th scope="row">{year === 'all' ? 'All' : year}</Table.Th>
            <Table.Td className={classes.figure}>
              {days === null ? 'fewer than 5 reviews' : count(days.median, 'day')}
            </Table.Td>
            <Table.Td className={classes.figure}>
              {days === null ? '' : `${days.shortest} to ${count(days.longest, 'day')}`}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Tables({ statistics }: { readonly statistics: Shown }) {
  const { outcomesBySpecialty, outcomesByYear, release, actions, notHeld } = statistics;
  const nothing = 'No outcome has been released yet.';
  return (
    <>
      <Section
        title="Outcomes by specialty"
        intro="Released outcomes. Amended reviews count once, as amended."
      >
        <CountTable
          table={outcomesBySpecialty}
          caption="Outcomes by specialty"
          first="Specialty"
          nothing={nothing}
        />
      </Section>
      <Section title="Outcomes by year" intro="By the year of the panel.">
        <CountTable table={outcomesByYear} caption="Outcomes by year" first="Year" nothing={nothing} />
      </Section>
      <Section title="Days from panel to release" intro="From the panel’s day to the first release.">
        <ReleaseTimes release={release} />
      </Section>
      <Section
        title="What became of actions"
        intro="By the year of their day. Kept: done, whenever. Missed: still open after their day; leave is not counted."
      >
        <CountTable
          table={actions}
          caption="What became of actions"
          first="Year"
          nothing="No action has been set yet."
        />
      </Section>
      <Section
        title="Panels not held or postponed"
        intro="A reason is named only where at least five gave it in the same words."
      >
        <CountTable
          table={notHeld}
          caption="Panels not held or postponed"
          first="What"
          nothing="Every panel was held on its day."
        />
      </Section>
    </>
  );
}

const isBare = ({ outcomesBySpecialty, actions, notHeld }: Shown) =>
  [outcomesBySpecialty, actions, notHeld].every(({ is }) => is === 'none');

/** What can be said of the programme without saying anything of one doctor. */
export function Statistics() {
  const query = useQuery(api.programme.statistics.queryOptions());
  return (
    <QueryStates query={query} what="statistics">
      {({ statistics, unopened, portfolios }) => (
        <Stack gap="md">
          <Unopened portfolios={unopened} />
          {isBare(statistics) ? (
            <EmptyState icon={IconChartBar} title="Nothing to count yet">
              Once outcomes are released and actions set, they are counted here by specialty and year.
            </EmptyState>
          ) : (
            <>
              <Note
                tone="info"
                icon={IconEyeOff}
                title="Small numbers are kept back, so that nobody is recognised"
              >
                <Text size="sm">
                  From {count(portfolios, 'portfolio')}. Numbers from 1 to 4 read “fewer than 5”. “Not shown”
                  stands where a larger number is kept back, because a smaller one beside it could be worked
                  out from it.
                </Text>
              </Note>
              <SaveTable />
              <Tables statistics={statistics} />
            </>
          )}
        </Stack>
      )}
    </QueryStates>
  );
}
