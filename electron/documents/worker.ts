import { parentPort, workerData } from 'node:worker_threads';
import { failure, isFailure } from '#shared/domain/failure.ts';
import { checkDocument } from './check.ts';
import { readDocument } from './read.ts';
import { redactDocument } from './redact/redact.ts';
import { renderDocument } from './render.ts';
import type { Answer, DocumentData, Order } from './tasks.ts';

/**
 * The thread that opens other people's files. It has no way to the network and no environment, runs nothing that is in
 * a file, and holds one file at a time.
 */
const withoutNetwork = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'];
for (const name of withoutNetwork) Reflect.deleteProperty(globalThis, name);

const data = workerData as DocumentData;

async function perform({ file, task }: Order, tell: (answer: Answer) => void): Promise<Answer> {
  const told = (done: number, total: number) => tell({ progress: { done, total } });
  if (task.kind === 'read')
    return { read: await readDocument(file, task, data, (page, of) => tell({ page, of })) };
  if (task.kind === 'check') return { checked: await checkDocument(file, task.asked, data, told) };
  if (task.kind === 'render')
    return { picture: await renderDocument(file.bytes, task.page, task.width, data) };
  return { redacted: await redactDocument(file, task.areas, data, told) };
}

function failed(thrown: unknown): Answer {
  const known = isFailure(thrown) ? thrown : failure('FILE_MALFORMED', { why: 'damaged' });
  return { failed: { code: known.failure, data: known.data } };
}

parentPort?.on('message', (order: Order) => {
  const tell = (answer: Answer, move: ArrayBuffer[] = []) => parentPort?.postMessage(answer, move);
  perform(order, tell).then(
    (answer) => {
      if ('picture' in answer) return tell(answer, [answer.picture.buffer]);
      return 'redacted' in answer ? tell(answer, [answer.redacted.bytes.buffer]) : tell(answer);
    },
    (thrown) => tell(failed(thrown)),
  );
});
