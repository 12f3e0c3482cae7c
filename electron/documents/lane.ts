import { Worker } from 'node:worker_threads';
import { failure } from '#shared/domain/failure.ts';
import type { Answer, DocumentData, Order } from './tasks.ts';

export type LaneOptions = {
  /** The built program of the thread. */
  readonly worker: string;
  readonly data: DocumentData;
  /** Milliseconds after which a file is given up and the thread with it. */
  readonly timeLimit: (order: Order) => number;
};

/** One thread that works off orders, one after the other. */
export type Lane = {
  /** @param each is given every answer. Resolves with the last one, which is neither page nor progress. */
  readonly run: (order: Order, each: (answer: Answer) => void, signal?: AbortSignal) => Promise<Answer>;
  readonly close: () => Promise<void>;
};

const heapLimit = 1024; // MiB of JavaScript's own memory: a file that needs more is given up, not the program
const idleTime = 60_000; // milliseconds an idle thread is kept

/** Starts its thread with the first order, and anew after one that hung, died or was stopped. */
export function createLane({ worker: program, data, timeLimit }: LaneOptions): Lane {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const stop = async () => {
    clearTimeout(idle);
    const stopped = worker;
    worker = undefined;
    await stopped?.terminate();
  };

  const started = (): Worker => {
    clearTimeout(idle);
    if (worker !== undefined) return worker;
    worker = new Worker(program, {
      workerData: data,
      // Libraries complain aloud about files: nobody may read that.
      stdout: true,
      stderr: true,
      env: {},
      // Not what the process itself was started with.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapLimit },
    });
    // What it still throws between orders, or while it ends, is nobody's; the next order starts another.
    const begun = worker;
    begun.on('error', () => undefined);
    begun.on('exit', () => {
      if (worker === begun) worker = undefined;
    });
    return worker;
  };

  const work = (order: Order, each: (answer: Answer) => void, signal: AbortSignal | undefined) =>
    new Promise<Answer>((resolve, reject) => {
      const thread = started();
      thread.ref();
      const settle = (act: () => void, keep: boolean) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        thread.off('message', take).off('error', died).off('exit', died);
        if (keep) {
          thread.unref();
          idle = setTimeout(() => void stop(), idleTime).unref();
          return act();
        }
        stop().then(act, act);
      };
      const abort = () => settle(() => reject(failure('CANCELLED', {})), false);
      const giveUp = () => settle(() => reject(failure('FILE_MALFORMED', { why: 'too-slow' })), false);
      const timer = setTimeout(giveUp, timeLimit(order));
      signal?.addEventListener('abort', abort, { once: true });
      const take = (answer: Answer) => {
        each(answer);
        // What goes on does not hang, however long the file is.
        if ('progress' in answer && order.task.kind === 'redact') timer.refresh();
        if (!('page' in answer || 'progress' in answer)) settle(() => resolve(answer), true);
      };
      // Out of memory, or a fault deep in a library: the file's doing, not ours.
      const died = () => settle(() => reject(failure('FILE_MALFORMED', { why: 'too-large' })), false);
      thread.on('message', take).on('error', died).on('exit', died);
      thread.postMessage(order, [order.file.bytes.buffer]);
    });

  return {
    run: (order, each, signal) => {
      const turn = last.then(() => {
        if (closed || signal?.aborted === true) throw failure('CANCELLED', {});
        return work(order, each, signal);
      });
      last = turn.catch(() => undefined);
      return turn;
    },
    close: async () => {
      closed = true;
      await stop();
    },
  };
}
