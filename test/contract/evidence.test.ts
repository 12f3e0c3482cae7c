import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AppUnderTest,
  heard,
  refusal,
  startApp,
  testItem,
  testPassphrase,
  transports,
  upload,
  withPortfolio,
} from '#test/support/app-under-test.ts';

const nobody = crypto.randomUUID();
const everything = {
  filter: { text: '', types: [], capability: null, verified: null, trash: false },
  sort: { by: 'startedOn', direction: 'descending' },
  offset: 0,
  limit: 50,
} as const;

describe.each(transports)('evidence, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  beforeAll(async () => {
    under = await startApp(transport);
    portfolioId = await withPortfolio(under);
  });
  afterAll(() => under.close());

  it('is logged, listed, changed, trashed and restored, and outlives a restart', async () => {
    const { evidence } = under.client;
    const made = await evidence.create({ portfolioId, item: testItem });
    expect(await evidence.get({ portfolioId, id: made.id })).toEqual(made);
    const changed = await evidence.update({
      portfolioId,
      id: made.id,
      item: { ...testItem, title: 'Changed' },
    });
    expect(changed).toMatchObject({ title: 'Changed', createdAt: made.createdAt });
    expect((await evidence.list({ portfolioId, ...everything })).rows).toMatchObject([
      { id: made.id, title: 'Changed' },
    ]);

    expect((await evidence.trash({ portfolioId, id: made.id })).trashedAt).not.toBeNull();
    expect((await evidence.list({ portfolioId, ...everything })).total).toBe(0);
    expect(
      (await evidence.list({ portfolioId, ...everything, filter: { ...everything.filter, trash: true } }))
        .total,
    ).toBe(1);

    await under.client.app.lock();
    expect(await refusal(evidence.get({ portfolioId, id: made.id }))).toMatchObject({ code: 'LOCKED' });
    await under.client.app.unlock({ passphrase: testPassphrase });
    const restored = await evidence.restore({ portfolioId, id: made.id });
    expect(restored).toMatchObject({ title: 'Changed', trashedAt: null, links: testItem.links });
    const { capabilities } = await under.client.coverage.map({ portfolioId });
    expect(capabilities.find(({ code }) => code === 'IM7')?.items).toBe(1);
  });

  it.each([
    ['an empty title', { title: '  ' }, ['item', 'title'], 'required'],
    ['an end before its start', { endedOn: '2026-02-28' }, ['item', 'endedOn'], 'end-before-start'],
    ['negative hours', { hours: -1 }, ['item', 'hours'], 'negative'],
    [
      'a capability of no pack',
      { links: [{ capability: 'NOPE', pages: '', note: '' }] },
      ['item', 'links', 0, 'capability'],
      'unknown-capability',
    ],
    [
      'the same capability twice',
      { links: [testItem.links[0], testItem.links[0]] },
      ['item', 'links', 1, 'capability'],
      'linked-twice',
    ],
    [
      'a file nobody sent',
      { attachments: [{ hash: 'a'.repeat(64), name: 'x.pdf', mediaType: 'application/pdf', size: 3 }] },
      ['item', 'attachments', 0],
      'file-missing',
    ],
    [
      'a field its type has not',
      { details: { nonsense: 'x' } },
      ['item', 'details', 'nonsense'],
      'unknown-field',
    ],
  ])('refuses %s at its cause', async (_name, change, path, code) => {
    const before = (await under.client.evidence.list({ portfolioId, ...everything })).total;
    const refused = await refusal(
      under.client.evidence.create({ portfolioId, item: { ...testItem, ...change } as typeof testItem }),
    );
    expect(refused.code).toBe('INVALID');
    expect((refused.data as { issues: unknown[] }).issues).toContainEqual({ path, code });
    expect((await under.client.evidence.list({ portfolioId, ...everything })).total).toBe(before);
  });

  it('refuses items and portfolios that are not there', async () => {
    const { evidence } = under.client;
    const at = { portfolioId, id: nobody };
    for (const call of heard([
      evidence.get(at),
      evidence.trash(at),
      evidence.restore(at),
      evidence.update({ ...at, item: testItem }),
    ])) {
      expect(await refusal(call)).toEqual({ code: 'NOT_FOUND', data: { what: 'evidence' } });
    }
    for (const call of heard([
      evidence.create({ portfolioId: nobody, item: testItem }),
      evidence.list({ portfolioId: nobody, ...everything }),
    ])) {
      expect(await refusal(call)).toEqual({ code: 'NOT_FOUND', data: { what: 'portfolio' } });
    }
  });

  it.each([null, 7, 'x', [], {}, { portfolioId: 1 }, { __proto__: { portfolioId: nobody } }])(
    'refuses garbage: %j',
    async (garbage) => {
      for (const call of [
        under.client.evidence.list,
        under.client.evidence.create,
        under.client.evidence.get,
      ]) {
        expect(await refusal((call as (input: unknown) => Promise<unknown>)(garbage))).toMatchObject({
          code: 'INVALID',
        });
      }
    },
  );

  it('keeps a file’s own bytes, by content, and gives them back only as a download', async () => {
    const bytes = new Uint8Array(3 * 1024 * 1024 + 17).map((_, index) => (index * 31) % 251);
    const uploadId = await upload(under, bytes);
    const kept = await under.client.files.keep({ portfolioId, uploadId, name: '  slides — März.pptx ' });
    expect(kept).toEqual({
      hash: createHash('sha256').update(bytes).digest('hex'),
      name: 'slides — März.pptx',
      size: bytes.length,
      mediaType: expect.stringMatching(/\//),
    });
    const item = await under.client.evidence.create({
      portfolioId,
      item: { ...testItem, attachments: [kept] },
    });
    expect(item.attachments).toEqual([kept]);
    const answer = await under.send(
      `/blobs/${portfolioId}/${kept.hash}?name=${encodeURIComponent(kept.name)}&type=text/html`,
    );
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
  });

  it('finds the words of an attached file once it was read, and says where they are', async () => {
    const { evidence, files, documents } = under.client;
    const bytes = new TextEncoder().encode(
      'Minutes of the meeting\nThe résumé of Dr Sample (invented) was read.',
    );
    const kept = await files.keep({ portfolioId, uploadId: await upload(under, bytes), name: 'minutes.txt' });
    const { id } = await evidence.create({ portfolioId, item: { ...testItem, attachments: [kept] } });
    const found = async (text: string) =>
      (await evidence.list({ portfolioId, ...everything, filter: { ...everything.filter, text } })).rows;
    await documents.index({ portfolioId });
    await expect
      .poll(() => found('resume minutes -verified:yes'), { timeout: 20_000 })
      .toMatchObject([{ id, found: { in: 'files', around: 'minutes.txt' } }]);
    expect(await found('"dr sample"')).toMatchObject([
      { id, found: { in: 'file', file: 'minutes.txt', page: 1 } },
    ]);
    expect(await found('"sample dr"')).toEqual([]);
    const grouped = await evidence.list({ portfolioId, ...everything, group: 'capability' });
    expect(grouped.groups.reduce((sum, { count }) => sum + count, 0)).toBe(grouped.total);
  });

  it('refuses an upload that is not there or was already kept', async () => {
    const uploadId = await upload(under, new TextEncoder().encode('once'));
    await under.client.files.keep({ portfolioId, uploadId, name: 'once.txt' });
    expect(await refusal(under.client.files.keep({ portfolioId, uploadId, name: 'once.txt' }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'upload' },
    });
  });

  it('logs nothing of what was written', () => {
    expect(under.logged.join('\n')).not.toMatch(/life support|Changed|Test Hospital|slides/);
  });
});
