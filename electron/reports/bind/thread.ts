import { Worker } from 'node:worker_threads';
import { failure } from '#shared/domain/failure.ts';
import type { Answer, Order, WorkerData } from './orders.ts';

export type ThreadOptions = {
  /** The built program of the thread. */
  readonly worker: string;
  readonly folders: WorkerData;
};

/** A thread that works off orders, one at a time. */
export type ReportThread = {
  /** Fails with CANCELLED, and with `Died`. Never asked for two things at once. */
  readonly ask: (order: Order, signal?: AbortSignal) => Promise<Answer>;
  readonly stop: () => Promise<void>;
};

const heapLimit = 2048; // MiB: a section's PDF is put together in memory
const idleTime = 60_000; // milliseconds an idle thread is kept
const slowestOrder = 180_000; // milliseconds

/** A fault of the thread: one file may have brought it down, and the rest can be tried without it. */
export class Died extends Error {}

/** Starts with the first order, and anew after one that hung, died or was called off. */
export function createThread({ worker: program, folders }: ThreadOptions): ReportThread {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;

  const stop = async () => {
    clearTimeout(idle);
    const stopped = worker;
    worker = undefined;
    await stopped?.terminate();
  };
  const started = (): Worker => {
    clearTimeout(idle);
    if (worker !== undefined) return worker;
    const begun = new Worker(program, {
      workerData: folders,
      // Libraries complain aloud about files: nobody may read that.
      stdout: true,
      stderr: true,
      env: {},
      // Not what the process itself was started with.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapLimit },
    });
    begun.on('error', () => undefined);
    begun.on('exit', () => {
      if (worker === begun) worker = undefined;
    });
    worker = begun;
    return begun;
  };

  return {
    stop,
    ask: (order, signal) =>
      new Promise<Answer>((resolve, reject) => {
        if (signal?.aborted === true) return reject(failure('CANCELLED', {}));
        const thread = started();
        thread.ref();
        const settle = (act: () => void, keep: boolean) => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', abort);
          thread.off('message', take).off('error', died).off('exit', died);
          if (!keep) return void stop().then(act, act);
          thread.unref();
          idle = setTimeout(() => void stop(), idleTime).unref();
          act();
        };
        const abort = () => settle(() => reject(failure('CANCELLED', {})), false);
        const died = () => settle(() => reject(new Died()), false);
        const timer = setTimeout(died, slowestOrder);
        const take = (answer: Answer) => settle(() => resolve(answer), true);
        signal?.addEventListener('abort', abort, { once: true });
        thread.on('message', take).on('error', died).on('exit', died);
        thread.postMessage(order, order.kind === 'add' ? [order.bytes.buffer] : []);
      }),
  };
}
