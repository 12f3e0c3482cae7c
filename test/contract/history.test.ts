import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvidenceInput } from '#shared/domain/evidence.ts';
import {
  type AppUnderTest,
  heard,
  refusal,
  startApp,
  testConclusion,
  testItem,
  testPassphrase,
  testPlan,
  testPortfolio,
  transports,
  upload,
  withPortfolio,
} from '#test/support/app-under-test.ts';

const nobody = crypto.randomUUID();
const noRevision = 'f'.repeat(64);

describe.each(transports)('history, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  let now = Date.parse('2030-01-15T12:00:00Z');
  beforeAll(async () => {
    under = await startApp(transport, {
      clock: { now: () => new Date(now), today: () => '2030-01-15' },
    });
    portfolioId = await withPortfolio(under);
  });
  afterAll(() => under.close());

  const later = (seconds: number) => {
    now += seconds * 1000;
  };
  const add = (part: Partial<EvidenceInput> = {}) =>
    under.client.evidence.create({ portfolioId, item: { ...testItem, ...part } });
  const edit = (id: string, part: Partial<EvidenceInput>) =>
    under.client.evidence.update({ portfolioId, id, item: { ...testItem, ...part } });
  const item = (id: string) => under.client.evidence.get({ portfolioId, id });
  const state = () => under.client.history.undoState({ portfolioId });
  const undo = async () => {
    const { undo: step } = await state();
    if (step === null) throw new Error('nothing to undo');
    return under.client.history.undo({ portfolioId, seq: step.seq, to: step.to });
  };
  const redo = async () => {
    const { redo: step } = await state();
    if (step === null) throw new Error('nothing to redo');
    return under.client.history.redo({ portfolioId, seq: step.seq });
  };
  const versions = (id: string) => under.client.history.versions({ portfolioId, collection: 'evidence', id });
  const reopen = async () => {
    await under.client.app.lock();
    await under.client.app.unlock({ passphrase: testPassphrase });
  };

  it('undoes and redoes what was done, also after a restart', async () => {
    const made = await add({ title: 'Handover audit' });
    later(600);
    const edited = await edit(made.id, { title: 'Handover audit, second cycle' });
    later(600);
    const trashed = await under.client.evidence.trash({ portfolioId, id: made.id });
    expect((await state()).undo).toMatchObject({
      action: 'evidence.trash',
      count: 1,
      subject: { id: made.id, title: 'Handover audit, second cycle', exists: true },
    });
    await undo();
    expect(await item(made.id)).toEqual(edited);
    await reopen();
    const second = await undo();
    expect(second.done).toMatchObject({ action: 'evidence.update', count: 1 });
    expect(await item(made.id)).toEqual(made);
    await undo();
    expect(await refusal(item(made.id))).toEqual({ code: 'NOT_FOUND', data: { what: 'evidence' } });
    expect((await state()).redo).toMatchObject({
      action: 'evidence.create',
      subject: { title: 'Handover audit', exists: false },
    });
    await reopen();
    await redo();
    expect(await item(made.id)).toEqual(made);
    await redo();
    await redo();
    expect(await item(made.id)).toEqual(trashed);
    expect((await state()).redo).toBeNull();
    // What was redone can be undone again; a new change ends redoing.
    await undo();
    expect(await item(made.id)).toEqual(edited);
    await add();
    expect((await state()).redo).toBeNull();
    expect(await refusal(under.client.history.redo({ portfolioId, seq: 1 }))).toEqual({
      code: 'NOT_UNDOABLE',
      data: { why: 'nothing' },
    });
  });

  it('takes one spell of typing back as one step, and not what was typed long before', async () => {
    const made = await add({ title: 'Typed' });
    later(600);
    const first = await edit(made.id, { title: 'Typed', reflection: 'Before lunch.' });
    later(600);
    for (const reflection of ['A', 'A w', 'A whole', 'A whole sentence.']) {
      await edit(made.id, { title: 'Typed', reflection });
      later(2);
    }
    const { undo: step } = await state();
    expect((step?.to ?? 0) - (step?.seq ?? 0)).toBe(3);
    await undo();
    expect(await item(made.id)).toEqual(first);
    await redo();
    expect((await item(made.id)).reflection).toBe('A whole sentence.');
    await undo();
    await undo();
    expect(await item(made.id)).toEqual(made);
  });

  it('undoes a change of many items at once, later changes of other items notwithstanding', async () => {
    const items = await Promise.all(['One', 'Two', 'Three'].map((title) => add({ title })));
    const ids = items.map(({ id }) => id);
    const result = await under.client.evidence.changeMany({
      portfolioId,
      ids,
      change: { kind: 'unlink', capability: 'IM7' },
    });
    expect(result).toEqual({ changed: 3, unchanged: 0, refused: { count: 0, items: [] } });
    const mistake = (await state()).undo;
    expect(mistake).toMatchObject({ action: 'evidence.unlink', count: 3, subject: null });
    await add({ title: 'Something else' });
    await reopen();
    const at = { portfolioId, seq: mistake?.seq ?? 0, to: mistake?.to ?? 0 };
    expect((await under.client.history.undo(at)).done).toMatchObject({ count: 3 });
    expect(await Promise.all(ids.map(item))).toEqual(items);
    // Twice would undo what was done since.
    expect(await refusal(under.client.history.undo(at))).toEqual({
      code: 'CHANGED_SINCE',
      data: { count: 3 },
    });
  });

  it('refuses to undo what was changed since, and changes nothing', async () => {
    const [a, b] = [await add({ title: 'A' }), await add({ title: 'B' })];
    await under.client.evidence.changeMany({ portfolioId, ids: [a.id, b.id], change: { kind: 'trash' } });
    const step = (await state()).undo;
    await under.client.evidence.restore({ portfolioId, id: a.id });
    expect(
      await refusal(under.client.history.undo({ portfolioId, seq: step?.seq ?? 0, to: step?.to ?? 0 })),
    ).toEqual({ code: 'CHANGED_SINCE', data: { count: 1 } });
    expect((await item(b.id)).trashedAt).not.toBeNull();
    expect(await refusal(under.client.history.undo({ portfolioId, seq: 99_999, to: 99_999 }))).toEqual({
      code: 'NOT_UNDOABLE',
      data: { why: 'nothing' },
    });
  });

  it('undoes the settings of a portfolio, and the list of portfolios follows', async () => {
    const doctor = { name: 'Dr Wrong Name (invented)', gmcNumber: null };
    await under.client.portfolios.update({ portfolioId, portfolio: { ...testPortfolio, doctor } });
    await undo();
    expect((await under.client.portfolios.get({ portfolioId })).doctor).toEqual(testPortfolio.doctor);
    expect((await under.client.portfolios.list())[0]?.doctorName).toBe(testPortfolio.doctor.name);
  });

  it('undoes a review that is being held, never one that is signed', async () => {
    const { reviews, history } = under.client;
    const review = await reviews.schedule({ portfolioId, plan: { ...testPlan(), heldOn: '2030-01-10' } });
    later(600);
    const concluded = await reviews.conclude({
      portfolioId,
      id: review.id,
      conclusion: { ...testConclusion, nextReviewOn: '2031-01-10' },
    });
    later(600);
    const get = async () => (await reviews.get({ portfolioId, id: review.id })).review;
    await reviews.judge({
      portfolioId,
      id: review.id,
      judgement: { capability: 'IM7', level: 'limited', reason: 'A slip.' },
    });
    await undo();
    expect(await get()).toEqual(concluded);
    const pack = await under.client.guidance.get({ packId: testPortfolio.packId });
    for (const { code } of pack.capabilities) {
      await reviews.judge({
        portfolioId,
        id: review.id,
        judgement: { capability: code, level: 'developing', reason: 'Seen.' },
      });
    }
    const judged = (await state()).undo;
    await reviews.sign({
      portfolioId,
      id: review.id,
      passphrase: 'the chair’s own passphrase',
      identityCheck: 'photo-id',
      newKey: false,
    });
    const signed = await get();
    const sealed = { code: 'NOT_UNDOABLE', data: { why: 'sealed' } };
    const [newest] = (await history.activity({ portfolioId, before: null, limit: 1, kind: null, who: null }))
      .entries;
    expect(newest).toMatchObject({ action: 'review.sign', undoable: false });
    for (const step of [judged, newest]) {
      expect(await refusal(history.undo({ portfolioId, seq: step?.seq ?? 0, to: step?.to ?? 0 }))).toEqual(
        sealed,
      );
    }
    const past = await history.versions({ portfolioId, collection: 'reviews', id: review.id });
    const [seen, older] = past.versions;
    expect(
      await refusal(
        history.restore({
          portfolioId,
          collection: 'reviews',
          id: review.id,
          revision: older?.revision ?? '',
          seen: seen?.revision ?? '',
        }),
      ),
    ).toEqual(sealed);
    expect(await get()).toEqual(signed);
  });

  it('lists every version with what it did, and shows any of them beside the one before', async () => {
    const bytes = new TextEncoder().encode('a certificate');
    const uploadId = await upload(under, bytes);
    const file = await under.client.files.keep({ portfolioId, uploadId, name: 'certificate.txt' });
    const made = await add({ title: 'First words', attachments: [file] });
    later(600);
    await edit(made.id, {
      title: 'Second words',
      links: [...testItem.links, { capability: 'IM1', pages: '', note: '' }],
    });
    later(600);
    await under.client.evidence.trash({ portfolioId, id: made.id });
    const { title, versions: past } = await versions(made.id);
    expect(title).toBe('Second words');
    expect(past.map(({ action }) => action)).toEqual([
      'evidence.trash',
      'evidence.update',
      'evidence.create',
    ]);
    expect(past[1]).toMatchObject({
      by: { name: 'Dr Test Doctor (invented)' },
      newest: false,
      touched: { fields: ['title'], linked: ['IM1'], unlinked: [], filesAdded: 0, filesRemoved: 1 },
    });
    const shown = await under.client.history.version({
      portfolioId,
      collection: 'evidence',
      id: made.id,
      revision: past[1]?.revision ?? '',
    });
    expect(shown).toMatchObject({
      value: { title: 'Second words' },
      before: { title: 'First words' },
      now: { title: 'Second words', trashedAt: expect.any(String) },
    });

    // Restored with the file that was taken out since.
    const [newest, , first] = past;
    await under.client.history.restore({
      portfolioId,
      collection: 'evidence',
      id: made.id,
      revision: first?.revision ?? '',
      seen: newest?.revision ?? '',
    });
    expect(await item(made.id)).toEqual({ ...made, updatedAt: new Date(now).toISOString() });
    const answer = await under.send(`/blobs/${portfolioId}/${file.hash}?name=x&type=text/plain`);
    expect(await answer.text()).toBe('a certificate');
    expect((await versions(made.id)).versions).toHaveLength(4);
    await undo();
    expect((await item(made.id)).title).toBe('Second words');
  });

  it('refuses to restore over a version nobody has seen, and versions that are not there', async () => {
    const made = await add({ title: 'Seen' });
    later(600);
    await edit(made.id, { title: 'Seen again' });
    const { history } = under.client;
    const [newest, first] = (await versions(made.id)).versions;
    const at = { portfolioId, collection: 'evidence', id: made.id } as const;
    const revision = first?.revision ?? '';
    expect(await refusal(history.restore({ ...at, revision, seen: revision }))).toEqual({
      code: 'CHANGED_SINCE',
      data: { count: 1 },
    });
    const missing = { code: 'NOT_FOUND', data: { what: 'version' } };
    const seen = newest?.revision ?? '';
    expect(await refusal(history.restore({ ...at, revision: noRevision, seen }))).toEqual(missing);
    expect(await refusal(history.version({ ...at, revision: noRevision }))).toEqual(missing);
    expect(await refusal(history.versions({ ...at, id: nobody }))).toEqual(missing);
    for (const call of heard([
      history.undoState({ portfolioId: nobody }),
      history.activity({ portfolioId: nobody, before: null, limit: 5, kind: null, who: null }),
      history.undo({ portfolioId: nobody, seq: 1, to: 1 }),
      history.redo({ portfolioId: nobody, seq: 1 }),
    ])) {
      expect(await refusal(call)).toEqual({ code: 'NOT_FOUND', data: { what: 'portfolio' } });
    }
  });

  it('tells everything that was done, newest first, page by page, by kind', async () => {
    const ask = (before: number | null, limit: number, kind: 'undo' | null = null) =>
      under.client.history.activity({ portfolioId, before, limit, kind, who: null });
    const whole = await ask(null, 100);
    expect(whole.next).toBeNull();
    expect(whole.entries.at(-1)).toMatchObject({ seq: 1, action: 'portfolio.create', undoable: false });
    expect(whole.people).toMatchObject([{ name: 'Dr Test Doctor (invented)' }]);
    const paged = [];
    for (let next: number | null = null; ; ) {
      const page = await ask(next, 7);
      paged.push(...page.entries);
      next = page.next;
      if (next === null) break;
    }
    expect(paged).toEqual(whole.entries);
    const undone = (await ask(null, 100, 'undo')).entries;
    expect(undone.map(({ action }) => action)).toContain('redo');
    expect(undone.every(({ origin }) => origin !== null && !['undo', 'redo'].includes(origin))).toBe(true);
    const other = await under.client.history.activity({
      portfolioId,
      before: null,
      limit: 5,
      kind: null,
      who: nobody,
    });
    expect(other.entries).toEqual([]);
  });

  it.each([null, 7, {}, { portfolioId: 1 }, { portfolioId: nobody, seq: 0, to: -1 }])(
    'refuses garbage: %j',
    async (garbage) => {
      for (const call of [
        under.client.history.undo,
        under.client.history.versions,
        under.client.history.restore,
      ]) {
        expect(await refusal((call as (input: unknown) => Promise<unknown>)(garbage))).toMatchObject({
          code: 'INVALID',
        });
      }
    },
  );

  it('logs nothing of what was written', () => {
    expect(under.logged.join('\n')).not.toMatch(/Handover|certificate|Seen|words/);
  });
});
