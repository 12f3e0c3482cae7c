import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { permanenceSchema } from '#shared/contract/documents.ts';
import type { Area } from '#shared/domain/documents/text.ts';
import { evidenceItemSchema } from '#shared/domain/evidence.ts';
import {
  type AppUnderTest,
  startApp,
  testItem,
  transports,
  upload,
  withPortfolio,
} from '#test/support/app-under-test.ts';
import { ended } from '#test/support/package-apps.ts';

async function pdfOf(pages: readonly (readonly string[])[]): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const lines of pages) {
    const page = pdf.addPage([300, 200]);
    for (const [at, line] of lines.entries())
      page.drawText(line, { x: 20, y: 160 - at * 24, size: 12, font });
  }
  pdf.setAuthor('Sister Ann (invented)');
  return new Uint8Array(await pdf.save());
}

describe.each(transports)('redacting, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  beforeEach(async () => {
    under = await startApp(transport);
    portfolioId = await withPortfolio(under);
  });
  afterEach(() => under.close());

  const attached = async (bytes: Uint8Array<ArrayBuffer>, name = 'letter.pdf') => {
    const uploadId = await upload(under, bytes);
    const file = await under.client.files.keep({ portfolioId, uploadId, name });
    const { id } = await under.client.evidence.create({
      portfolioId,
      item: { ...testItem, attachments: [file] },
    });
    return { id, hash: file.hash };
  };
  const undo = async () => {
    const state = (await under.client.history.undoState({ portfolioId })).undo;
    if (state === null) throw new Error('nothing to undo');
    await under.client.history.undo({ portfolioId, seq: state.seq, to: state.to });
  };
  const redacted = async (id: string, hash: string, areas: readonly Area[]) => {
    const { jobId } = await under.client.documents.redact({ portfolioId, id, hash, areas });
    const item = evidenceItemSchema.parse((await ended(under, { jobId })).result);
    return item.attachments.find((file) => file.hash === hash)?.redacted?.hash ?? '';
  };

  it('finds every place of some words, in any case and over lines, and says what cannot be searched', async () => {
    const { documents } = under.client;
    const { hash } = await attached(
      await pdfOf([['Mrs Ann Crane came.', 'Later ANN', 'crane left. The announcement.'], ['Nobody'], []]),
    );
    const places = async (words: string, whole: boolean) =>
      (await documents.find({ portfolioId, hash, words, whole })).places;
    const [first, second, ...others] = await places('ann  crane', false);
    expect([first?.length, second?.map(({ page }) => page), others]).toEqual([2, [1, 1], []]);
    // Two lines: two rectangles, one below the other.
    expect((second?.[1]?.y ?? 0) - (second?.[0]?.y ?? 0)).toBeCloseTo(24, 0);
    expect(await places('ann', false)).toHaveLength(3);
    expect(await places('ann', true)).toHaveLength(2);
    // A point is a point.
    expect(await places('c.ane', false)).toEqual([]);
    expect(await documents.find({ portfolioId, hash, words: 'left.', whole: true })).toMatchObject({
      cutShort: false,
      withoutWords: 1,
      pageCount: 3,
    });
  });

  it('counts the pages as it goes, and once stopped leaves nothing behind', async () => {
    const { documents, jobs, evidence, backups } = under.client;
    const { id, hash } = await attached(await pdfOf(Array.from({ length: 60 }, (_, at) => [`Page ${at}`])));
    const { jobId } = await documents.redact({ portfolioId, id, hash, areas: [] });
    await expect
      .poll(async () => (await jobs.get({ id: jobId })).done, { timeout: 30_000, interval: 20 })
      .toBeGreaterThan(0);
    const job = await jobs.cancel({ id: jobId });
    expect(job).toMatchObject({ kind: 'redact', state: 'cancelled', step: 'redacting', total: 60 });
    expect(job.done).toBeLessThan(60);
    expect((await evidence.get({ portfolioId, id })).attachments[0]?.redacted).toBeUndefined();
    const { result } = await ended(under, await backups.check());
    expect(JSON.stringify(result)).not.toContain('attachment-unused');
  }, 60_000);

  it('shows other pages while a long file is being redacted', async () => {
    const { documents, jobs } = under.client;
    const { id, hash } = await attached(await pdfOf(Array.from({ length: 60 }, (_, at) => [`Page ${at}`])));
    const { jobId } = await documents.redact({ portfolioId, id, hash, areas: [] });
    expect((await documents.page({ portfolioId, hash, page: 60, width: 100 })).png.length).toBeGreaterThan(
      100,
    );
    expect((await jobs.get({ id: jobId })).state).toBe('running');
    await jobs.cancel({ id: jobId });
  }, 60_000);

  it('tells what lies unseen in a file and which words stand under marks, before and after', async () => {
    const { documents } = under.client;
    const { id, hash } = await attached(await pdfOf([['Mrs Ann Crane', 'Treated well']]));
    const [marks = []] = (await documents.find({ portfolioId, hash, words: 'Ann Crane', whole: true }))
      .places;
    const of = async (file: string) => {
      const { jobId } = await documents.permanence({ portfolioId, hash: file, marks });
      return permanenceSchema.parse((await ended(under, { jobId })).result);
    };
    const before = await of(hash);
    expect(before.wordsUnderMarks).toBe(2);
    expect(before.hidden).toContainEqual(
      expect.objectContaining({ what: 'metadata', text: 'Sister Ann (invented)' }),
    );
    const after = await of(await redacted(id, hash, marks));
    expect(after).toMatchObject({ kind: 'pdf', pageCount: 1, wordsUnderMarks: 0, cutShort: false });
    // Only the words that make it searchable, which the page shows as well.
    expect(after.hidden.map(({ what, text }) => [what, text])).toEqual([['invisible-text', 'Treated well']]);
    expect(await documents.findings({ portfolioId, hash })).toMatchObject({ hidden: before.hidden });
  });

  it('a copy is taken back as a step of its own, which can be undone', async () => {
    const { documents, evidence, history } = under.client;
    const { id, hash } = await attached(await pdfOf([['Mrs Ann Crane']]));
    const before = (await documents.shareOriginal({ portfolioId, id, hash })).updatedAt;
    expect((await evidence.get({ portfolioId, id })).updatedAt).toBe(before);
    const copy = await redacted(id, hash, []);
    const after = await documents.shareOriginal({ portfolioId, id, hash });
    expect(after.attachments[0]).not.toHaveProperty('redacted');
    expect((await history.undoState({ portfolioId })).undo?.action).toBe('evidence.share-original');
    await undo();
    expect((await evidence.get({ portfolioId, id })).attachments[0]?.redacted?.hash).toBe(copy);
    await undo();
    expect((await evidence.get({ portfolioId, id })).attachments[0]).not.toHaveProperty('redacted');
  });
});
