import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openExportResultSchema } from '#shared/contract/your-data.ts';
import { evidenceItemSchema } from '#shared/domain/evidence.ts';
import type { Audience } from '#shared/domain/packages/audiences.ts';
import { checkReportSchema } from '#shared/domain/vault-check.ts';
import {
  type AppUnderTest,
  startApp,
  testItem,
  testPortfolio,
  testProfile,
  transports,
  upload,
} from '#test/support/app-under-test.ts';
import { sha256, unzipped } from '#test/support/open-archives.ts';
import {
  ended,
  introduce,
  jobFailure,
  merged,
  newVault,
  previewOf,
  recipientProfile,
  writtenPackage,
} from '#test/support/package-apps.ts';

const nothing = new Uint8Array();
const area = { page: 1, x: 15, y: 80, width: 200, height: 30 };

async function letter(): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([300, 200]);
  page.drawText('Patient QXSECRETZ', { x: 20, y: 100, size: 14, font });
  page.drawText('Treated well', { x: 20, y: 40, size: 14, font });
  return new Uint8Array(await pdf.save({ useObjectStreams: false }));
}

async function bytesOf({ send }: AppUnderTest, portfolioId: string, hash: string) {
  const answer = await send(`/blobs/${portfolioId}/${hash}`);
  return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined;
}

async function findingsOf(under: AppUnderTest) {
  const { result } = await ended(under, await under.client.backups.check());
  return checkReportSchema.parse(result).findings.map(({ code }) => code);
}

describe.each(transports)('a redacted copy, %s', (transport) => {
  let doctor: AppUnderTest;
  let portfolioId: string;
  beforeEach(async () => {
    doctor = await startApp(transport);
    await newVault(doctor, testProfile);
    portfolioId = (await doctor.client.portfolios.create(testPortfolio)).id;
  });
  afterEach(() => doctor.close());

  const withLetter = async () => {
    const uploadId = await upload(doctor, await letter());
    const file = await doctor.client.files.keep({ portfolioId, uploadId, name: 'letter.pdf' });
    const { id } = await doctor.client.evidence.create({
      portfolioId,
      item: { ...testItem, attachments: [file] },
    });
    return { id, hash: file.hash };
  };
  const burnt = async (asked: { id: string; hash: string; areas: readonly (typeof area)[] }) => {
    const { result } = await ended(doctor, await doctor.client.documents.redact({ portfolioId, ...asked }));
    return evidenceItemSchema.parse(result);
  };
  const redacted = async () => {
    const { id, hash } = await withLetter();
    const item = await burnt({ id, hash, areas: [area] });
    const copy = item.attachments[0]?.redacted;
    if (copy === undefined) throw new Error('there is no copy');
    return { id, hash, copy };
  };

  it('is kept beside its original, which stays, and is taken back and brought again as one step', async () => {
    const { client } = doctor;
    const { id, hash, copy } = await redacted();
    expect(copy).toMatchObject({ name: 'letter.pdf', mediaType: 'application/pdf' });
    const bytes = await bytesOf(doctor, portfolioId, copy.hash);
    expect([bytes?.length, sha256(bytes ?? nothing)]).toEqual([copy.size, copy.hash]);
    const text = async (of: string) =>
      (await client.documents.text({ portfolioId, hash: of })).pages[0]?.text;
    expect(await text(copy.hash)).toBe('Treated well');
    expect(await text(hash)).toContain('QXSECRETZ');
    const attached = async () => (await client.evidence.get({ portfolioId, id })).attachments[0];
    const step = async (which: 'undo' | 'redo') => {
      const state = await client.history.undoState({ portfolioId });
      const { seq = 0, to = 0 } = state[which] ?? {};
      if (which === 'undo') await client.history.undo({ portfolioId, seq, to });
      else await client.history.redo({ portfolioId, seq });
    };
    await step('undo');
    expect(await attached()).toMatchObject({ hash });
    expect((await attached())?.redacted).toBeUndefined();
    await step('redo');
    expect((await attached())?.redacted).toEqual(copy);
    expect(await findingsOf(doctor)).not.toContain('attachment-missing');
    expect(await findingsOf(doctor)).not.toContain('attachment-unused');
  });

  it('keeps to itself what feedback quotes of the original', async () => {
    const { client } = doctor;
    const { id, hash } = await withLetter();
    const passage = { file: hash, from: 1, to: 1, quote: 'Patient QXSECRETZ' };
    const say = async (comment: string) => {
      const { revision } = await client.feedback.ofItem({ portfolioId, item: id });
      return client.feedback.give({
        portfolioId,
        item: id,
        revision,
        feedback: { verdict: 'comment', comment, passage, sbi: null },
        inPerson: { name: 'Dr Sue Visor (invented)', gmcNumber: null, role: '' },
      });
    };
    const sent = async (audience: Audience) =>
      (await client.packages.contents({ portfolioId, audience, exclude: [] })).included
        .filter(({ collection }) => collection === 'feedback')
        .map((one) => one.id);
    const before = await say('Given before there was a copy.');
    expect(await sent('supervisor')).toEqual([before.id]);
    await burnt({ id, hash, areas: [area] });
    const after = await say('Given once there was one.');
    expect(after.passage).toEqual({ ...passage, quote: '' });
    expect(await sent('supervisor')).toEqual([after.id]);
    expect((await sent('self')).sort()).toEqual([after.id, before.id].sort());
  });

  it('outlives a form that was open when it was made', async () => {
    const { client } = doctor;
    const { id, copy } = await redacted();
    const {
      createdAt: _c,
      updatedAt: _u,
      trashedAt: _t,
      id: _i,
      ...form
    } = await client.evidence.get({
      portfolioId,
      id,
    });
    const attachments = form.attachments.map(({ redacted: _copy, ...original }) => original);
    await client.evidence.update({ portfolioId, id, item: { ...form, title: 'Typed since', attachments } });
    const saved = await client.evidence.get({ portfolioId, id });
    expect(saved).toMatchObject({ title: 'Typed since', attachments: [{ redacted: copy }] });
    // A file that was taken off the item takes its copy along.
    await client.evidence.update({ portfolioId, id, item: { ...form, attachments: [] } });
    expect((await client.evidence.get({ portfolioId, id })).attachments).toEqual([]);
  });

  it('takes the place of an earlier copy, and is refused for what cannot be redacted', async () => {
    const { client } = doctor;
    const { id, hash, copy } = await redacted();
    const again = await burnt({ id, hash, areas: [] });
    expect(again.attachments[0]?.redacted?.hash).not.toBe(copy.hash);
    const uploadId = await upload(doctor, Uint8Array.from(Buffer.from('plain words')));
    const plain = await client.files.keep({ portfolioId, uploadId, name: 'notes.txt' });
    const other = await client.evidence.create({ portfolioId, item: { ...testItem, attachments: [plain] } });
    expect(
      await jobFailure(
        doctor,
        client.documents.redact({ portfolioId, id: other.id, hash: plain.hash, areas: [area] }),
      ),
    ).toEqual({ code: 'FILE_MALFORMED', data: { why: 'not-supported' } });
  });

  it.each<Audience>(['supervisor', 'panel'])('is all that a %s gets of the file', async (audience) => {
    const { client } = doctor;
    const { id, hash, copy } = await redacted();
    // The same file where nobody redacted it does not slip out there.
    const before = await client.evidence.get({ portfolioId, id });
    const [{ redacted: _, ...original } = { redacted: undefined }] = before.attachments;
    if (!('hash' in original)) throw new Error('no file');
    await client.evidence.create({
      portfolioId,
      item: { ...testItem, title: 'Again', attachments: [original] },
    });
    const other = await startApp(transport);
    try {
      await newVault(other, recipientProfile);
      await introduce(doctor, other);
      const to = await introduce(other, doctor);
      const contents = await client.packages.contents({ portfolioId, audience, exclude: [] });
      expect([contents.files, contents.bytes]).toEqual([1, copy.size]);
      const { bytes } = await writtenPackage(doctor, { portfolioId, audience, recipients: [to] });
      const { openId } = await previewOf(other, bytes);
      await merged(other, openId);
      expect(await bytesOf(other, portfolioId, hash)).toBeUndefined();
      expect(sha256((await bytesOf(other, portfolioId, copy.hash)) ?? nothing)).toBe(copy.hash);
      // Their vault is whole with the copy alone, as far as the redacted item goes, and they can work with the item.
      const {
        id: _id,
        createdAt,
        updatedAt,
        trashedAt,
        ...item
      } = await other.client.evidence.get({ portfolioId, id });
      expect((await other.client.evidence.update({ portfolioId, id, item })).attachments).toEqual(
        before.attachments,
      );
      expect([createdAt, updatedAt, trashedAt]).toHaveLength(3);
    } finally {
      await other.close();
    }
  });

  it('goes with its original only into everything for oneself, and into the open export', async () => {
    const { client } = doctor;
    const { hash, copy } = await redacted();
    const passphrase = 'four plain unrelated words';
    const contents = await client.packages.contents({ portfolioId, audience: 'self', exclude: [] });
    expect(contents.files).toBe(2);
    const { bytes } = await writtenPackage(doctor, { portfolioId, audience: 'self', passphrase });
    const laptop = await startApp(transport);
    try {
      await newVault(laptop, testProfile);
      await introduce(doctor, laptop);
      await merged(laptop, (await previewOf(laptop, bytes, passphrase)).openId);
      for (const kept of [hash, copy.hash])
        expect(sha256((await bytesOf(laptop, portfolioId, kept)) ?? nothing)).toBe(kept);
    } finally {
      await laptop.close();
    }
    const job = await ended(doctor, await client.yourData.exportAll({ portfolioId }));
    const { fileId } = openExportResultSchema.parse(job.result);
    const answer = await doctor.send(`/outgoing/${fileId}`);
    const files = await unzipped(new Uint8Array(await answer.arrayBuffer()));
    const hashes = new Map([...files].map(([path, content]) => [sha256(content), path]));
    expect(hashes.get(hash)).toMatch(/\/letter\.pdf$/);
    expect(hashes.get(copy.hash)).toMatch(/\/Redacted letter\.pdf$/);
  });
});
