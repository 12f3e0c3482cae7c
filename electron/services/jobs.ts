import type { Job } from '#shared/contract/jobs.ts';
import type { Services } from '#shared/contract/services.ts';
import { failure, isFailure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { Ports } from './ports.ts';
import type { Session } from './session.ts';

/** What a piece of work is given: where to tell how far it is, and the signal it must stop at. */
export type JobTools = {
  /** @param total of `done`'s units; 0 when it cannot be known. @param step a code, worded by the screen. */
  readonly progress: (step: string, done: number, total: number) => void;
  readonly signal: AbortSignal;
};

/** The long work of one session. */
export type Jobs = {
  /** Starts at once and returns the job's id. The work must not lock the vault: locking waits for it. Fails with LOCKED meanwhile. */
  readonly start: (kind: string, work: (tools: JobTools) => Promise<unknown>) => Id;
  readonly get: (id: Id) => Job | undefined;
  readonly running: () => boolean;
  /** Resolves when it has stopped. */
  readonly cancel: (id: Id) => Promise<Job | undefined>;
  /** Stops everything, waits until it has stopped, and forgets it. */
  readonly end: () => Promise<void>;
};

/** Fails with CANCELLED once the job was told to stop. For work to call between its steps. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw failure('CANCELLED', {});
}

const remembered = 100; // jobs: far more than one person watches

type Running = { job: Job; readonly stop: AbortController; readonly settled: Promise<void> };

export function createJobs({ newId, log }: Pick<Ports, 'newId' | 'log'>): Jobs {
  const jobs = new Map<Id, Running>();
  let ending = false;

  const failed = (job: Job, thrown: unknown, stopped: boolean): Job => {
    if (stopped) return { ...job, state: 'cancelled' };
    if (isFailure(thrown))
      return { ...job, state: 'failed', failure: { code: thrown.failure, data: thrown.data } };
    const reference = newId();
    const error = thrown instanceof Error ? thrown.name : 'unknown';
    log('job-failed', { kind: job.kind, error, reference });
    return { ...job, state: 'failed', failure: { code: 'UNEXPECTED', data: { reference } } };
  };

  const forgetOldest = () => {
    for (const [id, { job }] of jobs) {
      if (jobs.size <= remembered) return;
      if (job.state !== 'running') jobs.delete(id);
    }
  };

  return {
    start: (kind, work) => {
      if (ending) throw failure('LOCKED', {});
      const id = newId();
      const stop = new AbortController();
      const update = (job: Job) => {
        running.job = job;
      };
      const tools: JobTools = {
        signal: stop.signal,
        progress: (step, done, total) => {
          if (running.job.state === 'running') update({ ...running.job, step, done, total });
        },
      };
      // A turn later, so that the caller has the id before anything of the job can be seen.
      const settled = Promise.resolve()
        .then(() => work(tools))
        .then(
          (result) => update({ ...running.job, state: 'done', result: result ?? null }),
          (thrown) => update(failed(running.job, thrown, stop.signal.aborted)),
        );
      const job: Job = {
        id,
        kind,
        state: 'running',
        done: 0,
        total: 0,
        step: '',
        failure: null,
        result: null,
      };
      const running: Running = { job, stop, settled };
      jobs.set(id, running);
      forgetOldest();
      return id;
    },
    get: (id) => jobs.get(id)?.job,
    running: () => [...jobs.values()].some(({ job }) => job.state === 'running'),
    cancel: async (id) => {
      const running = jobs.get(id);
      running?.stop.abort();
      await running?.settled;
      return running?.job;
    },
    end: async () => {
      ending = true;
      try {
        const all = [...jobs.values()];
        for (const { stop } of all) stop.abort();
        await Promise.all(all.map(({ settled }) => settled));
        jobs.clear();
      } finally {
        ending = false;
      }
    },
  };
}

export function createJobsService(session: Session): Services['jobs'] {
  const known = (job: Job | undefined): Job => {
    if (job === undefined) throw failure('NOT_FOUND', { what: 'job' });
    return job;
  };
  return {
    get: async ({ id }) => known(session.jobs.get(id)),
    cancel: async ({ id }) => known(await session.jobs.cancel(id)),
  };
}
