import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submissionWrittenSchema } from '#shared/contract/submission.ts';
import type { Attachment, EvidenceInput } from '#shared/domain/evidence.ts';
import type { SubmissionPlan } from '#shared/domain/submission/plan-types.ts';
import {
  type AppUnderTest,
  heard,
  refusal,
  startApp,
  testItem,
  testPassphrase,
  transports,
  upload,
  withPortfolio,
} from '#test/support/app-under-test.ts';
import { csvRecords, unzipped } from '#test/support/open-archives.ts';
import { checkedByQpdf, infoOf, textOf } from '#test/support/report-judges.ts';

const nobody = crypto.randomUUID();
const clock = { now: () => new Date('2026-11-21T10:00:00Z'), today: () => '2026-11-21' };

async function pdfOf(...lines: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const line of lines) pdf.addPage([595, 842]).drawText(line, { x: 72, y: 700, size: 12, font });
  return new Uint8Array(await pdf.save());
}

describe.each(transports)('handing over, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  beforeAll(async () => {
    under = await startApp(transport, { clock });
  });
  afterAll(() => under.close());

  const keep = async (file: Uint8Array<ArrayBuffer>, name: string): Promise<Attachment> =>
    under.client.files.keep({ portfolioId, uploadId: await upload(under, file), name });
  const make = async (change: Partial<EvidenceInput>) =>
    (await under.client.evidence.create({ portfolioId, item: { ...testItem, ...change } })).id;
  const plan = (set: 'application' | 'answer' = 'application') =>
    under.client.submission.plan({ portfolioId, set });
  const documentOf = ({ sections }: SubmissionPlan, id: string) =>
    sections.flatMap((section) =>
      section.documents.filter(({ itemId }) => itemId === id).map((document) => ({ section, document })),
    )[0];
  const written = async (join: boolean, set: 'application' | 'answer' = 'application') => {
    const { jobId } = await under.client.submission.write({ portfolioId, set, join });
    await expect
      .poll(async () => (await under.client.jobs.get({ id: jobId })).state, { timeout: 30_000 })
      .not.toBe('running');
    const job = await under.client.jobs.get({ id: jobId });
    expect(job).toMatchObject({ kind: 'submission', state: 'done' });
    const result = submissionWrittenSchema.parse(job.result);
    const answer = await under.send(`/outgoing/${result.fileId}`);
    const zip = new Uint8Array(await answer.arrayBuffer());
    return { result, zip, files: await unzipped(zip) };
  };

  it('needs an open vault, a portfolio, and items that are there', async () => {
    const { submission } = under.client;
    expect(await refusal(submission.plan({ portfolioId: nobody, set: 'application' }))).toMatchObject({
      code: 'LOCKED',
    });
    portfolioId = await withPortfolio(under);
    const portfolio = { code: 'NOT_FOUND', data: { what: 'portfolio' } };
    const asked = { portfolioId: nobody, set: 'application' as const };
    const recommendation = { title: 'A', text: '', items: [] };
    for (const call of heard([
      submission.plan(asked),
      submission.place({ portfolioId: nobody, ids: [nobody], change: {} }),
      submission.order({ ...asked, id: nobody, before: null }),
      submission.write({ ...asked, join: false }),
      submission.recommendations({ portfolioId: nobody }),
      submission.addRecommendation({ portfolioId: nobody, recommendation }),
      submission.updateRecommendation({ portfolioId: nobody, id: nobody, recommendation }),
      submission.removeRecommendation({ portfolioId: nobody, id: nobody }),
    ]))
      expect(await refusal(call)).toEqual(portfolio);
    const evidence = { code: 'NOT_FOUND', data: { what: 'evidence' } };
    for (const call of heard([
      submission.place({ portfolioId, ids: [nobody], change: { leftOut: true } }),
      submission.order({ portfolioId, set: 'application', id: nobody, before: null }),
      submission.addRecommendation({ portfolioId, recommendation: { ...recommendation, items: [nobody] } }),
    ]))
      expect(await refusal(call)).toEqual(evidence);
    const missing = { code: 'NOT_FOUND', data: { what: 'recommendation' } };
    expect(
      await refusal(submission.updateRecommendation({ portfolioId, id: nobody, recommendation })),
    ).toEqual(missing);
    expect(await refusal(submission.removeRecommendation({ portfolioId, id: nobody }))).toEqual(missing);
    // @ts-expect-error no such section of a set
    expect(await refusal(submission.plan({ portfolioId, set: 'other' }))).toMatchObject({ code: 'INVALID' });
  });

  it('keeps what a person chose, as steps that can be undone', async () => {
    const { submission, history } = under.client;
    const one = await make({ title: 'First', startedOn: '2026-02-01' });
    const two = await make({
      title: 'Second',
      startedOn: '2026-01-01',
      attachments: [await keep(await pdfOf('x'), 'x.pdf')],
    });
    await submission.place({ portfolioId, ids: [one], change: { description: 'Better words' } });
    expect(documentOf(await plan(), one)?.document).toMatchObject({
      description: 'Better words',
      why: 'link',
    });
    await submission.order({ portfolioId, set: 'application', id: two, before: one });
    const order = documentOf(await plan(), one)?.section.documents.map(({ itemId }) => itemId) ?? [];
    expect(order.indexOf(two)).toBe(order.indexOf(one) - 1);
    await submission.place({ portfolioId, ids: [one], change: { section: 'section/training' } });
    expect(documentOf(await plan(), one)).toMatchObject({
      section: { id: 'section/training' },
      document: { why: 'chosen' },
    });
    await submission.place({ portfolioId, ids: [one, two], change: { leftOut: true } });
    expect((await plan()).leftOut.map(({ itemId }) => itemId).sort()).toEqual([one, two].sort());

    const { undo } = await history.undoState({ portfolioId });
    expect(undo).toMatchObject({ action: 'submission.leave-out', count: 2 });
    await history.undo({ portfolioId, seq: undo?.seq ?? 0, to: undo?.to ?? undo?.seq ?? 0 });
    expect((await plan()).leftOut).toEqual([]);
    // Choices outlive a lock.
    await under.client.app.lock();
    await under.client.app.unlock({ passphrase: testPassphrase });
    expect(documentOf(await plan(), one)).toMatchObject({ section: { id: 'section/training' } });
  });

  it('writes the set: redacted copies never originals, each once, with an index and what is worth a look', async () => {
    const original = await keep(await pdfOf('Mrs Doreen Blackwood'), 'letter.pdf');
    const copy = await keep(await pdfOf('Redacted letter'), 'letter (redacted).pdf');
    const redacted = { ...copy, at: '2026-11-20T10:00:00.000Z' };
    const letter = await make({
      title: '=HYPERLINK("http://x") ../../../Letter\u202E',
      type: 'case-history',
      links: [
        { capability: 'IM1', pages: '', note: '' },
        { capability: 'IM3', pages: 'p. 1', note: '' },
      ],
      attachments: [{ ...original, redacted }, await keep(new TextEncoder().encode('Notes'), 'notes.txt')],
    });
    const { result, files, zip } = await written(false);
    expect(result).toMatchObject({ problems: (await plan()).problems.length, beside: [] });
    const names = [...files.keys()];
    for (const name of names) expect(name).not.toMatch(/(^|\/)\.|\u202E|[:*?"<>|]/);
    const found = names.filter((name) => /^\d\d IM1 .*\/IM1 \d{3} .*part [12]\.(pdf|txt)$/.test(name));
    expect(found).toHaveLength(2);
    const texts = await Promise.all(
      names.filter((name) => name.endsWith('.pdf')).map((name) => textOf(files.get(name) ?? Buffer.alloc(0))),
    );
    expect(texts.join()).toContain('Redacted letter');
    expect(texts.join()).not.toContain('Blackwood');
    const references = names.find((name) => /^\d\d IM3 .*\/References\.txt$/.test(name)) ?? expect.fail();
    expect(files.get(references)?.toString()).toContain('See IM1, document 1, p. 1: ');
    const rows = csvRecords(files.get('index.csv')?.toString() ?? '');
    const mine = rows.filter(({ description }) => description?.includes('HYPERLINK'));
    expect(mine.map(({ file }) => file).toSorted()).toEqual(found.toSorted());
    expect(mine[0]?.description).toMatch(/^'=/);
    const index = files.get('Index.pdf') ?? expect.fail();
    await expect(checkedByQpdf(index)).resolves.toContain('No syntax');
    expect(await textOf(index)).toMatch(/To verify: Test Hospital/);
    const readme = files.get('README.txt')?.toString() ?? '';
    expect(readme).toContain('NOT ENCRYPTED');
    expect(readme).toContain('Not marked as anonymised');
    expect(readme).toContain('the GMC decides');
    // The same set on the same day is the same file.
    expect(Buffer.compare((await written(false)).zip, zip)).toBe(0);
    await under.client.submission.place({ portfolioId, ids: [letter], change: { description: 'Letter' } });
  });

  it('joins the files of a section, with what cannot be joined beside it', async () => {
    const locked = await PDFDocument.create();
    locked.addPage();
    locked.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
    await make({
      title: 'Locked',
      links: [{ capability: 'IM1', pages: '', note: '' }],
      attachments: [
        await keep(new Uint8Array(await locked.save()), 'locked.pdf'),
        await keep(await pdfOf('One', 'Two'), 'two.pdf'),
      ],
    });
    const { result, files, zip } = await written(true);
    expect(result.beside.map(({ why }) => why).toSorted()).toEqual(['encrypted', 'kind']);
    for (const { path } of result.beside) expect(files.has(path), path).toBe(true);
    const [name, pdf] =
      [...files].find(
        ([path]) => /^\d\d IM1 .*\/IM1 .*\.pdf$/.test(path) && !/\d{3}/.test(path.split('/')[1] ?? ''),
      ) ?? expect.fail();
    await expect(checkedByQpdf(pdf)).resolves.toContain('No syntax');
    expect((await infoOf(pdf)).get('Pages')).toBe('3');
    const rows = csvRecords(files.get('index.csv')?.toString() ?? '').filter(({ file }) => file === name);
    expect(rows.map((row) => [row['first page there'], row.pages])).toEqual([
      ['1', '1'],
      ['2', '2'],
    ]);
    expect(files.get('README.txt')?.toString()).toContain('protected with a password');
    expect(Buffer.compare((await written(true)).zip, zip)).toBe(0);
    expect((await plan()).totals.uploads.joined).toBeLessThan((await plan()).totals.uploads.separate);
  });

  it('organises an answer by recommendation', async () => {
    const { submission } = under.client;
    const id = await make({
      title: 'Second cycle',
      attachments: [await keep(await pdfOf('Cycle'), 'cycle.pdf')],
    });
    const first = await submission.addRecommendation({
      portfolioId,
      recommendation: { title: 'More audit', text: 'Two cycles.', items: [] },
    });
    const second = await submission.addRecommendation({
      portfolioId,
      recommendation: { title: 'Teaching', text: '', items: [id] },
    });
    await submission.updateRecommendation({
      portfolioId,
      id: first.id,
      recommendation: { title: 'More audit', text: 'Two full cycles.', items: [id] },
    });
    expect(
      (await submission.recommendations({ portfolioId })).map(({ title, text }) => [title, text]),
    ).toEqual([
      ['More audit', 'Two full cycles.'],
      ['Teaching', ''],
    ]);
    expect(documentOf(await plan('answer'), id)?.section.label).toBe('Recommendation 1');
    const { files } = await written(true, 'answer');
    expect(
      [...files.keys()].filter((name) => name.startsWith('01 Recommendation 1 More audit/')),
    ).toHaveLength(1);
    await submission.removeRecommendation({ portfolioId, id: second.id });
    expect((await plan('answer')).sections).toHaveLength(1);
  });

  it('stops when told, and leaves nothing behind', async () => {
    const { jobId } = await under.client.submission.write({ portfolioId, set: 'application', join: true });
    expect(await under.client.jobs.cancel({ id: jobId })).toMatchObject({ state: 'cancelled' });
    expect((await written(false)).result.files).toBeGreaterThan(0);
  });
});
