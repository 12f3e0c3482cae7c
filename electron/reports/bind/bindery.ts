import { Worker } from 'node:worker_threads';
import type { Bindery, BoundPart } from '#electron/services/ports/bindery.ts';
import { failure } from '#shared/domain/failure.ts';
import { createInTurn } from '#shared/domain/in-turn.ts';
import type { Answer, Order, WorkerData } from './orders.ts';

export type BinderyOptions = {
  /** The built program of the thread. */
  readonly worker: string;
  readonly folders: WorkerData;
};

const heapLimit = 2048; // MiB: a section's PDF is put together in memory
const idleTime = 60_000; // milliseconds an idle thread is kept
const largestPart = 128 * 1024 ** 2; // bytes
const slowestOrder = 180_000; // milliseconds

/** A fault of the thread: one file may have brought it down, and the rest can be tried without it. */
class Died extends Error {}

/** Makes PDFs in a thread of its own, one after the other. */
export function createBindery({ worker: program, folders }: BinderyOptions): Bindery {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  const inTurn = createInTurn();

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
      resourceLimits: { maxOldGenerationSizeMb: heapLimit },
    });
    begun.on('error', () => undefined);
    begun.on('exit', () => {
      if (worker === begun) worker = undefined;
    });
    worker = begun;
    return begun;
  };

  const ask = (order: Order, signal: AbortSignal | undefined) =>
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
    });

  /** One try. A part that brought the thread down is told by its place, for another try without it. */
  const tryBinding = async (
    ...[parts, about, watch, without]: [...Parameters<Bindery['bind']>, ReadonlySet<number>]
  ) => {
    const bound: BoundPart[] = [];
    const begun = await ask({ kind: 'begin', title: about.title, on: about.on }, watch?.signal);
    if (!('begun' in begun)) throw new Error('the thread did not begin');
    for (const [at, { title, mark, mediaType, bytes: get }] of parts.entries()) {
      watch?.onPart?.(at);
      const bytes = without.has(at) ? undefined : await get();
      if (bytes === undefined || bytes.length > largestPart) {
        bound.push({ why: without.has(at) || bytes !== undefined ? 'too-large' : 'missing' });
        continue;
      }
      const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
      try {
        const answer = await ask({ kind: 'add', title, mark, mediaType, bytes: whole }, watch?.signal);
        bound.push('added' in answer ? answer.added : { why: 'malformed' });
      } catch (fault) {
        if (fault instanceof Died) return { died: at };
        throw fault;
      }
    }
    const answer = await ask({ kind: 'finish' }, watch?.signal);
    if (!('pdf' in answer)) throw new Error('the thread did not finish');
    return { pdf: answer.pdf, pages: answer.pages, parts: bound };
  };

  return {
    bind: (parts, about, watch = {}) =>
      inTurn(async () => {
        const without = new Set<number>();
        for (;;) {
          const result = await tryBinding(parts, about, watch, without);
          if (!('died' in result)) return result;
          without.add(result.died);
        }
      }),
    listing: (listing, signal) =>
      inTurn(async () => {
        const answer = await ask({ kind: 'listing', listing }, signal);
        if ('pdf' in answer && answer.pdf !== null) return answer.pdf;
        throw new Error('failed' in answer ? answer.failed : 'the thread answered something else');
      }),
    cv: (document, form, signal) =>
      inTurn(async () => {
        const answer = await ask({ kind: 'cv', document, form }, signal);
        if ('written' in answer) return answer.written;
        throw new Error('failed' in answer ? answer.failed : 'the thread answered something else');
      }),
    close: () => stop(),
  };
}
