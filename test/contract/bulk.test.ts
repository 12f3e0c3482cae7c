import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bulkChanged } from '#shared/domain/evidence-list/bulk-change.ts';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testItem,
  transports,
  withPortfolio,
} from '#test/support/app-under-test.ts';

const nobody = crypto.randomUUID();
const everything = {
  filter: { text: '', types: [], capability: null, verified: null, trash: false },
  sort: { by: 'title', direction: 'ascending' },
} as const;

describe.each(transports)('changes of many items, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  beforeAll(async () => {
    under = await startApp(transport);
    portfolioId = await withPortfolio(under);
  });
  afterAll(() => under.close());

  const add = (title: string, links = testItem.links) =>
    under.client.evidence.create({ portfolioId, item: { ...testItem, title, links } });
  const links = async (id: string) => (await under.client.evidence.get({ portfolioId, id })).links;

  it('link, unlink and move, keeping notes and pages, one line each', async () => {
    const { evidence, history } = under.client;
    const noted = [{ capability: 'IM7', pages: 'p. 3', note: 'Led the arrest.' }];
    const [a, b] = [await add('A', noted), await add('B', [])];
    const ids = [a.id, b.id, a.id];
    expect(
      await evidence.changeMany({ portfolioId, ids, change: { kind: 'link', capability: 'IM7' } }),
    ).toEqual({ changed: 1, unchanged: 1 });
    expect(
      await evidence.changeMany({ portfolioId, ids, change: { kind: 'move-link', from: 'IM7', to: 'IM1' } }),
    ).toEqual({ changed: 2, unchanged: 0 });
    expect(await links(a.id)).toEqual([{ capability: 'IM1', pages: 'p. 3', note: 'Led the arrest.' }]);
    expect(await links(b.id)).toEqual([{ capability: 'IM1', pages: '', note: '' }]);
    await evidence.changeMany({ portfolioId, ids, change: { kind: 'unlink', capability: 'IM1' } });
    expect(await links(a.id)).toEqual([]);
    const again = { portfolioId, ids, change: { kind: 'unlink', capability: 'IM1' } } as const;
    expect(await evidence.changeMany(again)).toEqual({ changed: 0, unchanged: 2 });
    const { entries } = await history.activity({
      portfolioId,
      before: null,
      limit: 3,
      kind: null,
      who: null,
    });
    expect(entries.map(({ action, count }) => [action, count])).toEqual([
      ['evidence.unlink', 2],
      ['evidence.move-link', 2],
      ['evidence.link', 1],
    ]);
  });

  it('goes to the trash and back as a whole, with a backup before many go', async () => {
    const { evidence } = under.client;
    for (let number = 0; number < 21; number += 1) await add(`Many ${String(number).padStart(2, '0')}`);
    const filter = { ...everything.filter, text: 'Many' };
    const { ids } = await evidence.ids({ portfolioId, ...everything, filter });
    expect(ids).toHaveLength(21);
    const backups = async () => {
      const { id, backups } = under.app.session.vault();
      return (await backups.list(await under.app.ports.backups.prepare(id))).backups;
    };
    const before = (await backups()).length;
    expect(await evidence.changeMany({ portfolioId, ids, change: { kind: 'trash' } })).toEqual({
      changed: 21,
      unchanged: 0,
    });
    expect((await evidence.ids({ portfolioId, ...everything, filter })).ids).toEqual([]);
    expect((await backups()).length).toBe(before + 1);
    expect((await backups())[0]?.reason).toBe('before-bulk-delete');
    await evidence.changeMany({ portfolioId, ids, change: { kind: 'restore' } });
    expect((await evidence.ids({ portfolioId, ...everything, filter })).ids).toEqual(ids);
  });

  it('is all or nothing', async () => {
    const { evidence } = under.client;
    const { id } = await add('Kept as it is');
    const trash = { kind: 'trash' } as const;
    expect(await refusal(evidence.changeMany({ portfolioId, ids: [id, nobody], change: trash }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'evidence' },
    });
    expect((await evidence.get({ portfolioId, id })).trashedAt).toBeNull();
    expect(
      await refusal(
        evidence.changeMany({
          portfolioId,
          ids: [id],
          change: { kind: 'move-link', from: 'IM7', to: 'NOPE' },
        }),
      ),
    ).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['change', 'to'], code: 'unknown-capability' }] },
    });
    expect(await refusal(evidence.changeMany({ portfolioId, ids: [], change: trash }))).toMatchObject({
      code: 'INVALID',
    });
    expect(await refusal(evidence.ids({ portfolioId: nobody, ...everything }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'portfolio' },
    });
  });
});

it('joins the notes of a link that is moved to where one is already', () => {
  const item = {
    ...testItem,
    id: nobody,
    createdAt: '2030-01-01T00:00:00.000Z',
    updatedAt: '2030-01-01T00:00:00.000Z',
    trashedAt: null,
    links: [
      { capability: 'IM1', pages: 'p. 1', note: 'One.' },
      { capability: 'IM7', pages: 'p. 7', note: 'x'.repeat(400) },
    ],
  };
  const moved = bulkChanged(item, { kind: 'move-link', from: 'IM7', to: 'IM1' }, item.updatedAt);
  // Both page ranges fit; both notes would not, and the one that was there stays.
  expect(moved?.links).toEqual([{ capability: 'IM1', pages: 'p. 1; p. 7', note: 'One.' }]);
});
