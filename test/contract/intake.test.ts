import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testItem,
  transports,
  withPortfolio,
} from '#test/support/app-under-test.ts';

const nobody = crypto.randomUUID();

describe.each(transports)('drafts, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  beforeAll(async () => {
    under = await startApp(transport);
    portfolioId = await withPortfolio(under);
  });
  afterAll(() => under.close());

  const titles = async () =>
    (await under.client.intake.drafts({ portfolioId })).rows.map(({ title }) => title);

  it('are listed until they are finished or thrown away, and count nowhere', async () => {
    const { evidence, coverage } = under.client;
    const unsorted = { ...testItem, type: 'unsorted', hours: null, draft: true } as const;
    const first = await evidence.create({ portfolioId, item: { ...unsorted, title: 'First' } });
    const second = await evidence.create({ portfolioId, item: { ...unsorted, title: 'Second' } });
    await evidence.create({ portfolioId, item: { ...testItem, title: 'Finished at once' } });
    expect((await titles()).sort()).toEqual(['First', 'Second']);
    expect((await coverage.map({ portfolioId })).items).toBe(1);
    const { draft: _draft, ...finished } = { ...unsorted, type: 'cpd' as const, title: 'First' };
    await evidence.update({ portfolioId, id: first.id, item: finished });
    expect(await titles()).toEqual(['Second']);
    expect((await coverage.map({ portfolioId })).items).toBe(2);
    await evidence.trash({ portfolioId, id: second.id });
    expect(await titles()).toEqual([]);
  });

  it('may lack what their type needs, but not when they are finished', async () => {
    const { evidence } = under.client;
    const logbook = { ...testItem, type: 'logbook', hours: null, details: {}, draft: true } as const;
    const { id } = await evidence.create({ portfolioId, item: logbook });
    const { draft: _draft, ...finished } = logbook;
    expect(await refusal(evidence.update({ portfolioId, id, item: finished }))).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['item', 'details', 'cases'], code: 'required' }] },
    });
    const nonsense = { ...logbook, details: { cases: -1 } };
    expect(await refusal(evidence.update({ portfolioId, id, item: nonsense }))).toMatchObject({
      code: 'INVALID',
    });
    expect(await refusal(under.client.intake.drafts({ portfolioId: nobody }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'portfolio' },
    });
  });
});
