import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Job } from '#shared/contract/jobs.ts';
import { failure } from '#shared/domain/failure.ts';
import { useJob, type WatchedJob } from './use-job.ts';

export type StartedJob<I> = {
  readonly watched: WatchedJob;
  readonly job: Job | undefined;
  readonly running: boolean;
  /** Why it could not be started, or failed; null also when somebody cancelled it. */
  readonly error: unknown;
  readonly start: (input: I) => void;
};

/**
 * Starts long work and follows it to its end.
 * @param begin the procedure that starts it.
 * @param onDone told once with what it resulted in.
 */
export function useStartedJob<I>(
  begin: (input: I) => Promise<{ readonly jobId: string }>,
  onDone: (result: unknown) => void = () => undefined,
): StartedJob<I> {
  const [jobId, setJobId] = useState<string | null>(null);
  const starting = useMutation({
    mutationFn: begin,
    meta: { refresh: false },
    onSuccess: (begun) => setJobId(begun.jobId),
  });
  const watched = useJob(jobId);
  const { job } = watched;
  const finished = job?.state === 'done';
  const tell = useEffectEvent(() => onDone(job?.result));
  useEffect(() => {
    if (finished) tell();
  }, [finished]);
  const failed = watched.failure === null ? null : failure(watched.failure.code, watched.failure.data);
  return {
    watched,
    job,
    running: starting.isPending || watched.running,
    error: starting.error ?? watched.error ?? failed,
    start: (input) => {
      setJobId(null);
      starting.mutate(input);
    },
  };
}
