import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { evidencePage } from '#shared/contract/panel.ts';

type At = { readonly portfolioId: string; readonly id: string };

/** The evidence of one capability. What was handed in does not change: it is asked once. */
export const evidenceOf = (at: At, code: string) =>
  infiniteQueryOptions({
    ...api.panel.capability.infiniteOptions({
      input: (offset: number) => ({ ...at, code, offset }),
      initialPageParam: 0,
      getNextPageParam: ({ total }, all) => {
        const there = all.reduce((sum, page) => sum + page.rows.length, 0);
        return there < total && there % evidencePage === 0 ? there : undefined;
      },
    }),
    staleTime: 60_000,
  });

export const roomOf = (at: At) => ({
  ...api.panel.room.queryOptions({ input: at }),
  staleTime: 10_000,
});
export const packOf = ({ portfolioId }: At) => ({
  ...api.guidance.inUse.queryOptions({ input: { portfolioId } }),
  staleTime: 60_000,
});

/** Asked while the panel reads, so that what comes next is there when they go on. */
export function prefetchCapability(queries: QueryClient, at: At, code: string | undefined): void {
  if (code !== undefined) void queries.prefetchInfiniteQuery(evidenceOf(at, code));
}

export async function prefetchDoctor(queries: QueryClient, at: At): Promise<void> {
  await Promise.all([queries.prefetchQuery(roomOf(at)), queries.prefetchQuery(packOf(at))]);
}
