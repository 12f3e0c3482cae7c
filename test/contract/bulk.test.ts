import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openExportResultSchema } from '#shared/contract/your-data.ts';
import { type BulkChange, bulkChanged } from '#shared/domain/evidence-list/bulk-change.ts';
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
const none = { count: 0, items: [] };
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
    ).toEqual({ changed: 1, unchanged: 1, refused: none });
    expect(
      await evidence.changeMany({ portfolioId, ids, change: { kind: 'move-link', from: 'IM7', to: 'IM1' } }),
    ).toEqual({ changed: 2, unchanged: 0, refused: none });
    expect(await links(a.id)).toEqual([{ capability: 'IM1', pages: 'p. 3', note: 'Led the arrest.' }]);
    expect(await links(b.id)).toEqual([{ capability: 'IM1', pages: '', note: '' }]);
    await evidence.changeMany({ portfolioId, ids, change: { kind: 'unlink', capability: 'IM1' } });
    expect(await links(a.id)).toEqual([]);
    const again = { portfolioId, ids, change: { kind: 'unlink', capability: 'IM1' } } as const;
    expect(await evidence.changeMany(again)).toEqual({ changed: 0, unchanged: 2, refused: none });
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
      refused: none,
    });
    expect((await evidence.ids({ portfolioId, ...everything, filter })).ids).toEqual([]);
    expect((await backups()).length).toBe(before + 1);
    expect((await backups())[0]?.reason).toBe('before-bulk-delete');
    await evidence.changeMany({ portfolioId, ids, change: { kind: 'restore' } });
    expect((await evidence.ids({ portfolioId, ...everything, filter })).ids).toEqual(ids);
  });

  it('changes type, dates, tags and drafts, and takes each of them back', async () => {
    const { evidence, history } = under.client;
    const a = await add('Dated A');
    const b = await evidence.create({
      portfolioId,
      item: { ...testItem, title: 'Dated B', startedOn: '2025-03-01', endedOn: '2025-03-11' },
    });
    const ids = [a.id, b.id];
    const read = () => Promise.all(ids.map((id) => evidence.get({ portfolioId, id })));
    const before = await read();
    const plain = (items: Awaited<ReturnType<typeof read>>) => items.map(({ updatedAt: _, ...item }) => item);
    const changes: readonly [BulkChange, object, object][] = [
      [
        { kind: 'date', startedOn: '2025-01-31' },
        { startedOn: '2025-01-31' },
        { startedOn: '2025-01-31', endedOn: '2025-02-10' },
      ],
      [{ kind: 'shift-date', days: -60 }, {}, { startedOn: '2024-12-31', endedOn: '2025-01-10' }],
      [{ kind: 'tag', tag: ' Night  shift ' }, { tags: ['Night shift'] }, { tags: ['Night shift'] }],
      [{ kind: 'draft' }, { draft: true }, { draft: true }],
    ];
    for (const [change, first, second] of changes) {
      expect(await evidence.changeMany({ portfolioId, ids, change })).toMatchObject({
        changed: 2,
        refused: none,
      });
      expect(await read()).toMatchObject([first, second]);
      const { undo } = await history.undoState({ portfolioId });
      await history.undo({ portfolioId, seq: undo?.seq ?? 0, to: undo?.to ?? 0 });
      expect(plain(await read())).toEqual(plain(before));
    }
    await evidence.changeMany({ portfolioId, ids, change: { kind: 'tag', tag: 'one' } });
    await evidence.changeMany({ portfolioId, ids, change: { kind: 'untag', tag: 'ONE' } });
    expect((await read()).map((item) => 'tags' in item)).toEqual([false, false]);
  });

  it('makes ready and gives a type only where that fits, and names the others', async () => {
    const { evidence } = under.client;
    const draft = { ...testItem, draft: true } as const;
    const [fit, unfit] = [
      await evidence.create({ portfolioId, item: { ...draft, title: 'Fit' } }),
      await evidence.create({
        portfolioId,
        item: { ...draft, title: 'Unsorted', type: 'unsorted', details: {} },
      }),
    ];
    const ids = [fit.id, unfit.id];
    expect(await evidence.changeMany({ portfolioId, ids, change: { kind: 'ready' } })).toEqual({
      changed: 1,
      unchanged: 0,
      refused: {
        count: 1,
        items: [{ id: unfit.id, title: 'Unsorted', issues: [{ path: ['type'], code: 'unsorted' }] }],
      },
    });
    expect(await evidence.get({ portfolioId, id: fit.id })).not.toHaveProperty('draft');
    expect((await evidence.get({ portfolioId, id: unfit.id })).draft).toBe(true);
    const change = { kind: 'type', type: 'reflection' } as const;
    expect(await evidence.changeMany({ portfolioId, ids: [unfit.id], change })).toMatchObject({ changed: 1 });
    const detailed = await evidence.create({
      portfolioId,
      item: { ...testItem, title: 'Detailed', type: 'appraisal', details: { summary: 'Went well.' } },
    });
    expect(await evidence.changeMany({ portfolioId, ids: [detailed.id], change })).toMatchObject({
      changed: 0,
      refused: {
        items: [{ title: 'Detailed', issues: [{ path: ['details', 'summary'], code: 'unknown-field' }] }],
      },
    });
  });

  it('goes out as a table that no spreadsheet runs, or with the files', async () => {
    const { evidence, files, jobs } = under.client;
    const uploadId = await upload(under, new TextEncoder().encode('slides'));
    const kept = await files.keep({ portfolioId, uploadId, name: 'slides.txt' });
    const { id } = await evidence.create({
      portfolioId,
      item: { ...testItem, title: '=HYPERLINK("http://example.org")', place: '+44', attachments: [kept] },
    });
    const outcome = async (withFiles: boolean) => {
      const { jobId } = await evidence.exportMany({
        portfolioId,
        ids: [id],
        columns: ['place', 'dates', 'marks'],
        files: withFiles,
      });
      await expect.poll(async () => (await jobs.get({ id: jobId })).state).toBe('done');
      const made = openExportResultSchema.parse((await jobs.get({ id: jobId })).result);
      const file = under.app.ports.outbox.read(made.fileId);
      const chunks: Uint8Array[] = [];
      for await (const chunk of file?.bytes ?? []) chunks.push(chunk);
      return { ...made, bytes: Buffer.concat(chunks) };
    };
    const table = await outcome(false);
    expect(table.name).toMatch(/^Evidence \d{4}-\d{2}-\d{2}\.csv$/);
    const [head = '', line = ''] = table.bytes.toString('utf8').split('\r\n');
    expect(head).toBe('\ufeffTitle,Place,Started on,Ended on,Anonymised,Verified,Authenticated,Translated');
    expect(line).toMatch(/^"'=HYPERLINK\(.*",'\+44,\d{2}\/\d{2}\/\d{4},/);
    const archive = await outcome(true);
    expect(archive).toMatchObject({ items: 1, originals: 1 });
    expect(archive.bytes.subarray(0, 2).toString()).toBe('PK');
    expect(archive.bytes.includes(Buffer.from('slides.txt'))).toBe(true);
    expect(
      await refusal(evidence.exportMany({ portfolioId, ids: [nobody], columns: [], files: false })),
    ).toEqual({ code: 'NOT_FOUND', data: { what: 'evidence' } });
    expect(
      await refusal(
        evidence.exportMany({ portfolioId, ids: [id], columns: ['place', 'place'], files: false }),
      ),
    ).toMatchObject({ code: 'INVALID' });
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
