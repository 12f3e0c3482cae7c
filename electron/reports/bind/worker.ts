import { parentPort, workerData } from 'node:worker_threads';
import { createCvPages } from '../cv/cv-pages.ts';
import { cvWordFile } from '../cv/word-file.ts';
import { createListings } from '../listing.ts';
import { type Binding, createBinding } from './binding.ts';
import type { Answer, Order, WorkerData } from './orders.ts';

/** The thread that makes PDFs. It has no way to the network and no environment. */
const withoutNetwork = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'];
for (const name of withoutNetwork) Reflect.deleteProperty(globalThis, name);

const folders = workerData as WorkerData;
let binding: Binding | undefined;
let listings: ReturnType<typeof createListings> | undefined;
let cvPages: ReturnType<typeof createCvPages> | undefined;

async function perform(order: Order): Promise<Answer> {
  if (order.kind === 'begin') {
    binding = await createBinding(order.title, order.on);
    return { begun: true };
  }
  if (order.kind === 'listing') {
    listings ??= createListings(folders);
    return { pdf: new Uint8Array((await listings)(order.listing)), pages: 0 };
  }
  if (order.kind === 'cv') {
    if (order.form === 'docx') return { written: new Uint8Array(await cvWordFile(order.document)) };
    cvPages ??= createCvPages(folders);
    return { written: new Uint8Array((await cvPages)(order.document)) };
  }
  if (binding === undefined) throw new Error('nothing was begun');
  if (order.kind === 'add') return { added: await binding.add(order) };
  const bound = await binding.finish();
  binding = undefined;
  return bound;
}

function givenAway(answer: Answer): ArrayBuffer[] {
  if ('written' in answer) return [answer.written.buffer];
  return 'pdf' in answer && answer.pdf !== null ? [answer.pdf.buffer] : [];
}

parentPort?.on('message', (order: Order) => {
  perform(order).then(
    (answer) => parentPort?.postMessage(answer, givenAway(answer)),
    (fault) => parentPort?.postMessage({ failed: fault instanceof Error ? fault.message : 'unknown' }),
  );
});
