import { Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { count } from '#renderer/text/format.ts';
import { FailedState, LoadingState } from '#renderer/ui/states.tsx';
import type { Holding } from '../hold/holding.ts';
import { EvidenceLine } from './evidence-line.tsx';
import classes from './judge.module.css';

const firstShown = 10;
const moreShown = 50;

/** The evidence linked to a capability, newest first; a few to begin with, more when asked for. */
export function CapabilityEvidence(props: { readonly holding: Holding; readonly code: string }) {
  const { holding, code } = props;
  const { portfolioId, review } = holding;
  const query = useInfiniteQuery(
    api.evidence.list.infiniteOptions({
      input: (offset: number) => ({
        portfolioId,
        filter: { text: '', types: [], capability: code, verified: null, trash: false },
        sort: { by: 'startedOn' as const, direction: 'descending' as const },
        offset,
        limit: offset === 0 ? firstShown : moreShown,
      }),
      initialPageParam: 0,
      getNextPageParam: ({ offset, rows, total }) =>
        offset + rows.length < total ? offset + rows.length : undefined,
    }),
  );
  if (query.data === undefined) {
    return query.isError ? (
      <FailedState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <LoadingState what={`evidence for ${code}`} rows={3} />
    );
  }
  const rows = query.data.pages.flatMap((page) => page.rows);
  const total = query.data.pages[0]?.total ?? 0;
  const left = total - rows.length;
  return (
    <div>
      <Text size="sm" fw={700} component="h4" mb={4}>
        Evidence: {total === 0 ? 'none linked' : count(total, 'item')}
      </Text>
      {total === 0 ? (
        <Text size="sm" c="dimmed">
          The doctor has linked nothing to this capability.
        </Text>
      ) : (
        <Stack gap="xs" align="flex-start">
          <ul className={classes.evidence} aria-label={`Evidence for ${code}`}>
            {rows.map((row) => (
              <EvidenceLine
                key={row.id}
                row={row}
                code={code}
                portfolioId={portfolioId}
                period={review.period}
              />
            ))}
          </ul>
          {left === 0 ? null : (
            <Button
              variant="default"
              size="xs"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {left <= moreShown ? `Show ${left} more` : `Show ${moreShown} more of ${left}`}
            </Button>
          )}
        </Stack>
      )}
    </div>
  );
}
