import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { PanelMember, Review } from '#shared/domain/review.ts';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testConclusion,
  testPassphrase,
  testPlan,
  transports,
  upload,
  withPortfolio,
} from '#test/support/app-under-test.ts';

const late = { clock: { now: () => new Date('2030-01-15T12:00:00Z'), today: () => '2030-01-15' } };
const own = 'a passphrase of their own';

const member = (name: string, role: PanelMember['role'], gmcNumber: string | null): PanelMember => ({
  id: crypto.randomUUID(),
  name,
  role,
  gmcNumber,
  organisation: '',
});
const chair = member('Dr Test Chair (invented)', 'chair', '0000008');
const supervisor = member('Dr Elsewhere Supervisor (invented)', 'supervisor', '0000007');
const lay = member('Ms Test Lay (invented)', 'lay', null);
const external = member('Dr Test External (invented)', 'external', '0000006');
const panel = [chair, supervisor, lay, external];

describe.each(transports)('a report several people sign, %s', (transport) => {
  /** The doctor's laptop, and the supervisor's. */
  let under: AppUnderTest;
  let elsewhere: AppUnderTest;
  let portfolioId: string;
  beforeAll(async () => {
    under = await startApp(transport, late);
    elsewhere = await startApp(transport, late);
    portfolioId = await withPortfolio(under);
    const { name, gmcNumber } = supervisor;
    await elsewhere.client.app.createVault({
      passphrase: testPassphrase,
      profile: { name, gmcNumber, roles: ['supervisor'] },
    });
  });
  afterAll(async () => {
    await under.close();
    await elsewhere.close();
  });

  const drafted = async (): Promise<string> => {
    const { reviews, guidance } = under.client;
    const { id } = await reviews.schedule({ portfolioId, plan: { ...testPlan(), panel } });
    const { capabilities } = await guidance.get({ packId: 'general-internal-medicine' });
    for (const { code } of capabilities)
      await reviews.judge({
        portfolioId,
        id,
        judgement: { capability: code, level: 'developing', reason: 'Seen.' },
      });
    await reviews.conclude({ portfolioId, id, conclusion: testConclusion });
    return id;
  };
  const byHand = { passphrase: own, identityCheck: 'photo-id', newKey: false } as const;
  const signed = async (): Promise<Review> =>
    under.client.reviews.sign({ portfolioId, id: await drafted(), ...byHand });
  const reportOf = async (review: Review): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await (await under.send(`/blobs/${portfolioId}/${review.signOff?.report}`)).arrayBuffer());
  const saved = async (at: AppUnderTest, id: string): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await (await at.send(`/outgoing/${id}`)).arrayBuffer());
  const check = async (at: AppUnderTest, pdf: Uint8Array<ArrayBuffer>) =>
    at.client.verify.check({ uploadId: await upload(at, pdf) });
  const signElsewhere = async (pdf: Uint8Array<ArrayBuffer>) =>
    elsewhere.client.verify.sign({
      uploadId: await upload(elsewhere, pdf),
      fieldName: `waymark-signature-${supervisor.id}`,
      passphrase: testPassphrase,
    });

  it('has a place for everybody, and each signs with a key of their own', async () => {
    const { reviews } = under.client;
    const review = await signed();
    const at = { portfolioId, id: review.id };
    const first = await reportOf(review);
    expect((await reviews.signers(at)).map(({ place }) => place)).toEqual([
      'signed',
      'empty',
      'empty',
      'empty',
    ]);
    const two = await reviews.addSignature({ ...at, ...byHand, member: lay.id });
    const three = await reviews.addSignature({
      ...at,
      ...byHand,
      member: external.id,
      passphrase: `${own}!`,
    });
    expect(three.signOff?.signatures).toMatchObject([
      { member: lay.id, name: lay.name, identityCheck: 'photo-id', report: two.signOff?.report },
      { member: external.id, report: three.signOff?.report },
    ]);
    const pdf = await reportOf(three);
    // What was kept before is the beginning of what is kept now, and stays kept by itself.
    expect(Buffer.from(pdf.subarray(0, first.length)).equals(first)).toBe(true);
    expect((await reportOf(review)).length).toBe(first.length);
    const verdict = await check(under, pdf);
    expect(verdict).toMatchObject({
      status: 'valid',
      signatures: [chair, lay, external].map(({ name }) => ({
        signer: name,
        valid: true,
        known: true,
        remarks: [],
      })),
    });
    expect(verdict.fields.filter((field) => !field.signed)).toMatchObject([
      { member: { name: supervisor.name } },
    ]);
    expect(verdict.fields.map(({ label }) => label)).toContain(
      'Signature of Dr Elsewhere Supervisor (invented) (Educational supervisor)',
    );
    expect((await reviews.signers(at)).map(({ place, standing }) => [place, standing])).toEqual([
      ['signed', 'known'],
      ['empty', 'new'],
      ['signed', 'known'],
      ['signed', 'known'],
    ]);
    expect(await refusal(reviews.addSignature({ ...at, ...byHand, member: lay.id }))).toEqual({
      code: 'SIGNED_COPY',
      data: { why: 'signed-already' },
    });
    expect(await refusal(reviews.addSignature({ ...at, ...byHand, member: crypto.randomUUID() }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'person' },
    });
    expect(
      await refusal(reviews.addSignature({ ...at, ...byHand, member: supervisor.id, passphrase: 'short' })),
    ).toMatchObject({ code: 'WEAK_PASSPHRASE' });
    expect(
      await refusal(
        reviews.addSignature({ ...at, ...byHand, member: supervisor.id, identityCheck: 'own-profile' }),
      ),
    ).toMatchObject({ code: 'INVALID' });
  });

  it('is signed only after its chair, and with the right passphrase', async () => {
    const { reviews } = under.client;
    const id = await drafted();
    const at = { portfolioId, id };
    expect(await refusal(reviews.addSignature({ ...at, ...byHand, member: lay.id }))).toMatchObject({
      code: 'REVIEW_STATE',
    });
    expect((await reviews.signers(at)).every(({ place }) => place === 'none')).toBe(true);
    await reviews.sign({ ...at, ...byHand });
    await reviews.addSignature({ ...at, ...byHand, member: lay.id });
    const next = await reviews.sign({ ...at, ...byHand, id: await drafted() });
    expect(
      await refusal(
        reviews.addSignature({
          ...at,
          ...byHand,
          id: next.id,
          member: lay.id,
          passphrase: 'not the one chosen',
        }),
      ),
    ).toMatchObject({ code: 'WRONG_PASSPHRASE' });
    expect(canonicalJson((await reviews.get({ portfolioId, id: next.id })).review)).toBe(canonicalJson(next));
  });

  it('goes to another laptop as the PDF itself, and comes back', async () => {
    const { reviews } = under.client;
    const review = await signed();
    const at = { portfolioId, id: review.id };
    const pdf = await reportOf(review);
    const seen = await check(elsewhere, pdf);
    expect(seen).toMatchObject({
      status: 'valid',
      signatures: [{ known: false, standing: { is: 'unknown', person: null } }],
    });
    expect(
      await refusal(
        elsewhere.client.verify.sign({
          uploadId: await upload(elsewhere, pdf),
          fieldName: `waymark-signature-${supervisor.id}`,
          passphrase: 'not the passphrase',
        }),
      ),
    ).toEqual({ code: 'WRONG_PASSPHRASE', data: {} });
    const { id, verdict } = await signElsewhere(pdf);
    expect(verdict.signatures.at(-1)).toMatchObject({
      signer: supervisor.name,
      valid: true,
      standing: { is: 'own' },
    });
    const back = await saved(elsewhere, id);
    const received = await reviews.receiveSigned({ ...at, uploadId: await upload(under, back) });
    expect(received.signOff?.signatures).toMatchObject([
      { member: supervisor.id, name: supervisor.name, identityCheck: null },
    ]);
    expect(Buffer.from(await reportOf(received)).equals(back)).toBe(true);
    // The same again holds nothing new, neither does what was there before.
    for (const known of [back, pdf])
      expect(await refusal(reviews.receiveSigned({ ...at, uploadId: await upload(under, known) }))).toEqual({
        code: 'SIGNED_COPY',
        data: { why: 'nothing-new' },
      });
    // The next person signs on top of it here.
    const both = await reviews.addSignature({ ...at, ...byHand, member: lay.id });
    expect(await check(under, await reportOf(both))).toMatchObject({
      status: 'valid',
      signatures: [{}, { signer: supervisor.name }, { signer: lay.name }],
    });
  });

  it('is not taken back when two signed the same copy, when it was changed, or when it is another', async () => {
    const { reviews } = under.client;
    const review = await signed();
    const at = { portfolioId, id: review.id };
    const pdf = await reportOf(review);
    const { id } = await signElsewhere(pdf);
    const theirs = await saved(elsewhere, id);
    const here = await reviews.addSignature({ ...at, ...byHand, member: lay.id });
    const other = await signed();
    const changed = Uint8Array.from(theirs);
    changed[2000] = (changed[2000] ?? 0) ^ 1;
    for (const [copy, why] of [
      [theirs, 'diverged'],
      [changed, 'not-valid'],
      [new TextEncoder().encode('no pdf'), 'not-valid'],
      [await reportOf(other), 'other-report'],
    ] as const)
      expect(await refusal(reviews.receiveSigned({ ...at, uploadId: await upload(under, copy) }))).toEqual({
        code: 'SIGNED_COPY',
        data: { why },
      });
    expect((await reviews.get(at)).review).toEqual(here);
    // One after the other: the copy of here, signed there, is taken.
    const again = await signElsewhere(await reportOf(here));
    const uploadId = await upload(under, await saved(elsewhere, again.id));
    expect((await reviews.receiveSigned({ ...at, uploadId })).signOff?.signatures).toHaveLength(2);
  });

  it('is signed elsewhere only while it holds, and in a place that is there and empty', async () => {
    const pdf = await reportOf(await signed());
    const changed = Uint8Array.from(pdf);
    changed[2000] = (changed[2000] ?? 0) ^ 1;
    const attempt = async (bytes: Uint8Array<ArrayBuffer>, fieldName: string) =>
      refusal(
        elsewhere.client.verify.sign({
          uploadId: await upload(elsewhere, bytes),
          fieldName,
          passphrase: testPassphrase,
        }),
      );
    const place = `waymark-signature-${supervisor.id}`;
    expect(await attempt(changed, place)).toEqual({ code: 'SIGNED_COPY', data: { why: 'not-valid' } });
    expect(await attempt(pdf, 'nobody')).toEqual({ code: 'SIGNED_COPY', data: { why: 'no-place' } });
    expect(await attempt(pdf, 'waymark-signature-chair')).toEqual({
      code: 'SIGNED_COPY',
      data: { why: 'signed-already' },
    });
    expect(
      await refusal(
        elsewhere.client.verify.sign({
          uploadId: crypto.randomUUID(),
          fieldName: place,
          passphrase: testPassphrase,
        }),
      ),
    ).toEqual({ code: 'NOT_FOUND', data: { what: 'upload' } });
  });

  it('lets nobody sign in somebody else’s place, and takes no copy in which one did', async () => {
    const review = await signed();
    const pdf = await reportOf(review);
    const fieldName = `waymark-signature-${external.id}`;
    expect(
      await refusal(
        elsewhere.client.verify.sign({
          uploadId: await upload(elsewhere, pdf),
          fieldName,
          passphrase: testPassphrase,
        }),
      ),
    ).toEqual({ code: 'SIGNED_COPY', data: { why: 'other-person' } });

    // By hand, as a program of one's own could.
    const { ports, session } = elsewhere.app;
    const own = [...session.vault().profile.all('signers').values()].find(({ owner }) => owner);
    if (own === undefined) throw new Error('the vault has no key of its owner');
    const signer = await ports.signers.open(own, null);
    const details = { fieldName, reason: 'Read and agreed', location: '', at: late.clock.now() };
    const forged = Uint8Array.from(await signer.signPdf(pdf, details, null));
    expect(await elsewhere.client.verify.check({ uploadId: await upload(elsewhere, forged) })).toMatchObject({
      status: 'valid',
      signatures: [{ remarks: [] }, { remarks: ['other-name'] }],
    });
    const uploadId = await upload(under, forged);
    expect(
      await refusal(under.client.reviews.receiveSigned({ portfolioId, id: review.id, uploadId })),
    ).toEqual({ code: 'SIGNED_COPY', data: { why: 'other-person' } });
  });
});
