import { failure } from '#shared/domain/failure.ts';
import { createThread } from '../threads/thread.ts';
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

const heapLimit = 1024; // MiB: a file that needs more is given up
// Slow, out of memory, or a fault deep in a library: the file's doing, not ours.
const faults = { slow: 'too-slow', died: 'too-large' } as const;

export function createLane({ worker, data, timeLimit }: LaneOptions): Lane {
  const thread = createThread<Order, Answer>({ worker, data, heapLimit });
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const work = (order: Order, each: (answer: Answer) => void, signal: AbortSignal | undefined) =>
    thread.ask(order, {
      timeLimit: timeLimit(order),
      transfer: [order.file.bytes.buffer],
      signal,
      heard: (answer) => {
        each(answer);
        if ('progress' in answer) return order.task.kind === 'redact' ? 'goes-on' : 'more';
        return 'page' in answer ? 'more' : 'last';
      },
      fault: (why) => failure('FILE_MALFORMED', { why: faults[why] }),
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
      await thread.stop();
    },
  };
}
