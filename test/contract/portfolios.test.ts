import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testPassphrase,
  testPortfolio,
  transports,
  withPortfolio,
} from '#test/support/app-under-test.ts';

const nobody = crypto.randomUUID();

describe.each(transports)('portfolios and guidance, %s', (transport) => {
  let under: AppUnderTest;
  beforeEach(async () => {
    under = await startApp(transport);
  });
  afterEach(() => under.close());

  it('lists the packs with their provenance before any vault exists', async () => {
    const packs = await under.client.guidance.list();
    expect(packs.map(({ id }) => id)).toContain('general-internal-medicine');
    expect(packs.length).toBeGreaterThanOrEqual(5);
    for (const pack of packs) expect(pack.source.title).not.toBe('');
    expect((await under.client.guidance.get({ packId: packs[0]?.id ?? '' })).capabilities).toHaveLength(
      packs[0]?.capabilities.length ?? 0,
    );
    expect(await refusal(under.client.guidance.get({ packId: 'nothing' }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'guidance' },
    });
  });

  it('needs an open vault', async () => {
    expect(await refusal(under.client.portfolios.list())).toMatchObject({ code: 'LOCKED' });
    expect(await refusal(under.client.portfolios.create(testPortfolio))).toMatchObject({ code: 'LOCKED' });
    expect(await refusal(under.client.portfolios.get({ portfolioId: nobody }))).toMatchObject({
      code: 'LOCKED',
    });
    expect(await refusal(under.client.coverage.map({ portfolioId: nobody }))).toMatchObject({
      code: 'LOCKED',
    });
  });

  it('makes, changes and keeps a portfolio', async () => {
    const portfolioId = await withPortfolio(under);
    expect(await under.client.portfolios.list()).toMatchObject([
      { id: portfolioId, packId: testPortfolio.packId },
    ]);
    const changed = await under.client.portfolios.update({
      portfolioId,
      portfolio: { ...testPortfolio, targetDate: '2029-05-31' },
    });
    expect(changed.targetDate).toBe('2029-05-31');
    await under.client.app.lock();
    await under.client.app.unlock({ passphrase: testPassphrase });
    expect(await under.client.portfolios.get({ portfolioId })).toEqual(changed);
    expect((await under.client.coverage.map({ portfolioId })).targetDate).toBe('2029-05-31');
  });

  it('refuses an unknown specialty, a silent change of specialty, and portfolios that are not there', async () => {
    const portfolioId = await withPortfolio(under);
    expect(
      await refusal(under.client.portfolios.create({ ...testPortfolio, packId: 'nothing' })),
    ).toMatchObject({ code: 'NOT_FOUND' });
    expect(
      await refusal(
        under.client.portfolios.update({
          portfolioId,
          portfolio: { ...testPortfolio, packId: 'paediatrics' },
        }),
      ),
    ).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['portfolio', 'packId'], code: 'pack-fixed' }] },
    });
    for (const call of [under.client.portfolios.get, under.client.coverage.map]) {
      expect(await refusal(call({ portfolioId: nobody }))).toEqual({
        code: 'NOT_FOUND',
        data: { what: 'portfolio' },
      });
    }
    expect(await refusal(under.client.portfolios.get({ portfolioId: '../..' }))).toMatchObject({
      code: 'INVALID',
    });
  });

  it('counts coverage from the rules', async () => {
    const portfolioId = await withPortfolio(under);
    const map = await under.client.coverage.map({ portfolioId });
    expect(map.capabilities).toHaveLength(14);
    expect(map.capabilities.every(({ strength }) => strength === 'empty')).toBe(true);
  });
});
