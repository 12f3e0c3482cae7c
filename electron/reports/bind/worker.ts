import { parentPort, workerData } from 'node:worker_threads';
import { createReportLayout, type ReportLayout } from '../layout.ts';
import { createSummaries } from '../package-summary.ts';
import { createPrinting } from '../printing.ts';
import { createSupervisorReportLayout } from '../supervision/layout.ts';
import type { Binding } from './binding.ts';
import type { Answer, Order, WorkerData } from './orders.ts';

/** The thread that makes PDFs. It has no way to the network and no environment. */
const withoutNetwork = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'];
for (const name of withoutNetwork) Reflect.deleteProperty(globalThis, name);

const folders = workerData as WorkerData;
const summaries = createSummaries(folders);
let binding: Binding | undefined;
let printing: ReturnType<typeof createPrinting> | undefined;
let reports: Promise<ReportLayout> | undefined;
let supervisorReports: ReturnType<typeof createSupervisorReportLayout> | undefined;

async function perform(order: Order): Promise<Answer> {
  if (order.kind === 'begin') {
    // Only the thread that joins files needs what reads them.
    const { createBinding } = await import('./binding.ts');
    binding = await createBinding(order.title, order.on);
    return { begun: true };
  }
  if (order.kind === 'listing') {
    printing ??= createPrinting(folders);
    return { pdf: new Uint8Array((await printing).listing(order.listing)), pages: 0 };
  }
  if (order.kind === 'cv') {
    if (order.form === 'docx') {
      const { cvWordFile } = await import('../cv/word-file.ts');
      return { written: new Uint8Array(await cvWordFile(order.document)) };
    }
    printing ??= createPrinting(folders);
    return { written: new Uint8Array((await printing).cv(order.document)) };
  }
  if (order.kind === 'paper') {
    printing ??= createPrinting(folders);
    return { pdf: new Uint8Array((await printing).paper(order.paper, order.logo)), pages: 0 };
  }
  if (order.kind === 'briefs') {
    printing ??= createPrinting(folders);
    return { pdf: new Uint8Array((await printing).briefs(order.book)), pages: 0 };
  }
  if (order.kind === 'summary') {
    return { pdf: new Uint8Array(await summaries.render(order.summary)), pages: 0 };
  }
  if (order.kind === 'report') {
    reports ??= createReportLayout(folders);
    return { laidOut: await (await reports).layOut(order.model, order.signers, order.logo) };
  }
  if (order.kind === 'supervisor-report') {
    supervisorReports ??= createSupervisorReportLayout(folders);
    return { laidOut: (await supervisorReports)(order.model, order.signers) };
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
