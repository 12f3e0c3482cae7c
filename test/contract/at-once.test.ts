import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testConclusion,
  testItem,
  testPlan,
  withPortfolio,
} from '#test/support/app-under-test.ts';

/**
 * Changes of one record asked for before the one before is on disk: two tabs, a fast typist, a double click. In process,
 * where calls arrive in the order they were made.
 */
describe('changes at once', () => {
  let under: AppUnderTest;
  let portfolioId: string;
  let codes: readonly string[];
  beforeAll(async () => {
    under = await startApp('in process', {
      clock: { now: () => new Date('2030-01-15T12:00:00Z'), today: () => '2030-01-15' },
    });
    portfolioId = await withPortfolio(under);
    codes = (await under.client.guidance.get({ packId: 'general-internal-medicine' })).capabilities.map(
      ({ code }) => code,
    );
  });
  afterAll(() => under.close());

  const judge = (id: string, capability: string, reason = 'Seen.') =>
    under.client.reviews.judge({
      portfolioId,
      id,
      judgement: { capability, level: 'developing', reason },
    });
  const conclude = (id: string) =>
    under.client.reviews.conclude({ portfolioId, id, conclusion: testConclusion });
  const reviewOf = async (id: string) => (await under.client.reviews.get({ portfolioId, id })).review;

  it('keep every judgement and what the panel wrote', async () => {
    const { id } = await under.client.reviews.schedule({ portfolioId, plan: testPlan() });
    await Promise.all([...codes.map((code) => judge(id, code)), conclude(id)]);
    const review = await reviewOf(id);
    expect(review.judgements.map(({ capability }) => capability).toSorted()).toEqual(codes.toSorted());
    expect(review.progressMade).toBe(testConclusion.progressMade);
  });

  it('sign a review once, and no late save unsigns it', async () => {
    const { reviews } = under.client;
    const { id } = await reviews.schedule({ portfolioId, plan: testPlan() });
    await Promise.all([...codes.map((code) => judge(id, code)), conclude(id)]);
    const sign = () =>
      reviews.sign({
        portfolioId,
        id,
        passphrase: 'the chair’s own passphrase',
        identityCheck: 'photo-id',
        newKey: false,
      });
    const [first = '', second = ''] = codes;
    const signing = sign();
    const late = [refusal(sign()), refusal(judge(id, first, 'Late.')), refusal(judge(id, second, 'Late.'))];
    const signed = await signing;
    for (const { code } of await Promise.all(late)) expect(code).toBe('REVIEW_STATE');
    expect(await reviewOf(id)).toEqual(signed);
    const { store } = await under.app.session.portfolio(portfolioId);
    expect([...store.all('seals').values()].filter(({ subjectId }) => subjectId === id)).toHaveLength(1);
    expect(under.app.session.vault().profile.all('signers').size).toBe(2);
  });

  it('do not take an item out of the trash by saving it', async () => {
    const { evidence } = under.client;
    const { id } = await evidence.create({ portfolioId, item: testItem });
    await Promise.all([
      evidence.trash({ portfolioId, id }),
      evidence.update({ portfolioId, id, item: { ...testItem, title: 'Later title' } }),
    ]);
    const item = await evidence.get({ portfolioId, id });
    expect(item.trashedAt).not.toBeNull();
    expect(item.title).toBe('Later title');
  });
});
