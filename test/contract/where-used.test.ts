import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testItem,
  testProfile,
  transports,
} from '#test/support/app-under-test.ts';
import { filledPortfolio, newVault, writtenPackage } from '#test/support/package-apps.ts';

const nobody = crypto.randomUUID();
const everything = {
  filter: { text: '', types: [], capability: null, verified: null, trash: false },
  sort: { by: 'startedOn', direction: 'descending' },
  offset: 0,
  limit: 200,
} as const;

describe.each(transports)('where an item goes, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  let ids: { readonly first: string; readonly second: string };
  beforeAll(async () => {
    under = await startApp(transport);
    await newVault(under, testProfile);
    const filled = await filledPortfolio(under);
    portfolioId = filled.portfolioId;
    ids = { first: filled.first.id, second: filled.second.id };
  });
  afterAll(() => under.close());
  const used = (id: string) => under.client.evidence.whereUsed({ portfolioId, id });

  it('says of each package whether the item was in it', async () => {
    const { first, second } = ids;
    expect(await used(first)).toMatchObject({ sent: [], signOffs: 0 });
    await writtenPackage(under, {
      portfolioId,
      recipients: [],
      passphrase: 'four plain unrelated words',
      exclude: [second],
    });
    expect((await used(first)).sent).toMatchObject([{ audience: 'supervisor', people: [], had: true }]);
    expect((await used(second)).sent).toMatchObject([{ audience: 'supervisor', had: false }]);
    // Whoever looks at what the vault holds is not shown thousands of ids.
    const [travel] = (await under.client.yourData.show()).travelled;
    expect(travel).not.toHaveProperty('items');
  });

  it('says who would be given it: a draft and the trash go to nobody else', async () => {
    const { evidence, packages } = under.client;
    const whys = async (id: string) =>
      Object.fromEntries((await used(id)).audiences.map(({ audience, why }) => [audience, why]));
    expect(await whys(ids.first)).toMatchObject({ supervisor: null, panel: null, self: null });
    const draft = await evidence.create({ portfolioId, item: { ...testItem, draft: true } });
    expect(await whys(draft.id)).toMatchObject({ supervisor: 'draft', panel: 'draft', self: null });
    const contents = await packages.contents({ portfolioId, audience: 'supervisor', exclude: [] });
    expect(contents.included.map(({ id }) => id)).not.toContain(draft.id);
    expect(contents.leftOut).toContainEqual(expect.objectContaining({ id: draft.id, why: 'draft' }));
    await evidence.trash({ portfolioId, id: draft.id });
    expect(await whys(draft.id)).toMatchObject({ supervisor: 'trash', self: null });
  });

  it('lists tags in use, in whatever case, the most used first', async () => {
    const { evidence } = under.client;
    const tags = async () => (await evidence.tags({ portfolioId })).tags;
    expect(await tags()).toEqual([]);
    await evidence.create({ portfolioId, item: { ...testItem, tags: ['ARCP 2026', 'sepsis'] } });
    const other = await evidence.create({ portfolioId, item: { ...testItem, tags: ['Sepsis'] } });
    expect(await tags()).toEqual([
      { tag: 'sepsis', items: 2 },
      { tag: 'ARCP 2026', items: 1 },
    ]);
    await evidence.trash({ portfolioId, id: other.id });
    expect((await tags()).map(({ items }) => items)).toEqual([1, 1]);
  });

  it('keeps rows of answers as they are, and refuses those that make no sense', async () => {
    const { evidence } = under.client;
    const counts = [
      { kind: 'Chest drain', number: 12, supervision: 'direct' },
      { kind: 'LP', number: 8 },
    ];
    const logbook = { ...testItem, type: 'logbook', hours: null, details: { cases: 20, counts } } as const;
    const { id } = await evidence.create({ portfolioId, item: logbook });
    expect((await evidence.get({ portfolioId, id })).details).toEqual({ cases: 20, counts });
    const wrong = { ...logbook, details: { cases: 20, counts: [{ number: -1 }, { horoscope: 'Leo' }] } };
    expect(await refusal(evidence.update({ portfolioId, id, item: wrong }))).toEqual({
      code: 'INVALID',
      data: {
        issues: [
          { path: ['item', 'details', 'counts', 0, 'number'], code: 'negative' },
          { path: ['item', 'details', 'counts', 1, 'horoscope'], code: 'unknown-field' },
        ],
      },
    });
  });

  it('is refused for what is not there, and while locked', async () => {
    const { evidence, app } = under.client;
    expect(await refusal(used(nobody))).toEqual({ code: 'NOT_FOUND', data: { what: 'evidence' } });
    expect(await refusal(evidence.tags({ portfolioId: nobody }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'portfolio' },
    });
    await app.lock();
    expect(await refusal(used(ids.first))).toMatchObject({ code: 'LOCKED' });
    expect(await refusal(evidence.tags({ portfolioId }))).toMatchObject({ code: 'LOCKED' });
  });
});

describe('where an item of the sample goes', () => {
  let under: AppUnderTest;
  beforeAll(async () => {
    under = await startApp('in process');
    await under.client.app.openSample();
  });
  afterAll(() => under.close());

  it('names the signed report by its own reference, and the review to come', async () => {
    const { evidence, portfolios, reviews } = under.client;
    const [portfolio] = await portfolios.list();
    const portfolioId = portfolio?.id ?? '';
    const { rows } = await evidence.list({ portfolioId, ...everything });
    const all = await Promise.all(
      rows.map(async ({ id, capabilities, startedOn }) => ({
        capabilities,
        startedOn,
        used: await evidence.whereUsed({ portfolioId, id }),
      })),
    );
    const signed = (await reviews.list({ portfolioId })).find(({ state }) => state === 'signed');
    const refs = all.flatMap(({ used }) => used.reviews.flatMap(({ ref }) => (ref === null ? [] : [ref])));
    expect(refs.length).toBeGreaterThan(20);
    expect(new Set(refs).size).toBe(refs.length);
    for (const { used, capabilities, startedOn } of all) {
      const open = used.reviews.filter(({ state }) => state !== 'signed');
      expect(open.length > 0).toBe(capabilities.length > 0);
      // What happened after the day of the review is in no report of it.
      if (startedOn > (signed?.heldOn ?? ''))
        expect(used.reviews.every(({ ref }) => ref === null)).toBe(true);
    }
  });
});
