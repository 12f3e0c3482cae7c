import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Review, reviewSchema } from '#shared/domain/review.ts';
import {
  type AppUnderTest,
  startApp,
  testItem,
  testPlan,
  testProfile,
  upload,
} from '#test/support/app-under-test.ts';
import {
  filledPortfolio,
  introduce,
  merged,
  newVault,
  previewOf,
  recipientProfile,
  startWriting,
  writtenPackage,
} from '#test/support/package-apps.ts';

describe('what is not sent, and what is not taken', () => {
  let doctor: AppUnderTest;
  let panel: AppUnderTest;
  let to: string;
  beforeEach(async () => {
    [doctor, panel] = await Promise.all([startApp('in process'), startApp('in process')]);
    await Promise.all([newVault(doctor, testProfile), newVault(panel, recipientProfile)]);
    to = await introduce(panel, doctor);
    await introduce(doctor, panel);
  });
  afterEach(() => Promise.all([doctor.close(), panel.close()]));

  it('a review that says it is signed, without the seal of who signed it', async () => {
    const { portfolioId } = await filledPortfolio(doctor);
    const { client, app } = doctor;
    const scheduled = await client.reviews.schedule({ portfolioId, plan: testPlan() });
    const honest = await client.reviews.schedule({ portfolioId, plan: testPlan() });
    const { store } = await app.session.portfolio(portfolioId);
    const model = await store.blobs.put(
      (async function* () {
        yield Buffer.from('{"outcome":"whatever one likes"}');
      })(),
    );
    const forged: Review = reviewSchema.parse({
      ...store.get('reviews', scheduled.id),
      state: 'signed',
      signOff: {
        signedAt: '2026-11-21T12:00:00.000Z',
        signerName: 'Dr Test Chair (invented)',
        certificate: model.hash,
        identityCheck: 'photo-id',
        report: model.hash,
        model: model.hash,
        reportSize: model.size,
        fingerprint: model.hash,
      },
    });
    await store.commit('test.forge', [{ collection: 'reviews', id: forged.id, value: forged }]);
    const { bytes } = await writtenPackage(doctor, { portfolioId, audience: 'panel', recipients: [to] });
    const preview = await previewOf(panel, bytes);
    expect(preview.refused).toMatchObject([{ collection: 'reviews', id: forged.id, why: 'seal-missing' }]);
    expect(preview.counts.find(({ collection }) => collection === 'reviews')).toMatchObject({ new: 1 });
    await merged(panel, preview.openId);
    const theirs = (await panel.app.session.portfolio(portfolioId)).store;
    expect([...theirs.all('reviews').keys()]).toEqual([honest.id]);
    // Nor a file that only the forged one named.
    expect(await theirs.blobs.has(model.hash)).toBe(false);
  });

  it('an item with a file that runs', async () => {
    const { portfolioId } = await filledPortfolio(doctor);
    const { client } = doctor;
    const uploadId = await upload(doctor, Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]));
    const file = await client.files.keep({ portfolioId, uploadId, name: 'logbook.pdf' });
    const item = await client.evidence.create({ portfolioId, item: { ...testItem, attachments: [file] } });
    const contents = await client.packages.contents({ portfolioId, audience: 'self', exclude: [] });
    expect(contents.leftOut).toMatchObject([{ id: item.id, why: 'risky-file' }]);
    const { bytes } = await writtenPackage(doctor, { portfolioId, audience: 'panel', recipients: [to] });
    expect((await previewOf(panel, bytes)).about.files).toBe(1);
  });

  it('anything, when writing is cancelled', async () => {
    const { portfolioId } = await filledPortfolio(doctor);
    const { store } = await doctor.app.session.portfolio(portfolioId);
    const kept = await store.blobs.put(
      (async function* () {
        for (let piece = 0; piece < 40; piece += 1) yield Buffer.alloc(1024 ** 2, piece);
      })(),
    );
    await doctor.client.evidence.create({
      portfolioId,
      item: {
        ...testItem,
        attachments: [{ ...kept, name: 'large.pdf', mediaType: 'application/pdf' }],
      },
    });
    const { jobId } = await startWriting(doctor, { portfolioId, recipients: [to] });
    await expect
      .poll(() => doctor.client.jobs.get({ id: jobId }), { interval: 1, timeout: 20_000 })
      .toMatchObject({ step: 'writing' });
    expect(await doctor.client.jobs.cancel({ id: jobId })).toMatchObject({
      state: 'cancelled',
      result: null,
    });
  });
});
