import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packById } from '#shared/guidance/packs.ts';
import { type AppUnderTest, startApp, testProfile } from '#test/support/app-under-test.ts';
import {
  filledPortfolio,
  introduce,
  jobFailure,
  merged,
  newVault,
  previewOf,
  recipientProfile,
  startOpening,
  writtenPackage,
} from '#test/support/package-apps.ts';

const gim = packById('general-internal-medicine');
if (gim === undefined) throw new Error('no pack');
const newer = {
  ...gim,
  version: '1.1.0',
  capabilities: gim.capabilities.filter(({ code }) => code !== 'G2'),
};

describe('guidance that only the doctor has', () => {
  let doctor: AppUnderTest;
  let supervisor: AppUnderTest;
  let to: string;
  let portfolioId: string;
  beforeEach(async () => {
    [doctor, supervisor] = await Promise.all([startApp('in process'), startApp('in process')]);
    await Promise.all([newVault(doctor, testProfile), newVault(supervisor, recipientProfile)]);
    to = await introduce(supervisor, doctor);
    await introduce(doctor, supervisor);
    ({ portfolioId } = await filledPortfolio(doctor));
  });
  afterEach(() => Promise.all([doctor.close(), supervisor.close()]));

  const sent = async () => (await writtenPackage(doctor, { portfolioId, recipients: [to] })).bytes;
  const keep = async () => merged(supervisor, (await previewOf(supervisor, await sent())).openId);
  const move = async (packId: string, version: string) =>
    doctor.client.guidance.move({ portfolioId, packId, version, mapping: [] });

  it('goes with the portfolio: both see the same, before and after the doctor moves', async () => {
    await keep();
    await doctor.client.guidance.save({ pack: newer });
    await move(gim.id, '1.1.0');
    await keep();
    expect((await supervisor.client.guidance.inUse({ portfolioId })).pack).toEqual(newer);
    expect(await supervisor.client.coverage.map({ portfolioId })).toEqual(
      await doctor.client.coverage.map({ portfolioId }),
    );
    // To another specialty altogether, and the supervisor's list of portfolios follows.
    await move('acute-internal-medicine', '1.0.0');
    await keep();
    expect((await supervisor.client.portfolios.list())[0]?.packId).toBe('acute-internal-medicine');
    // The supervisor's own list of packs is not touched by it.
    expect((await supervisor.client.guidance.list()).every(({ origin }) => origin === 'shipped')).toBe(true);
  });

  it('is refused when it is not sound', async () => {
    const { store } = await doctor.app.session.portfolio(portfolioId);
    const [portfolio] = store.all('portfolio').values();
    if (portfolio === undefined) throw new Error('no portfolio');
    const unsound = { ...newer, source: 'nowhere' };
    const value = { ...portfolio, packVersion: newer.version, pack: unsound };
    await store.commit('forged', [{ collection: 'portfolio', id: portfolio.id, value }]);
    expect(await jobFailure(supervisor, startOpening(supervisor, await sent()))).toEqual({
      code: 'PACKAGE_REFUSED',
      data: { why: 'guidance', entry: 'data/portfolio.json' },
    });
    const other = { ...portfolio, pack: { ...newer, id: 'other' } };
    await expect(
      store.commit('forged', [{ collection: 'portfolio', id: portfolio.id, value: other }]),
    ).rejects.toThrow();
  });
});
