import { createHash } from 'node:crypto';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { submissionWrittenSchema } from '#shared/contract/submission.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { type AppUnderTest, startApp, testItem, withPortfolio } from '#test/support/app-under-test.ts';
import { proved, sized } from '#test/support/prove.ts';
import { watchTurns } from '#test/support/turns.ts';

const items = sized(120, 1000);
const files = sized(100, 800);
const at = '2026-01-01T00:00:00.000Z';
/** What a person notices as a pause, in time this thread worked: steady, however busy the machine is. Milliseconds. */
const longestStall = 50;
let under: AppUnderTest;
beforeAll(async () => {
  under = await startApp('in process');
});
afterAll(() => under.close());

async function scan(number: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let page = 0; page < 3; page += 1)
    pdf.addPage([595, 842]).drawText(`File ${number}, page ${page}`, { x: 72, y: 700, size: 12, font });
  return pdf.save();
}
async function* once(bytes: Uint8Array) {
  yield bytes;
}

it('plans and writes a large set, joined, without holding up who waits', async () => {
  const portfolioId = await withPortfolio(under);
  const { store, pack } = await under.app.session.portfolio(portfolioId);
  const made: EvidenceItem[] = [];
  for (let number = 0; number < items; number += 1) {
    const bytes = await scan(number);
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (number < files) await store.blobs.put(once(bytes));
    const code = pack.capabilities[number % pack.capabilities.length]?.code ?? '';
    made.push({
      ...testItem,
      id: crypto.randomUUID(),
      title: `Item ${number}`,
      links: [{ capability: code, pages: '', note: '' }],
      attachments:
        number < files
          ? [{ hash, name: `${number}.pdf`, mediaType: 'application/pdf', size: bytes.length }]
          : [],
      createdAt: at,
      updatedAt: at,
      trashedAt: null,
    });
  }
  await store.commit(
    'evidence.create',
    made.map((value) => ({ collection: 'evidence', id: value.id, value })),
  );
  const planned = performance.now();
  const planning = watchTurns();
  // As it leaves the door: reading the answer is the page's own work.
  const answer = await under.send('/rpc/submission/plan', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ json: { portfolioId, set: 'application' } }),
  });
  const text = await answer.text();
  const planTime = performance.now() - planned;
  const planStall = planning();
  const { json: plan } = JSON.parse(text);
  expect(plan.totals).toMatchObject({ items, files });

  const before = process.memoryUsage().rss;
  const begun = performance.now();
  const { jobId } = await under.client.submission.write({ portfolioId, set: 'application', join: true });
  const writing = watchTurns();
  let job = await under.client.jobs.get({ id: jobId });
  while (job.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 20));
    job = await under.client.jobs.get({ id: jobId });
  }
  const writeStall = writing();
  const result = submissionWrittenSchema.parse(job.result);
  expect(result).toMatchObject({ pages: files * 3, beside: [] });
  const figures = {
    plan: Math.round(planTime),
    write: Math.round(performance.now() - begun),
    planStall: Math.round(planStall),
    writeStall: Math.round(writeStall),
    grownMiB: Math.round((process.memoryUsage().rss - before) / 1024 ** 2),
  };
  proved(`a set of ${items} items and ${files} files`, JSON.stringify(figures));
  expect(figures.planStall).toBeLessThan(longestStall);
  expect(figures.writeStall).toBeLessThan(longestStall);
  expect(figures.grownMiB).toBeLessThan(600);
});
