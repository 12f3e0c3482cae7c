import { createThread, type ThreadOptions as Options } from '../../threads/thread.ts';
import type { Answer, Order, WorkerData } from './orders.ts';

export type ThreadOptions = Pick<Options, 'worker'> & { readonly folders: WorkerData };

/** A thread that works off orders, one at a time. */
export type ReportThread = {
  /** Fails with CANCELLED, and with `Died`. Never asked for two things at once. */
  readonly ask: (order: Order, signal?: AbortSignal) => Promise<Answer>;
  readonly stop: () => Promise<void>;
};

const heapLimit = 2048; // MiB: a section's PDF is put together in memory
const timeLimit = 180_000; // milliseconds

/** A fault of the thread: one file may have brought it down, and the rest can be tried without it. */
export class Died extends Error {}

export function createReportThread({ worker, folders }: ThreadOptions): ReportThread {
  const { ask, stop } = createThread<Order, Answer>({ worker, data: folders, heapLimit });
  return {
    stop,
    ask: (order, signal) =>
      ask(order, {
        timeLimit,
        transfer: order.kind === 'add' ? [order.bytes.buffer] : [],
        signal,
        heard: () => 'last',
        fault: () => new Died(),
      }),
  };
}
