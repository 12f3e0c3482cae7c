import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testItem,
  transports,
  upload,
  withPortfolio,
} from '#test/support/app-under-test.ts';

const nobody = crypto.randomUUID();
const bytes = (text: string) => new TextEncoder().encode(text);

describe.each(transports)('files that become drafts, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  beforeAll(async () => {
    under = await startApp(transport);
    portfolioId = await withPortfolio(under);
  });
  afterAll(() => under.close());

  const keep = async (name: string, text: string) =>
    under.client.files.keep({ portfolioId, name, uploadId: await upload(under, bytes(text)) });

  it('are suggested for by name and text, and known again by their content', async () => {
    const { intake, evidence } = under.client;
    const kept = await keep('scan.txt', 'Certificate: resuscitation update, 7 May 2023');
    const ask = { hash: kept.hash, name: 'scan.txt', modifiedOn: '2024-01-02' };
    const first = await intake.suggest({ portfolioId, files: [ask] });
    expect(first.files).toEqual([
      {
        hash: kept.hash,
        sameAs: [],
        suggestion: {
          title: 'Scan',
          type: { is: 'cpd', why: { from: 'text', says: ['certificate'] } },
          dates: { startedOn: '2023-05-07', endedOn: null, why: { from: 'text', says: ['7 May 2023'] } },
          capabilities: [{ code: 'IM7', why: { from: 'text', says: ['resuscitation'] } }],
        },
      },
    ]);
    const item = { ...testItem, title: 'It is here', attachments: [kept] };
    const { id } = await evidence.create({ portfolioId, item });
    const again = await intake.suggest({ portfolioId, files: [ask] });
    expect(again.files[0]?.sameAs).toEqual([{ id, title: 'It is here', trashed: false }]);
    expect(await refusal(intake.suggest({ portfolioId: nobody, files: [ask] }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'portfolio' },
    });
  });

  it('are made in one step, all or none, and taken back in one', async () => {
    const { intake, history } = under.client;
    const before = (await intake.drafts({ portfolioId })).rows.length;
    const items = await Promise.all(
      Array.from({ length: 30 }, async (_, at) => ({
        ...testItem,
        type: 'unsorted' as const,
        hours: null,
        title: `File ${at}`,
        attachments: [await keep(`file ${at}.txt`, `text ${at}`)],
      })),
    );
    const { ids } = await intake.addDrafts({ portfolioId, items });
    expect(ids).toHaveLength(30);
    expect((await intake.drafts({ portfolioId })).rows).toHaveLength(before + 30);
    const { undo } = await history.undoState({ portfolioId });
    expect(undo).toMatchObject({ action: 'evidence.add-files', count: 30 });
    await history.undo({ portfolioId, seq: undo?.seq ?? 0, to: undo?.to ?? 0 });
    expect((await intake.drafts({ portfolioId })).rows).toHaveLength(before);
    const wrong = items.map((item, at) =>
      at === 20 ? { ...item, links: [{ capability: 'NOPE', pages: '', note: '' }] } : item,
    );
    expect(await refusal(intake.addDrafts({ portfolioId, items: wrong }))).toEqual({
      code: 'INVALID',
      data: {
        issues: [{ path: ['items', 20, 'links', 0, 'capability'], code: 'unknown-capability' }],
      },
    });
    expect((await intake.drafts({ portfolioId })).rows).toHaveLength(before);
  });
});
