import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { FeedbackInput } from '#shared/domain/supervision/feedback.ts';
import {
  type AppUnderTest,
  heard,
  refusal,
  startApp,
  testItem,
  testPortfolio,
  transports,
  upload,
  withPortfolio,
} from '#test/support/app-under-test.ts';

const nobody = crypto.randomUUID();
const noRevision = '0'.repeat(64);
const said = (change: Partial<FeedbackInput>): FeedbackInput => ({
  verdict: 'accepted',
  comment: '',
  passage: null,
  sbi: null,
  ...change,
});
const accepted = said({});
const sbi = {
  situation: 'Take of 3 May (invented)',
  behaviour: 'Asked for help early',
  impact: 'The team knew what to do',
  nextStep: 'Lead the next take',
};
const visitor = { name: 'Dr Sue Visor (invented)', gmcNumber: '0000008', role: 'Consultant' };
const invalid = (path: readonly string[], code: string) => ({
  code: 'INVALID',
  data: { issues: [{ path, code }] },
});

describe.each(transports)('feedback and ratings, %s', (transport) => {
  let under: AppUnderTest;
  /** The owner's own, as a doctor; and another doctor's, whom they supervise. */
  let own: string;
  let theirs: string;
  beforeAll(async () => {
    under = await startApp(transport);
  });
  afterAll(() => under.close());

  const make = (portfolioId: string, change: Partial<EvidenceItem> = {}) =>
    under.client.evidence.create({ portfolioId, item: { ...testItem, ...change } });
  const revisionOf = async (portfolioId: string, item: string) =>
    (await under.client.feedback.ofItem({ portfolioId, item })).revision;
  const stateOf = async (portfolioId: string, item: string) =>
    (await under.client.feedback.ofItem({ portfolioId, item })).state;
  const give = async (item: string, feedback: FeedbackInput, portfolioId = theirs) =>
    under.client.feedback.give({
      portfolioId,
      item,
      revision: await revisionOf(portfolioId, item),
      feedback,
      inPerson: null,
    });
  const undo = async (portfolioId: string) => {
    const { undo: step } = await under.client.history.undoState({ portfolioId });
    await under.client.history.undo({ portfolioId, seq: step?.seq ?? 0, to: step?.to ?? 0 });
    return step?.action;
  };

  it('need an open vault, and what they name', async () => {
    const { feedback, ratings, supervisor } = under.client;
    expect(await refusal(feedback.ofItem({ portfolioId: nobody, item: nobody }))).toMatchObject({
      code: 'LOCKED',
    });
    own = await withPortfolio(under);
    theirs = (
      await under.client.portfolios.create({
        ...testPortfolio,
        doctor: { name: 'Dr Another Doctor (invented)', gmcNumber: '0000007' },
      })
    ).id;
    const gone = { portfolioId: nobody };
    const rating = { capability: 'IM1', level: 'direct', reason: 'Seen.', inPerson: null } as const;
    const giving = { item: nobody, revision: noRevision, feedback: accepted, inPerson: null };
    const missing = (what: string) => ({ code: 'NOT_FOUND', data: { what } });
    for (const call of heard([
      feedback.give({ ...gone, ...giving }),
      feedback.ofItem({ ...gone, item: nobody }),
      feedback.list({ ...gone, limit: 10 }),
      feedback.withdraw({ ...gone, id: nobody }),
      ratings.rate({ ...gone, ...rating }),
      ratings.list(gone),
      supervisor.doctor(gone),
      supervisor.queue({ ...gone, inPerson: null }),
      supervisor.look({ ...gone, upTo: 0 }),
    ]))
      expect(await refusal(call)).toEqual(missing('portfolio'));
    expect(await refusal(feedback.give({ portfolioId: theirs, ...giving }))).toEqual(missing('evidence'));
    expect(await refusal(feedback.ofItem({ portfolioId: theirs, item: nobody }))).toEqual(
      missing('evidence'),
    );
    expect(await refusal(feedback.withdraw({ portfolioId: theirs, id: nobody }))).toEqual(
      missing('feedback'),
    );
    expect(await refusal(ratings.rate({ portfolioId: theirs, ...rating, capability: 'XX9' }))).toEqual(
      missing('capability'),
    );
    expect(await refusal(ratings.rate({ portfolioId: theirs, ...rating, reason: ' ' }))).toEqual(
      invalid(['reason'], 'required'),
    );
  });

  it('accept, return, comment and see an item as it is now', async () => {
    const { id } = await make(theirs);
    expect(await stateOf(theirs, id)).toBe('none');
    await give(id, said({ verdict: 'seen' }));
    expect(await stateOf(theirs, id)).toBe('seen');
    await give(id, said({ verdict: 'returned', comment: 'Which hospital was it?' }));
    expect(await stateOf(theirs, id)).toBe('returned');
    await give(id, said({ sbi }));
    expect(await stateOf(theirs, id)).toBe('accepted');
    await give(id, said({ verdict: 'comment', comment: 'Good reflection.' }));
    const shown = await under.client.feedback.ofItem({ portfolioId: theirs, item: id });
    expect(shown).toMatchObject({ state: 'accepted', by: { verdict: 'accepted', sbi } });
    expect(
      shown.feedback.map(({ verdict, present, withdrawable }) => [verdict, present, withdrawable]),
    ).toEqual(['comment', 'accepted', 'returned', 'seen'].map((verdict) => [verdict, true, true]));
    expect(await refusal(give(id, said({ verdict: 'returned' })))).toEqual(
      invalid(['feedback', 'comment'], 'required'),
    );
    expect(await refusal(give(id, said({ sbi: { ...sbi, nextStep: '' } })))).toEqual(
      invalid(['feedback', 'sbi', 'nextStep'], 'required'),
    );
    const { counts, feedback, total } = await under.client.feedback.list({ portfolioId: theirs, limit: 2 });
    expect(counts).toMatchObject({ accepted: 1, none: 0 });
    expect([total, feedback.length, feedback[0]?.title]).toEqual([4, 2, testItem.title]);
  });

  it('stay with an item whose tags change, and are of an earlier version once its words do', async () => {
    const { client } = under;
    const { id } = await make(theirs, { title: 'Audit of handover' });
    await give(id, accepted);
    await client.evidence.changeMany({
      portfolioId: theirs,
      ids: [id],
      change: { kind: 'tag', tag: 'ward' },
    });
    expect(await stateOf(theirs, id)).toBe('accepted');
    await client.evidence.update({
      portfolioId: theirs,
      id,
      item: { ...testItem, title: 'Audit of handover', tags: ['ward'], reflection: 'I learnt to hand over.' },
    });
    const shown = await client.feedback.ofItem({ portfolioId: theirs, item: id });
    expect(shown.state).toBe('changed');
    const [first] = shown.feedback;
    expect(first).toMatchObject({ present: false, withdrawable: false });
    expect(await refusal(client.feedback.withdraw({ portfolioId: theirs, id: first?.id ?? '' }))).toEqual({
      code: 'CHANGED_SINCE',
      data: { count: 1 },
    });
  });

  it('are of the version that was looked at, and of nothing unfinished', async () => {
    const { client } = under;
    const { id } = await make(theirs);
    const revision = await revisionOf(theirs, id);
    await client.evidence.update({ portfolioId: theirs, id, item: { ...testItem, title: 'Another title' } });
    expect(
      await refusal(
        client.feedback.give({ portfolioId: theirs, item: id, revision, feedback: accepted, inPerson: null }),
      ),
    ).toEqual({ code: 'CHANGED_SINCE', data: { count: 1 } });
    const draft = await make(theirs, { draft: true });
    expect(await refusal(give(draft.id, accepted))).toEqual(invalid(['item'], 'draft'));
    await client.evidence.trash({ portfolioId: theirs, id });
    expect(await refusal(give(id, accepted))).toEqual({ code: 'NOT_FOUND', data: { what: 'evidence' } });
  });

  it('name the words they are about, of a file of the item', async () => {
    const { client } = under;
    const uploadId = await upload(under, Buffer.from('A letter (invented)'));
    const file = await client.files.keep({ portfolioId: theirs, uploadId, name: 'Letter.txt' });
    const { id } = await make(theirs, { attachments: [file] });
    const passage = { file: file.hash, from: 1, to: 1, quote: 'A letter' };
    expect((await give(id, said({ verdict: 'comment', comment: 'Here', passage }))).passage).toEqual(passage);
    expect(await refusal(give(id, said({ passage: { ...passage, file: noRevision } })))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'file' },
    });
  });

  it('are never a doctor’s own, under whatever name', async () => {
    const { client } = under;
    const { id } = await make(own);
    expect(await refusal(give(id, accepted, own))).toEqual(invalid(['inPerson'], 'own-evidence'));
    const revision = await revisionOf(own, id);
    const asSomebody = (inPerson: typeof visitor) =>
      client.feedback.give({ portfolioId: own, item: id, revision, feedback: accepted, inPerson });
    for (const mask of [
      { name: 'Another Name', gmcNumber: '0000009', role: '' },
      { name: 'dr test doctor (INVENTED)', gmcNumber: '0000009', role: '' },
    ])
      expect(await refusal(asSomebody(mask))).toEqual(invalid(['inPerson', 'name'], 'own-evidence'));
    expect(
      await refusal(
        client.ratings.rate({
          portfolioId: own,
          capability: 'IM1',
          level: 'direct',
          reason: 'Me',
          inPerson: { name: 'x', gmcNumber: '0000009', role: '' },
        }),
      ),
    ).toEqual(invalid(['inPerson', 'name'], 'own-evidence'));
    expect(await refusal(client.supervisor.queue({ portfolioId: own, inPerson: null }))).toEqual(
      invalid(['inPerson'], 'own-evidence'),
    );
    const given = await asSomebody(visitor);
    expect(given).toMatchObject({ by: visitor, device: 'Dr Test Doctor (invented)' });
    expect(await stateOf(own, id)).toBe('accepted');
    expect(await refusal(client.feedback.withdraw({ portfolioId: own, id: given.id }))).toEqual(
      invalid(['id'], 'not-own'),
    );
  });

  it('are found in the list, and an acceptance counts as seen while it is of the present version', async () => {
    const { client } = under;
    const found = async (text: string) =>
      (
        await client.evidence.list({
          portfolioId: theirs,
          filter: { text, types: [], capability: null, verified: null, trash: false },
          sort: { by: 'startedOn', direction: 'descending' },
          offset: 0,
          limit: 200,
        })
      ).rows;
    const titles = async (text: string) => (await found(text)).map(({ title }) => title).sort();
    const [good, back, plain] = [
      await make(theirs, { title: 'Zebra accepted' }),
      await make(theirs, { title: 'Zebra returned' }),
      await make(theirs, { title: 'Zebra new' }),
    ];
    const seen = async () => {
      const {
        items,
        signedOff,
        accepted: amount,
        capabilities,
      } = await client.coverage.seen({ portfolioId: theirs });
      expect(items).toBe(amount + signedOff);
      return [amount, capabilities.find(({ code }) => code === 'IM7')?.accepted];
    };
    const [before] = await seen();
    await give(good.id, accepted);
    await give(back.id, said({ verdict: 'returned', comment: 'Which one?' }));
    expect(await titles('zebra has:accepted')).toEqual([good.title]);
    expect(await titles('zebra has:returned')).toEqual([back.title]);
    expect(await titles('zebra -has:feedback')).toEqual([plain.title]);
    expect((await found('zebra has:feedback')).map(({ feedback }) => feedback).sort()).toEqual([
      'accepted',
      'returned',
    ]);
    expect((await found('"zebra new"'))[0]).not.toHaveProperty('feedback');
    expect(await seen()).toEqual([(before ?? 0) + 1, (before ?? 0) + 1]);
    const behind = await client.coverage.items({
      portfolioId: theirs,
      capability: null,
      expectation: null,
      measure: 'seen',
    });
    expect(behind.rows.map(({ id }) => id)).toContain(good.id);
    expect(behind.rows.map(({ id }) => id)).not.toContain(back.id);
    await client.evidence.update({
      portfolioId: theirs,
      id: good.id,
      item: { ...testItem, title: 'Zebra accepted', reflection: 'More.' },
    });
    expect(await titles('zebra has:accepted')).toEqual([]);
    expect(await seen()).toEqual([before, before]);
  });

  it('can be taken back, and undone and redone', async () => {
    const { client } = under;
    const { id } = await make(theirs);
    const given = await give(id, accepted);
    await client.feedback.withdraw({ portfolioId: theirs, id: given.id });
    expect(await stateOf(theirs, id)).toBe('none');
    expect(await undo(theirs)).toBe('feedback.withdraw');
    expect(await stateOf(theirs, id)).toBe('accepted');
    await give(id, said({ verdict: 'returned', comment: 'Once more, please.' }));
    expect(await undo(theirs)).toBe('feedback.return');
    expect(await stateOf(theirs, id)).toBe('accepted');
  });

  it('rate each capability from both sides', async () => {
    const { ratings } = under.client;
    const rate = (
      portfolioId: string,
      level: 'direct' | 'indirect',
      inPerson: typeof visitor | null = null,
    ) => ratings.rate({ portfolioId, capability: 'IM1', level, reason: 'Seen on the take.', inPerson });
    expect(await rate(own, 'direct')).toMatchObject({ side: 'doctor', device: null });
    expect(await rate(own, 'direct', visitor)).toMatchObject({ side: 'supervisor', by: visitor });
    await rate(own, 'indirect');
    expect(await ratings.list({ portfolioId: own })).toMatchObject({
      side: 'doctor',
      capabilities: [
        { capability: 'IM1', doctor: { level: 'indirect' }, supervisor: { level: 'direct' }, earlier: 1 },
      ],
    });
    expect(await rate(theirs, 'indirect')).toMatchObject({ side: 'supervisor', device: null });
    expect(await ratings.list({ portfolioId: theirs })).toMatchObject({ side: 'supervisor' });
    expect(await undo(theirs)).toBe('rating.give');
    expect((await ratings.list({ portfolioId: theirs })).capabilities).toEqual([]);
  });
});
