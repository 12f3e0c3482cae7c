import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Review } from '#shared/domain/review.ts';
import {
  type AppUnderTest,
  heard,
  refusal,
  startApp,
  testConclusion,
  testPassphrase,
  testPlan,
  testProfile,
  transports,
  upload,
  withPortfolio,
} from '#test/support/app-under-test.ts';
import { startTimestampAuthority, type TimestampAuthority } from '#test/support/timestamp-authority.ts';
import { opensslKeyFile } from '#test/support/trust-key-files.ts';

const password = 'file password';

describe.each(transports)('what the owner signs with, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  let authority: TimestampAuthority;
  beforeAll(async () => {
    under = await startApp(transport);
    portfolioId = await withPortfolio(under);
    authority = await startTimestampAuthority();
  });
  afterAll(async () => {
    await under.close();
    await authority.close();
  });

  /** A review the vault's owner chairs, ready to be signed. */
  const ready = async (): Promise<string> => {
    const { reviews, guidance } = under.client;
    const { name, gmcNumber } = testProfile;
    const plan = testPlan();
    const panel = plan.panel.map((member) =>
      member.role === 'chair' ? { ...member, name, gmcNumber } : member,
    );
    const { id } = await reviews.schedule({ portfolioId, plan: { ...plan, panel } });
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
  const sign = (id: string) =>
    under.client.reviews.sign({
      portfolioId,
      id,
      passphrase: testPassphrase,
      identityCheck: 'own-profile',
      newKey: false,
    });
  const verdictOf = async (review: Review) => {
    const answer = await under.send(`/blobs/${portfolioId}/${review.signOff?.report}`);
    const uploadId = await upload(under, new Uint8Array(await answer.arrayBuffer()));
    return under.client.verify.check({ uploadId });
  };
  const keyFile = async (options: Parameters<typeof opensslKeyFile>[0] = {}) =>
    upload(under, Uint8Array.from(opensslKeyFile({ kind: 'EC P-384', ...options }).file));

  it('is the device’s key, until an organisation’s comes, and again after it went', async () => {
    const { signing } = under.client;
    expect(await signing.get()).toMatchObject({
      device: { name: testProfile.name, algorithm: 'EC P-256' },
      organisation: null,
      timestampService: null,
    });
    expect(await verdictOf(await sign(await ready()))).toMatchObject({ signatures: [{ kind: 'device' }] });
    const imported = await signing.importKey({ uploadId: await keyFile(), password });
    expect(imported.organisation).toMatchObject({
      name: 'Dr Sample Organisation (invented)',
      issuer: 'Sample Issuer',
      algorithm: 'EC P-384',
    });
    // Another one takes its place.
    const again = await signing.importKey({ uploadId: await keyFile({ kind: 'RSA 2048' }), password });
    expect(again.organisation?.algorithm).toBe('RSA 2048');
    const verdict = await verdictOf(await sign(await ready()));
    expect(verdict).toMatchObject({
      status: 'valid',
      signatures: [
        {
          kind: 'organisation',
          signer: 'Dr Sample Organisation (invented)',
          known: true,
          certificate: again.organisation?.certificate,
          remarks: ['other-name'],
        },
      ],
    });
    // The card stays the device's, which is what others know.
    expect((await under.client.people.myCard()).card.certificates).toHaveLength(2);
    expect((await signing.removeKey()).organisation).toBeNull();
    expect((await signing.removeKey()).organisation).toBeNull();
    expect(await verdictOf(await sign(await ready()))).toMatchObject({ signatures: [{ kind: 'device' }] });
  });

  it('refuses a key file it cannot use, and leaves the present key', async () => {
    const { signing } = under.client;
    const before = await signing.get();
    expect(await refusal(signing.importKey({ uploadId: await keyFile(), password: 'wrong' }))).toEqual({
      code: 'KEY_FILE',
      data: { why: 'password' },
    });
    expect(
      await refusal(signing.importKey({ uploadId: await upload(under, new Uint8Array(9)), password })),
    ).toEqual({ code: 'KEY_FILE', data: { why: 'unreadable' } });
    expect(await refusal(signing.importKey({ uploadId: crypto.randomUUID(), password }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'upload' },
    });
    expect(await signing.get()).toEqual(before);
  });

  it('asks a timestamp service only while that is on, and sends nothing but a hash', async () => {
    const { signing } = under.client;
    const count = authority.requests.length;
    await sign(await ready());
    expect(authority.requests).toHaveLength(count);
    await signing.setTimestampService({ address: authority.address });
    expect(authority.requests).toHaveLength(count);
    const verdict = await verdictOf(await sign(await ready()));
    expect(verdict).toMatchObject({
      status: 'valid',
      signatures: [{ valid: true, timestamp: { authority: 'Sample Timestamp Service' } }],
    });
    expect(authority.requests).toHaveLength(count + 1);
    // A version, a SHA-256, a random number and a flag: there is no room for more.
    expect(authority.requests.at(-1)?.length).toBeLessThan(90);
  });

  it('signs nothing when no timestamp can be had, and signs without one', async () => {
    const { signing, reviews } = under.client;
    const id = await ready();
    const before = (await reviews.get({ portfolioId, id })).review;
    await signing.setTimestampService({ address: authority.address });
    for (const [answer, why] of [
      [{ status: 500, body: new Uint8Array() }, 'refused'],
      [{ status: 200, body: Buffer.from('nonsense') }, 'refused'],
      [{ status: 200, body: new Uint8Array(64 * 1024) }, 'invalid'],
      [{ status: 200, body: authority.tokenFor(authority.requests.at(-1) ?? expect.fail()) }, 'invalid'],
    ] as const) {
      authority.answerNext(answer);
      expect(await refusal(sign(id))).toEqual({ code: 'TIMESTAMP_FAILED', data: { why } });
    }
    await signing.setTimestampService({ address: 'http://127.0.0.1:9/' });
    expect(await refusal(sign(id))).toEqual({ code: 'TIMESTAMP_FAILED', data: { why: 'unreachable' } });
    expect((await reviews.get({ portfolioId, id })).review).toEqual(before);
    expect(await refusal(signing.setTimestampService({ address: 'ftp://stamp' }))).toMatchObject({
      code: 'INVALID',
    });
    await signing.setTimestampService({ address: null });
    expect(await verdictOf(await sign(id))).toMatchObject({ signatures: [{ timestamp: null }] });
  });

  it('is hidden while the vault is locked', async () => {
    await under.client.app.lock();
    const { signing } = under.client;
    for (const call of heard([
      signing.get(),
      signing.removeKey(),
      signing.setTimestampService({ address: null }),
      signing.importKey({ uploadId: crypto.randomUUID(), password }),
    ]))
      expect(await refusal(call)).toMatchObject({ code: 'LOCKED' });
  });
});
