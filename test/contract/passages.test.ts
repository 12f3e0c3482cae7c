import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EvidenceInput, evidenceItemSchema, type Link } from '#shared/domain/evidence.ts';
import type { Audience } from '#shared/domain/packages/audiences.ts';
import {
  type AppUnderTest,
  startApp,
  testItem,
  testPortfolio,
  testProfile,
  transports,
  upload,
} from '#test/support/app-under-test.ts';
import {
  ended,
  introduce,
  merged,
  newVault,
  previewOf,
  recipientProfile,
  writtenPackage,
} from '#test/support/package-apps.ts';

const secret = 'Patient QXSECRETZ';
/** Over the first line of the letter's second page. */
const area = { page: 2, x: 15, y: 80, width: 200, height: 30 };

async function letter(): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const first of ['Cover', secret]) {
    const page = pdf.addPage([300, 200]);
    page.drawText(first, { x: 20, y: 100, size: 14, font });
    page.drawText('Treated well', { x: 20, y: 40, size: 14, font });
  }
  return new Uint8Array(await pdf.save({ useObjectStreams: false }));
}

describe.each(transports)('passages of a file, %s', (transport) => {
  let doctor: AppUnderTest;
  let portfolioId: string;
  beforeEach(async () => {
    doctor = await startApp(transport);
    await newVault(doctor, testProfile);
    portfolioId = (await doctor.client.portfolios.create(testPortfolio)).id;
  });
  afterEach(() => doctor.close());

  const kept = async () => {
    const uploadId = await upload(doctor, await letter());
    return doctor.client.files.keep({ portfolioId, uploadId, name: 'letter.pdf' });
  };
  type File = Awaited<ReturnType<typeof kept>>;
  const link = (capability: string, file: File, quote: string, from = 2, to = 2): Link => ({
    capability,
    pages: '',
    note: '',
    passage: { file: file.hash, from, to, quote },
  });
  const quoting = (file: File): EvidenceInput => ({
    ...testItem,
    attachments: [file],
    links: [link('IM6', file, 'treated  well'), link('IM7', file, secret), link('IM8', file, '', 1, 2)],
  });
  const redact = async (id: string, file: File) => {
    const job = await doctor.client.documents.redact({ portfolioId, id, hash: file.hash, areas: [area] });
    const item = evidenceItemSchema.parse((await ended(doctor, job)).result);
    const copy = item.attachments[0]?.redacted?.hash;
    if (copy === undefined) throw new Error('there is no copy');
    return { item, copy };
  };
  const passagesOf = async (id: string) =>
    (await doctor.client.evidence.get({ portfolioId, id })).links.map(({ passage }) => passage);

  it('are shown with what counts, and say so when their file is gone', async () => {
    const { client } = doctor;
    const file = await kept();
    const { id } = await client.evidence.create({ portfolioId, item: quoting(file) });
    const shown = async () => {
      const question = { capability: 'IM7', expectation: null, measure: 'all' } as const;
      return (await client.coverage.items({ portfolioId, ...question })).rows[0]?.passages;
    };
    expect(await shown()).toEqual([
      { capability: 'IM6', file: file.hash, from: 2, to: 2, quote: 'treated well' },
      { capability: 'IM7', file: file.hash, from: 2, to: 2, quote: secret },
      { capability: 'IM8', file: file.hash, from: 1, to: 2, quote: '' },
    ]);
    // What is handed over points to pages, in words ready to paste, and quotes nothing.
    const plan = JSON.stringify(await client.submission.plan({ portfolioId, set: 'application' }));
    expect(plan).toContain('p. 1-2');
    expect(plan).not.toContain('QXSECRETZ');
    await client.evidence.update({ portfolioId, id, item: { ...quoting(file), attachments: [] } });
    expect((await shown())?.map(({ file: at, from }) => [at, from])).toEqual([
      [null, 2],
      [null, 2],
      [null, 1],
    ]);
  });

  it('quote nothing of a redacted file but what the copy says', async () => {
    const { client } = doctor;
    const file = await kept();
    const { id } = await client.evidence.create({ portfolioId, item: quoting(file) });
    const before = await passagesOf(id);
    const { copy } = await redact(id, file);
    const after = [
      { file: copy, from: 2, to: 2, quote: 'treated well' },
      { file: copy, from: 2, to: 2, quote: '' },
      { file: copy, from: 1, to: 2, quote: '' },
    ];
    expect(await passagesOf(id)).toEqual(after);
    // A form that was open meanwhile saves what it knew: it brings nothing back.
    await client.evidence.update({ portfolioId, id, item: quoting(file) });
    expect(await passagesOf(id)).toEqual([after[0], after[1], { ...after[2], file: file.hash }]);
    // Nor does somebody who quotes the original anew.
    const anew = { ...quoting(file), links: [link('IM7', file, secret, 1, 2)] };
    await client.evidence.update({ portfolioId, id, item: anew });
    expect(await passagesOf(id)).toEqual([{ file: file.hash, from: 1, to: 2, quote: '' }]);
    // Undone step by step, all of it is as it was.
    for (let step = 0; step < 3; step += 1) {
      const { undo } = await client.history.undoState({ portfolioId });
      if (undo === null) break;
      await client.history.undo({ portfolioId, seq: undo.seq, to: undo.to });
      if ((await client.evidence.get({ portfolioId, id })).attachments[0]?.redacted === undefined) break;
    }
    expect(await passagesOf(id)).toEqual(before);
  });

  it('point to the original again when that is what is shared', async () => {
    const { client } = doctor;
    const file = await kept();
    const { id } = await client.evidence.create({ portfolioId, item: quoting(file) });
    await redact(id, file);
    await client.documents.shareOriginal({ portfolioId, id, hash: file.hash });
    expect((await passagesOf(id)).map((passage) => [passage?.file, passage?.quote])).toEqual([
      [file.hash, 'treated well'],
      [file.hash, ''],
      [file.hash, ''],
    ]);
  });

  it.each<Audience>(['supervisor', 'panel'])('never tell a %s what was redacted', async (audience) => {
    const { client } = doctor;
    const file = await kept();
    const { id } = await client.evidence.create({ portfolioId, item: quoting(file) });
    // The same file elsewhere, where nobody redacted it.
    const other = await client.evidence.create({ portfolioId, item: { ...quoting(file), title: 'Again' } });
    const without = async (of: Audience) =>
      (await client.packages.contents({ portfolioId, audience: of, exclude: [] })).leftOut.map(
        ({ id: left, why }) => [left, why],
      );
    expect(await without(audience)).toEqual([]);
    const { copy } = await redact(id, file);
    expect(await without(audience)).toEqual([[other.id, 'quotes-redacted']]);
    expect(await without('self')).toEqual([]);
    const { audiences } = await client.evidence.whereUsed({ portfolioId, id: other.id });
    expect(Object.fromEntries(audiences.map((one) => [one.audience, one.why]))).toEqual({
      supervisor: 'quotes-redacted',
      panel: 'quotes-redacted',
      self: null,
    });

    const reader = await startApp(transport);
    try {
      await newVault(reader, recipientProfile);
      await introduce(doctor, reader);
      const to = await introduce(reader, doctor);
      const { bytes } = await writtenPackage(doctor, { portfolioId, audience, recipients: [to] });
      const { openId } = await previewOf(reader, bytes);
      await merged(reader, openId);
      const received = await reader.client.evidence.get({ portfolioId, id });
      expect(received.links.map(({ passage }) => passage)).toEqual([
        { file: copy, from: 2, to: 2, quote: 'treated well' },
        { file: copy, from: 2, to: 2, quote: '' },
        { file: copy, from: 1, to: 2, quote: '' },
      ]);
      const all = { text: '', types: [], capability: null, verified: null, trash: false } as const;
      const sort = { by: 'startedOn', direction: 'descending' } as const;
      const { rows } = await reader.client.evidence.list({
        portfolioId,
        filter: all,
        sort,
        offset: 0,
        limit: 50,
      });
      expect(rows.map((row) => row.id)).toEqual([id]);
      const open = { ...all, text: 'QXSECRETZ' };
      const search = { portfolioId, filter: open, sort, offset: 0, limit: 50 };
      expect((await reader.client.evidence.list(search)).total).toBe(0);
      expect((await client.evidence.list(search)).total).toBeGreaterThan(0);
    } finally {
      await reader.close();
    }
  });
});
