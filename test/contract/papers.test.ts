import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Batch, batchWrittenSchema } from '#shared/contract/papers.ts';
import { largestLogo } from '#shared/domain/programme/letterhead.ts';
import { shortOfReview } from '#shared/domain/programme/papers.ts';
import type { ReportModel } from '#shared/domain/report-model.ts';
import {
  type AppUnderTest,
  heard,
  refusal,
  startApp,
  testConclusion,
  testPlan,
  testPortfolio,
  testProfile,
  transports,
  upload,
  withPortfolio,
} from '#test/support/app-under-test.ts';
import { unzipped } from '#test/support/open-archives.ts';
import { textOf } from '#test/support/report-judges.ts';
import { samplePng } from '#test/support/sample-logo.ts';

const nobody = crypto.randomUUID();
const chairPassphrase = 'the chair’s own passphrase';

describe.each(transports)('papers, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  let codes: readonly string[];
  beforeAll(async () => {
    // Late enough for every review here to have been held.
    under = await startApp(transport, {
      clock: { now: () => new Date('2030-01-15T12:00:00Z'), today: () => '2030-01-15' },
    });
    portfolioId = await withPortfolio(under);
    codes = (await under.client.guidance.get({ packId: 'general-internal-medicine' })).capabilities.map(
      ({ code }) => code,
    );
  });
  afterAll(() => under.close());

  const outgoing = async ({ fileId }: { readonly fileId: string }) => {
    const asked = await under.send(`/outgoing/${fileId}/ticket`, { method: 'POST' });
    const { ticket } = (await asked.json()) as { ticket: string };
    const answer = await under.send(`/outgoing/${fileId}?ticket=${ticket}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const signed = async (plan = testPlan()) => {
    const { reviews } = under.client;
    const at = { portfolioId, id: (await reviews.schedule({ portfolioId, plan })).id };
    for (const capability of codes)
      await reviews.judge({ ...at, judgement: { capability, level: 'developing', reason: 'Seen.' } });
    await reviews.conclude({ ...at, conclusion: testConclusion });
    return reviews.sign({ ...at, passphrase: chairPassphrase, identityCheck: 'photo-id', newKey: false });
  };

  it('keeps the names and the picture of the letterhead', async () => {
    const { papers } = under.client;
    expect(await papers.letterhead()).toEqual({ name: '', trust: '', logo: null });
    const names = { name: 'CESR programme (invented)', trust: 'Test NHS Trust (invented)' };
    expect(await papers.setLetterhead(names)).toEqual({ ...names, logo: null });
    const picture = samplePng();
    const { logo } = await papers.setLogo({ uploadId: await upload(under, picture) });
    expect(logo).toMatchObject({ mediaType: 'image/png', width: 460, height: 180 });
    expect(Buffer.from(logo?.base64 ?? '', 'base64').equals(picture)).toBe(true);
    expect(await papers.letterhead()).toEqual({ ...names, logo });
    expect(await papers.setLogo({ uploadId: null })).toEqual({ ...names, logo: null });
  });

  it('takes no picture that is not one, is too large, or cannot be drawn', async () => {
    const { papers } = under.client;
    const issue = (code: string) => ({ code: 'INVALID', data: { issues: [{ path: ['logo'], code }] } });
    const offered = async (bytes: Uint8Array<ArrayBuffer>) =>
      refusal(papers.setLogo({ uploadId: await upload(under, bytes) }));
    expect(await offered(new TextEncoder().encode('<svg onload="alert(1)"/>'))).toEqual(
      issue('picture-kind'),
    );
    expect(await offered(samplePng(4001, 2))).toEqual(issue('picture-size'));
    const torn = samplePng();
    torn.fill(7, 60, torn.length - 20);
    expect(await offered(torn)).toEqual(issue('picture-damaged'));
    expect(await offered(new Uint8Array(largestLogo + 1))).toEqual({
      code: 'FILE_TOO_LARGE',
      data: { size: largestLogo + 1, limit: largestLogo },
    });
    expect(await refusal(papers.setLogo({ uploadId: nobody }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'upload' },
    });
    expect((await papers.letterhead()).logo).toBeNull();
    expect(await refusal(papers.setLetterhead({ name: 'x'.repeat(161), trust: '' }))).toMatchObject({
      code: 'INVALID',
    });
  });

  it('puts the letterhead into the report, whose short form and response page name it', async () => {
    const { papers, reviews } = under.client;
    await papers.setLetterhead({ name: '', trust: 'Test NHS Trust (invented)' });
    const { logo } = await papers.setLogo({ uploadId: await upload(under, samplePng()) });
    const { id, signOff } = await signed();
    const model = JSON.parse(
      await (await under.send(`/blobs/${portfolioId}/${signOff?.model}`)).text(),
    ) as ReportModel;
    const { base64: _, ...facts } = logo ?? { base64: '' };
    expect(model.programme).toEqual({ name: '', trust: 'Test NHS Trust (invented)', logo: facts });
    const named = (signOff?.fingerprint.match(/.{4}/g) ?? []).slice(0, 3).join(' ');
    const short = await papers.shortForm({ portfolioId, id });
    expect(short.name).toMatch(/^Short report, .*\.pdf$/);
    const shortText = await textOf(await outgoing(short));
    expect(shortText).toContain(`Short form of record ${named}`);
    expect(shortText).toContain('This is not the signed original.');
    const response = await textOf(await outgoing(await papers.response({ portfolioId, id })));
    expect(response).toContain(`To record ${named}`);
    expect(response).toContain('There is room here to write by hand.');
    // The picture is gone from the settings: the names stand alone, and nothing is refused.
    await papers.setLogo({ uploadId: null });
    expect(await textOf(await outgoing(await papers.shortForm({ portfolioId, id })))).toContain(
      'Test NHS Trust',
    );
    expect(await refusal(papers.shortForm({ portfolioId, id: nobody }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'review' },
    });
    const draft = await reviews.schedule({ portfolioId, plan: testPlan() });
    for (const call of heard([
      papers.shortForm({ portfolioId, id: draft.id }),
      papers.response({ portfolioId, id: draft.id }),
    ]))
      expect(await refusal(call)).toEqual({ code: 'REVIEW_STATE', data: { state: 'scheduled' } });
  });

  it('prints a panel’s form, blank or with what is known, and notes what was typed in from it', async () => {
    const { papers, reviews, files } = under.client;
    const { id } = await reviews.schedule({ portfolioId, plan: testPlan() });
    const form = await outgoing(await papers.panelForm({ portfolioId, id }));
    const text = await textOf(form);
    for (const said of ['Dr Test Chair (invented)', 'Dr Test Doctor (invented)', ...codes])
      expect(text).toContain(said);
    expect(text).toContain(`Form ${shortOfReview(id)}, page 1 of`);
    const blank = await textOf(await outgoing(await papers.panelForm({ portfolioId, id: null })));
    expect(blank).not.toContain('Dr Test');
    expect(blank).toContain('Blank form, page 1 of');
    expect(await refusal(papers.panelForm({ portfolioId, id: nobody }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'review' },
    });

    const at = { portfolioId, id };
    const { hash, name, mediaType, size } = await files.keep({
      portfolioId,
      uploadId: await upload(under, samplePng()),
      name: 'form.png',
    });
    const scan = { hash, name, mediaType, size };
    const noted = await papers.typedIn({ ...at, on: '2026-11-10', scan });
    expect(noted.paper).toEqual({
      on: '2026-11-10',
      typedBy: 'Dr Test Doctor (invented)',
      typedAt: '2030-01-15T12:00:00.000Z',
      scan,
    });
    expect(await refusal(papers.typedIn({ ...at, on: '2030-01-16', scan }))).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['on'], code: 'in-future' }] },
    });
    const lost = { ...scan, hash: 'f'.repeat(64) };
    expect(await refusal(papers.typedIn({ ...at, on: '2026-11-10', scan: lost }))).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['scan'], code: 'file-missing' }] },
    });
    expect(await refusal(papers.typedIn({ ...at, id: nobody, on: '2026-11-10', scan: null }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'review' },
    });
    const rules = {
      evidenceBy: '2030-01-20',
      window: { from: '2030-01-25', to: '2030-02-25' },
      quorum: 1,
      responseDays: 10,
    };
    const planned = await reviews.schedule({
      portfolioId,
      plan: { ...testPlan(), heldOn: '2030-02-01', rules },
    });
    expect(
      await refusal(papers.typedIn({ portfolioId, id: planned.id, on: '2026-11-10', scan: null })),
    ).toMatchObject({ code: 'REVIEW_NOT_OPEN' });
    const done = await signed();
    expect(await refusal(papers.typedIn({ portfolioId, id: done.id, on: '2026-11-10', scan: null }))).toEqual(
      {
        code: 'REVIEW_STATE',
        data: { state: 'signed' },
      },
    );
  });

  it('writes the papers of several portfolios into one file, and the signed ones byte for byte', async () => {
    const { papers, portfolios, reviews, jobs } = under.client;
    const first = await signed();
    const other = (
      await portfolios.create({ ...testPortfolio, doctor: { name: 'Dr Second (invented)', gmcNumber: null } })
    ).id;
    const planned = await reviews.schedule({ portfolioId: other, plan: testPlan() });
    const both = [
      { portfolioId, id: first.id },
      { portfolioId: other, id: planned.id },
    ];
    expect(await papers.reviews()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...both[0], doctor: testProfile.name, signed: true }),
        expect.objectContaining({ ...both[1], doctor: 'Dr Second (invented)', signed: false }),
      ]),
    );
    const written = async (batch: Batch) => {
      const { jobId } = await papers.batch(batch);
      await expect.poll(async () => (await jobs.get({ id: jobId })).state, { timeout: 30_000 }).toBe('done');
      return batchWrittenSchema.parse((await jobs.get({ id: jobId })).result);
    };

    const [one] = both;
    if (one === undefined) throw new Error('no review');
    const zip = await written({ reviews: [one], what: ['full', 'short', 'form'], as: 'zip' });
    expect(zip.files).toBe(3);
    const entries = await unzipped(await outgoing(zip));
    expect([...entries.keys()].map((path) => path.split(',')[0]).sort()).toEqual([
      'Panel form',
      'Short report',
      'Signed report',
    ]);
    const report = [...entries].find(([path]) => path.startsWith('Signed report'))?.[1];
    const kept = await (await under.send(`/blobs/${portfolioId}/${first.signOff?.report}`)).arrayBuffer();
    expect(report?.equals(Buffer.from(kept))).toBe(true);

    const forms = await written({ reviews: both, what: ['form'], as: 'pdf' });
    expect(forms.files).toBe(2);
    const joined = await written({ reviews: [one], what: ['full', 'short'], as: 'pdf' });
    const text = await textOf(await outgoing(joined));
    expect(text).toContain('copy without signatures, page 1 of');
    expect(text).toContain('This is not the signed original.');

    expect(await refusal(papers.batch({ reviews: both, what: ['full'], as: 'zip' }))).toEqual({
      code: 'REVIEW_STATE',
      data: { state: 'scheduled' },
    });
    expect(
      await refusal(papers.batch({ reviews: [{ portfolioId, id: nobody }], what: ['form'], as: 'zip' })),
    ).toEqual({ code: 'NOT_FOUND', data: { what: 'review' } });
    const { jobId } = await papers.batch({
      reviews: Array.from({ length: 200 }, () => one),
      what: ['short'],
      as: 'zip',
    });
    expect((await jobs.cancel({ id: jobId })).state).toBe('cancelled');
  });
});
