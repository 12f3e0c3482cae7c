import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Attachment } from '#shared/domain/evidence.ts';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testItem,
  transports,
  upload,
  withPortfolio,
} from '#test/support/app-under-test.ts';

async function pdfOf(...pages: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const text of pages) pdf.addPage([300, 200]).drawText(text, { x: 20, y: 100, size: 14, font });
  return new Uint8Array(await pdf.save());
}

async function encrypted(): Promise<Uint8Array<ArrayBuffer>> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-locked-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), await pdfOf('secret'));
    execFileSync('qpdf', ['--encrypt', 'user', 'owner', '256', '--', 'a.pdf', 'b.pdf'], { cwd: folder });
    return new Uint8Array(readFileSync(join(folder, 'b.pdf')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const nowhere = 'f'.repeat(64);
const nobody = '00000000-0000-4000-8000-000000000000';

describe.each(transports)('what is inside attached files, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  beforeEach(async () => {
    under = await startApp(transport);
    portfolioId = await withPortfolio(under);
  });
  afterEach(() => under.close());

  const keep = async (bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Attachment> =>
    under.client.files.keep({ portfolioId, uploadId: await upload(under, bytes), name });
  const itemOf = (...attachments: readonly Attachment[]) =>
    under.client.evidence.create({ portfolioId, item: { ...testItem, attachments } });
  const settled = async (id: string) => {
    await expect
      .poll(async () => (await under.client.jobs.get({ id })).state, { timeout: 20_000 })
      .not.toBe('running');
    return under.client.jobs.get({ id });
  };

  it('is read in the background, and what cannot be read is told file by file', async () => {
    const { documents } = under.client;
    const letter = await keep(await pdfOf('Clinic letter', 'Page two'), 'letter.pdf');
    const locked = await keep(await encrypted(), 'locked.pdf');
    const broken = await keep(new Uint8Array(Buffer.from('%PDF-1.7 nothing')), 'broken.pdf');
    await itemOf(letter, locked);
    await itemOf(broken);
    expect(await documents.status({ portfolioId })).toMatchObject({ files: 3, read: 0, failed: [] });
    const { jobId } = await documents.index({ portfolioId });
    const { state, result } = await settled(jobId);
    const failed = [
      { hash: locked.hash, code: 'FILE_ENCRYPTED', why: null },
      { hash: broken.hash, code: 'FILE_MALFORMED', why: 'damaged' },
    ];
    expect([state, result]).toEqual(['done', { files: 3, read: 1, failed, running: false }]);
    expect(await documents.status({ portfolioId })).toEqual(result);
    const { texts } = await under.app.session.portfolio(portfolioId);
    expect(texts.of(letter.hash)).toBe('Clinic letter\nPage two');
    expect(texts.of(locked.hash)).toBeUndefined();
    // Neither words nor names of files are anywhere to be read on the disk.
    const folder = join(under.vaultFolder, 'portfolios', portfolioId, 'derived');
    const kept = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((f) => f.isFile());
    expect(kept).toHaveLength(3);
    for (const { parentPath, name } of kept) {
      expect(readFileSync(join(parentPath, name)).includes('letter')).toBe(false);
      expect(name).not.toContain(letter.hash.slice(0, 8));
    }
    expect(under.logged.join()).not.toMatch(/letter|Clinic/);
  });

  it('is there again without being read when the vault is opened again', async () => {
    const { documents, app } = under.client;
    const letter = await keep(await pdfOf('Clinic letter'), 'letter.pdf');
    await itemOf(letter);
    await settled((await documents.index({ portfolioId })).jobId);
    await app.lock();
    await app.unlock({ passphrase: 'a long test passphrase' });
    const heard: string[] = [];
    const { texts } = await under.app.session.portfolio(portfolioId);
    texts.onArrived((hash) => heard.push(hash));
    const read = under.app.ports.documents;
    Object.assign(read, { read: () => Promise.reject(new Error('it was read again')) });
    await settled((await documents.index({ portfolioId })).jobId);
    expect([heard, texts.of(letter.hash)]).toEqual([[letter.hash], 'Clinic letter']);
  });

  it('gives words by page, places on one page, and pages as pictures', async () => {
    const { documents } = under.client;
    const { hash } = await keep(await pdfOf('First page', 'Second page'), 'letter.pdf');
    const whole = await documents.text({ portfolioId, hash });
    expect(whole.pages.map(({ text }) => text)).toEqual(['First page', 'Second page']);
    const one = await documents.text({ portfolioId, hash, page: 2 });
    expect(one.pages).toHaveLength(1);
    expect(one.pages[0]?.spans.map(({ start, end }) => [start, end])).toEqual([
      [0, 6],
      [7, 11],
    ]);
    expect((await documents.text({ portfolioId, hash, page: 9 })).pages).toEqual([]);
    const png = Buffer.from((await documents.page({ portfolioId, hash, page: 1, width: 450 })).png, 'base64');
    expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
      'PNG',
      450,
      300,
    ]);
  });

  it('refuses what is not there and what cannot be read', async () => {
    const { documents } = under.client;
    const letter = await keep(await pdfOf('First page'), 'letter.pdf');
    const locked = await keep(await encrypted(), 'locked.pdf');
    const item = await itemOf(letter, locked);
    const page = { page: 1, width: 100 };
    const area = { page: 1, x: 0, y: 0, width: 10, height: 10 };
    const missing = { code: 'NOT_FOUND', data: { what: 'file' } };
    for (const call of [
      () => documents.text({ portfolioId, hash: nowhere }),
      () => documents.text({ portfolioId, hash: nowhere, page: 1 }),
      () => documents.page({ portfolioId, hash: nowhere, ...page }),
      () => documents.page({ portfolioId, hash: letter.hash, page: 2, width: 100 }),
      () => documents.findings({ portfolioId, hash: nowhere }),
      () => documents.find({ portfolioId, hash: nowhere, words: 'page', whole: false }),
      () => documents.permanence({ portfolioId, hash: nowhere, marks: [] }),
      () => documents.redact({ portfolioId, id: item.id, hash: nowhere, areas: [area] }),
      () => documents.shareOriginal({ portfolioId, id: item.id, hash: nowhere }),
    ])
      expect(await refusal(call())).toEqual(missing);
    for (const call of [
      () => documents.redact({ portfolioId, id: nobody, hash: letter.hash, areas: [] }),
      () => documents.shareOriginal({ portfolioId, id: nobody, hash: letter.hash }),
    ])
      expect(await refusal(call())).toEqual({ code: 'NOT_FOUND', data: { what: 'evidence' } });
    for (const call of [
      () => documents.text({ portfolioId, hash: locked.hash }),
      () => documents.text({ portfolioId, hash: locked.hash }),
      () => documents.text({ portfolioId, hash: locked.hash, page: 1 }),
      () => documents.page({ portfolioId, hash: locked.hash, ...page }),
      () => documents.findings({ portfolioId, hash: locked.hash }),
      () => documents.find({ portfolioId, hash: locked.hash, words: 'page', whole: false }),
    ])
      expect(await refusal(call())).toEqual({ code: 'FILE_ENCRYPTED', data: {} });
    for (const started of [
      await documents.redact({ portfolioId, id: item.id, hash: locked.hash, areas: [area] }),
      await documents.permanence({ portfolioId, hash: locked.hash, marks: [] }),
    ])
      expect((await settled(started.jobId)).failure).toEqual({ code: 'FILE_ENCRYPTED', data: {} });
    const absent = { code: 'NOT_FOUND', data: { what: 'portfolio' } };
    expect(await refusal(documents.index({ portfolioId: nobody }))).toEqual(absent);
    expect(await refusal(documents.status({ portfolioId: nobody }))).toEqual(absent);
    for (const call of [
      () => documents.redact({ portfolioId: nobody, id: item.id, hash: letter.hash, areas: [] }),
      () => documents.shareOriginal({ portfolioId: nobody, id: item.id, hash: letter.hash }),
      () => documents.permanence({ portfolioId: nobody, hash: letter.hash, marks: [] }),
      () => documents.find({ portfolioId: nobody, hash: letter.hash, words: 'page', whole: false }),
    ])
      expect(await refusal(call())).toEqual(absent);
    const find = { portfolioId, hash: letter.hash, words: ' ', whole: false };
    expect(await refusal(documents.find(find))).toMatchObject({ code: 'INVALID' });
    await under.client.app.lock();
    for (const call of [
      () => documents.index({ portfolioId }),
      () => documents.find({ portfolioId, hash: letter.hash, words: 'page', whole: false }),
      () => documents.permanence({ portfolioId, hash: letter.hash, marks: [] }),
      () => documents.redact({ portfolioId, id: item.id, hash: letter.hash, areas: [] }),
      () => documents.shareOriginal({ portfolioId, id: item.id, hash: letter.hash }),
    ])
      expect(await refusal(call())).toEqual({ code: 'LOCKED', data: {} });
  });
});

describe('files that are followed', () => {
  it('are read by themselves soon after they were added, and are forgotten with the lock', async () => {
    const under = await startApp('in process', { readFiles: true });
    try {
      const portfolioId = await withPortfolio(under);
      const uploadId = await upload(under, await pdfOf('Arrived by itself'));
      const file = await under.client.files.keep({ portfolioId, uploadId, name: 'letter.pdf' });
      const { texts } = await under.app.session.portfolio(portfolioId);
      const arrived = new Promise((resolve) => texts.onArrived(resolve));
      await under.client.evidence.create({ portfolioId, item: { ...testItem, attachments: [file] } });
      expect(await arrived).toBe(file.hash);
      expect(texts.of(file.hash)).toBe('Arrived by itself');
      await under.client.app.lock();
    } finally {
      await under.close();
    }
  });
});
