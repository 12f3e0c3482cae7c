import { type Transferable, Worker } from 'node:worker_threads';
import { failure } from '#shared/domain/failure.ts';

export type ThreadOptions = {
  /** The built program of the thread. */
  readonly worker: string;
  readonly data: unknown;
  /** MiB of JavaScript's own memory: what needs more brings down the thread, not the program. */
  readonly heapLimit: number;
};

export type Asked<Answer> = {
  /** Milliseconds without the last answer after which the thread is given up. */
  readonly timeLimit: number;
  readonly transfer: readonly Transferable[];
  readonly signal: AbortSignal | undefined;
  /** What an answer is: the last one; one of several; one of several that says that it goes on, however long it takes. */
  readonly heard: (answer: Answer) => 'last' | 'more' | 'goes-on';
  /** What to fail with when the thread hung (`slow`) or came down, as without memory (`died`). */
  readonly fault: (why: 'slow' | 'died') => Error;
};

/** A thread that works off orders. */
export type Thread<Order, Answer> = {
  /** Resolves with the last answer. Fails with CANCELLED, and with `fault`. Never asked for two things at once. */
  readonly ask: (order: Order, asked: Asked<Answer>) => Promise<Answer>;
  readonly stop: () => Promise<void>;
};

const idleTime = 60_000; // milliseconds an idle thread is kept

/** Starts with the first order, and anew after one that hung, died or was called off. */
export function createThread<Order, Answer>({
  worker: program,
  data,
  heapLimit,
}: ThreadOptions): Thread<Order, Answer> {
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
    begun.on('error', () => undefined);
    begun.on('exit', () => {
      if (worker === begun) worker = undefined;
    });
    worker = begun;
    return begun;
  };

  return {
    stop,
    ask: (order, { timeLimit, transfer, signal, heard, fault }) =>
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
        const died = () => settle(() => reject(fault('died')), false);
        const timer = setTimeout(() => settle(() => reject(fault('slow')), false), timeLimit);
        const take = (answer: Answer) => {
          const what = heard(answer);
          if (what === 'goes-on') timer.refresh();
          if (what === 'last') settle(() => resolve(answer), true);
        };
        signal?.addEventListener('abort', abort, { once: true });
        thread.on('message', take).on('error', died).on('exit', died);
        thread.postMessage(order, [...transfer]);
      }),
  };
}
