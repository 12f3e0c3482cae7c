import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { createApp } from '#electron/app.ts';
import type { EvidenceInput, EvidenceItem } from '#shared/domain/evidence.ts';
import { type BenchRow, benchRow } from './bench-row.ts';
import { builtFolders } from './built-folders.ts';
import { quietest } from './statistics.ts';

const files = 500;
const pages = 4;
const rounds = 2;
/** What a person notices as a pause. Milliseconds. */
const pause = 50;

const line =
  'Seen in clinic with her sister. Plan: repeat the scan, review in three months, copy to the practice.';

/** A letter of several pages, each file another one; every hundredth is not a PDF at all. */
async function letter(number: number): Promise<Uint8Array> {
  if (number % 100 === 99) return Buffer.from(`%PDF-1.7 broken ${number}`);
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let page = 0; page < pages; page += 1) {
    const text = Array.from({ length: 40 }, (_, row) => `${number}.${page}.${row} ${line}`).join('\n');
    pdf.addPage([595, 842]).drawText(text, { x: 40, y: 800, size: 10, lineHeight: 18, font });
  }
  return pdf.save();
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Asks the event loop for a turn again and again, and notes the longest it had to wait for one. */
function watchTurns() {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 1);
    last = now;
  }, 1);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

type Bench = {
  readonly app: Awaited<ReturnType<typeof createApp>>;
  readonly portfolioId: string;
  readonly itemWith: (title: string, attachments: EvidenceInput['attachments']) => Promise<EvidenceItem>;
};

/** An app over a vault of its own, for as long as `work` takes. */
async function inPortfolio<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-documents-'));
  // The build's own thread program: what is measured is what is shipped.
  const folders = builtFolders();
  const app = await createApp({ vaultFolder: join(folder, 'vault'), host: 'browser', folders });
  try {
    const { services } = app;
    const profile = { name: 'Dr Bench Doctor (invented)', roles: ['doctor' as const], gmcNumber: '0000009' };
    await services.app.createVault({ passphrase: 'a long bench passphrase', profile });
    const { id: portfolioId } = await services.portfolios.create({
      doctor: { name: profile.name, gmcNumber: profile.gmcNumber },
      packId: 'general-internal-medicine',
      targetDate: '2028-01-31',
      employer: 'Test NHS Trust (invented)',
    });
    const itemWith: Bench['itemWith'] = (title, attachments) =>
      services.evidence.create({
        portfolioId,
        item: {
          type: 'cpd',
          title,
          startedOn: '2026-03-01',
          endedOn: null,
          place: '',
          role: '',
          reflection: '',
          hours: null,
          details: {},
          attachments,
          links: [],
          verification: null,
        },
      });
    return await work({ app, portfolioId, itemWith });
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const oneRound = (): Promise<{ readonly reading: number; readonly took: number }> =>
  inPortfolio(async ({ app, portfolioId, itemWith }) => {
    const { store, texts } = await app.session.portfolio(portfolioId);
    for (let from = 0; from < files; from += 10) {
      const attachments = [];
      for (let number = from; number < from + 10; number += 1) {
        const kept = await store.blobs.put(once(await letter(number)));
        attachments.push({ ...kept, name: `letter ${number}.pdf`, mediaType: 'application/pdf' });
      }
      await itemWith(`Letters from ${from}`, attachments);
    }
    const stopped = watchTurns();
    const started = performance.now();
    await texts.readAll({ signal: new AbortController().signal, progress: () => undefined });
    const took = performance.now() - started;
    const reading = stopped();
    const { read, failed } = texts.state();
    if (read !== files * 0.99 || failed.length !== files * 0.01)
      throw new Error(`${read} were read, ${failed.length} refused`);
    return { reading, took };
  });

const longPages = 100;

/** The longest turn anybody waited for while a long file was made safe to show, from the call to the kept copy. */
const redacting = (): Promise<number> =>
  inPortfolio(async ({ app, portfolioId, itemWith }) => {
    const { services, session } = app;
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    for (let page = 0; page < longPages; page += 1) {
      const text = Array.from({ length: 40 }, (_, row) => `${page}.${row} ${line}`).join('\n');
      pdf.addPage([595, 842]).drawText(text, { x: 40, y: 800, size: 10, lineHeight: 18, font });
    }
    const { store } = await session.portfolio(portfolioId);
    const kept = await store.blobs.put(once(await pdf.save()));
    const { id } = await itemWith('A long letter', [
      { ...kept, name: 'long.pdf', mediaType: 'application/pdf' },
    ]);
    const areas = Array.from({ length: longPages }, (_, at) => ({
      page: at + 1,
      x: 40,
      y: 40,
      width: 200,
      height: 14,
    }));
    const stopped = watchTurns();
    const { jobId } = await services.documents.redact({ portfolioId, id, hash: kept.hash, areas });
    let job = await services.jobs.get({ id: jobId });
    while (job.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 20));
      job = await services.jobs.get({ id: jobId });
    }
    const longest = stopped();
    if (job.state !== 'done') throw new Error(`redacting ended ${job.state}`);
    return longest;
  });

/** The words of many files are read beside the thread that serves the screen: nobody waits for it. */
export async function documentBenches(): Promise<readonly BenchRow[]> {
  const measured = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await oneRound());
  const stalls = [];
  for (let round = 0; round < rounds; round += 1) stalls.push(await redacting());
  return [
    benchRow({
      name: `longest stall while a PDF of ${longPages} pages is redacted`,
      value: quietest(stalls),
      unit: 'ms',
      baseline: 'a pause that is noticed',
      baselineValue: pause,
      limit: 1,
    }),
    benchRow({
      name: `longest stall while ${files} PDFs are read`,
      value: quietest(measured.map(({ reading }) => reading)),
      unit: 'ms',
      baseline: 'a pause that is noticed',
      baselineValue: pause,
      limit: 1,
    }),
    benchRow({
      name: `one of ${files} PDFs of ${pages} pages read`,
      value: quietest(measured.map(({ took }) => took / files)),
      unit: 'ms',
      baseline: 'a tenth of a second',
      baselineValue: 100,
      limit: 1,
    }),
  ];
}
