import { parentPort, workerData } from 'node:worker_threads';
import { createListings } from '../listing.ts';
import { type Binding, createBinding } from './binding.ts';
import type { Answer, Order, WorkerData } from './orders.ts';

/** The thread that makes PDFs. It has no way to the network and no environment. */
const withoutNetwork = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'];
for (const name of withoutNetwork) Reflect.deleteProperty(globalThis, name);

const folders = workerData as WorkerData;
let binding: Binding | undefined;
let listings: ReturnType<typeof createListings> | undefined;

async function perform(order: Order): Promise<Answer> {
  if (order.kind === 'begin') {
    binding = await createBinding(order.title, order.on);
    return { begun: true };
  }
  if (order.kind === 'listing') {
    listings ??= createListings(folders);
    return { pdf: new Uint8Array((await listings)(order.listing)), pages: 0 };
  }
  if (binding === undefined) throw new Error('nothing was begun');
  if (order.kind === 'add') return { added: await binding.add(order) };
  const bound = await binding.finish();
  binding = undefined;
  return bound;
}

parentPort?.on('message', (order: Order) => {
  perform(order).then(
    (answer) =>
      parentPort?.postMessage(answer, 'pdf' in answer && answer.pdf !== null ? [answer.pdf.buffer] : []),
    (fault) => parentPort?.postMessage({ failed: fault instanceof Error ? fault.message : 'unknown' }),
  );
});
