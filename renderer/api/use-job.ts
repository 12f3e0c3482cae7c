import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Job } from '#shared/contract/jobs.ts';
import { api } from './client.ts';
import { type KnownFailure, knownFailure } from './failures.ts';

const askEvery = 250; // milliseconds

export type WatchedJob = {
  readonly job: Job | undefined;
  readonly running: boolean;
  /** Why it failed, or why it cannot be asked about. */
  readonly error: unknown;
  readonly failure: KnownFailure | null;
  readonly cancel: () => void;
  readonly cancelling: boolean;
};

/**
 * Follows long work until it ends; then what is on the screen is asked again, as after any change.
 * @param id null while there is none.
 */
export function useJob(id: string | null): WatchedJob {
  const queryClient = useQueryClient();
  const query = useQuery({
    ...api.jobs.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== null,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.state === 'running' ? askEvery : false,
  });
  const stop = useMutation({ ...api.jobs.cancel.mutationOptions(), meta: { refresh: false } });
  const job = id === null ? undefined : query.data;
  const ended = job !== undefined && job.state !== 'running';
  useEffect(() => {
    if (ended) void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'fixed' });
  }, [ended, queryClient]);
  const failed = job?.failure ?? null;
  return {
    job,
    running: id !== null && !ended && !query.isError,
    error: query.error,
    failure: failed === null ? null : knownFailure(failed.code, failed.data),
    cancel: () => (id === null ? undefined : stop.mutate({ id })),
    cancelling: stop.isPending,
  };
}
