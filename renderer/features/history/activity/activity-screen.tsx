import { Button, Group, Select, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { EmptyState, FailedState, LoadingState } from '#renderer/ui/states.tsx';
import { activityKinds } from '#shared/contract/history.ts';
import classes from './activity.module.css';
import { ActivityLine } from './activity-line.tsx';
import { GapLine, withGaps } from './gap-line.tsx';

type Kind = (typeof activityKinds)[number];
const kindWords: Record<Kind, string> = {
  evidence: 'Evidence',
  review: 'Reviews and signatures',
  portfolio: 'The portfolio itself',
  import: 'Brought in from elsewhere',
  undo: 'Undone and redone',
};
const pageSize = 50;

/** Everything that was ever done in this portfolio, newest first. */
export function ActivityScreen() {
  const { portfolioId } = usePortfolio();
  const [kind, setKind] = useState<Kind | null>(null);
  const [who, setWho] = useState<string | null>(null);
  const query = useInfiniteQuery(
    api.history.activity.infiniteOptions({
      input: (before: number | null) => ({ portfolioId, before, limit: pageSize, kind, who }),
      initialPageParam: null as number | null,
      getNextPageParam: ({ next }) => next,
    }),
  );
  const people = query.data?.pages[0]?.people ?? [];
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  const gaps = query.data?.pages[0]?.gaps ?? [];
  const rows = withGaps(entries, gaps, query.hasNextPage);
  return (
    <>
      <PageHeader
        title="Activity"
        intro="Everything that was done in this portfolio, by whom and when, newest first."
      />
      <Note tone="info" icon={IconHistory} title="This record cannot be edited">
        Each line is sealed to the one before it, so a line that was taken out or altered would show. Undoing
        adds a line; it removes none.
      </Note>
      <Group gap="sm" my="md" align="flex-end">
        <Select
          label="Kind"
          placeholder="Everything"
          data={activityKinds.map((value) => ({ value, label: kindWords[value] }))}
          value={kind}
          onChange={(next) => setKind(activityKinds.find((known) => known === next) ?? null)}
          clearable
          clearButtonProps={{ 'aria-label': 'Clear kind' }}
          w="15rem"
        />
        <Select
          label="Person"
          placeholder="Everybody"
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={who}
          onChange={setWho}
          clearable
          clearButtonProps={{ 'aria-label': 'Clear person' }}
          w="20rem"
        />
      </Group>
      {query.isError && query.data === undefined ? (
        <FailedState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <LoadingState what="the activity" />
      ) : rows.length === 0 ? (
        <EmptyState icon={IconHistory} title="Nothing of this kind">
          Choose another kind or person to see what was done.
        </EmptyState>
      ) : (
        <>
          <ol className={classes.list} aria-label="Activity">
            {rows.map((row) =>
              row.kind === 'gap' ? (
                <GapLine key={`gap ${row.gap.from}`} gap={row.gap} />
              ) : (
                <ActivityLine key={row.entry.seq} entry={row.entry} />
              ),
            )}
          </ol>
          {query.hasNextPage ? (
            <Button
              mt="md"
              variant="default"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              Show earlier activity
            </Button>
          ) : (
            <Text size="sm" c="dimmed" mt="md">
              This is where it begins.
            </Text>
          )}
        </>
      )}
    </>
  );
}
