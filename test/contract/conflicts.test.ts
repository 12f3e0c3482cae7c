import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { contentOf } from '#shared/domain/merge/revision-content.ts';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testConclusion,
  testItem,
  testPlan,
  testPortfolio,
  transports,
  withPortfolio,
} from '#test/support/app-under-test.ts';

const nobody = crypto.randomUUID();
const other = { id: nobody, name: 'Dr Other Laptop (invented)', at: '2030-01-14T08:00:00.000Z' };

describe.each(transports)('conflicts, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  beforeAll(async () => {
    under = await startApp(transport, {
      clock: { now: () => new Date('2030-01-15T12:00:00Z'), today: () => '2030-01-15' },
    });
    portfolioId = await withPortfolio(under);
  });
  afterAll(() => under.close());

  /** What another laptop wrote after `parent`, merged in here. */
  async function mergeIn(collection: string, id: string, parent: string, value: object | null) {
    const { store } = await under.app.session.portfolio(portfolioId);
    const parents = [parent];
    const revision = under.app.ports.hash(contentOf({ collection, id, parents, value }));
    await store.merge('import.package', [{ revision, collection, id, parents, value, by: other }]);
    return revision;
  }
  const newest = async (collection: 'evidence' | 'reviews' | 'verifiers', id: string) =>
    (await under.client.history.versions({ portfolioId, collection, id })).versions[0]?.revision ?? '';
  const item = (id: string) => under.client.evidence.get({ portfolioId, id });

  /** An item that was changed here and on another laptop. */
  async function divided(theirs: (item: EvidenceItem) => EvidenceItem | null) {
    const made = await under.client.evidence.create({ portfolioId, item: testItem });
    const base = await newest('evidence', made.id);
    await under.client.evidence.update({
      portfolioId,
      id: made.id,
      item: { ...testItem, title: 'Ours', reflection: 'Written here.' },
    });
    await mergeIn('evidence', made.id, base, theirs(made));
    const at = { portfolioId, collection: 'evidence', id: made.id } as const;
    const conflict = await under.client.conflicts.get(at);
    return { made, at, conflict, sides: conflict.sides.map(({ revision }) => revision) };
  }

  it('shows both sides and what they started from, and keeps all of it when they are combined', async () => {
    const { conflicts, history } = under.client;
    const { made, at, conflict, sides } = await divided((was) => ({ ...was, reflection: 'Written there.' }));
    expect(await conflicts.list({ portfolioId })).toEqual([
      { collection: 'evidence', id: made.id, title: 'Ours', sides: 2 },
    ]);
    expect(conflict).toMatchObject({ title: 'Ours', hasBase: true, base: { title: testItem.title } });
    expect(conflict.sides).toMatchObject([
      { shown: true, sealed: false, by: { name: 'Dr Test Doctor (invented)' }, value: { title: 'Ours' } },
      { shown: false, sealed: false, by: other, value: { reflection: 'Written there.' } },
    ]);
    const combined = { ...(await item(made.id)), reflection: 'Written here.\n\nWritten there.' };
    await conflicts.settle({ ...at, sides, decision: { kind: 'combine', value: combined } });
    expect(await conflicts.list({ portfolioId })).toEqual([]);
    expect(await item(made.id)).toMatchObject({ title: 'Ours', reflection: combined.reflection });
    const kept = (await history.versions(at)).versions.map(({ revision }) => revision);
    expect(kept).toEqual(expect.arrayContaining([...sides]));

    // Undoing brings both sides back; redoing settles them again; and again.
    for (const _round of [1, 2]) {
      const { undo } = await history.undoState({ portfolioId });
      expect(undo).toMatchObject({ action: 'conflict.settle', count: 1 });
      await history.undo({ portfolioId, seq: undo?.seq ?? 0, to: undo?.to ?? 0 });
      expect((await item(made.id)).reflection).toBe('Written here.');
      expect(
        (await conflicts.get(at)).sides.map(({ value }) => Reflect.get(value as object, 'reflection')),
      ).toEqual(['Written here.', 'Written there.']);
      const { redo } = await history.undoState({ portfolioId });
      await history.redo({ portfolioId, seq: redo?.seq ?? 0 });
      expect(await conflicts.list({ portfolioId })).toEqual([]);
      expect((await item(made.id)).reflection).toBe(combined.reflection);
    }
  });

  it('holds for whatever a portfolio keeps: a verifier is chosen, and an earlier version brought back', async () => {
    const { conflicts, history, registers } = under.client;
    const input = {
      name: 'Dr Vera Example (invented)',
      kind: 'supervisor',
      post: 'Consultant',
      institution: 'Test Hospital (invented)',
      gmcNumber: null,
      email: '',
      phone: '',
      reachableUntil: null,
      note: '',
    } as const;
    const made = await registers.addVerifier({ portfolioId, verifier: input });
    const base = await newest('verifiers', made.id);
    await registers.updateVerifier({
      portfolioId,
      id: made.id,
      verifier: { ...input, phone: '01632 960001' },
    });
    await mergeIn('verifiers', made.id, base, { ...made, phone: '01632 960002' });
    const at = { portfolioId, collection: 'verifiers', id: made.id } as const;
    expect(await conflicts.list({ portfolioId })).toEqual([
      { collection: 'verifiers', id: made.id, title: input.name, sides: 2 },
    ]);
    const { sides } = await conflicts.get(at);
    const [, theirs = ''] = sides.map(({ revision }) => revision);
    const seen = sides.map(({ revision }) => revision);
    await conflicts.settle({ ...at, sides: seen, decision: { kind: 'choose', revision: theirs } });
    expect(await conflicts.list({ portfolioId })).toEqual([]);
    const phone = async () => {
      const { store } = await under.app.session.portfolio(portfolioId);
      return store.get('verifiers', made.id)?.phone;
    };
    expect(await phone()).toBe('01632 960002');
    await history.restore({ ...at, revision: base, seen: await newest('verifiers', made.id) });
    expect(await phone()).toBe('');
  });

  it('undoes an import that brought a conflict, and brings it back', async () => {
    const { conflicts, history } = under.client;
    const { made, at } = await divided((was) => ({ ...was, title: 'Theirs' }));
    const ours = await item(made.id);
    const { undo } = await history.undoState({ portfolioId });
    expect(undo).toMatchObject({ action: 'import.package', count: 1 });
    await history.undo({ portfolioId, seq: undo?.seq ?? 0, to: undo?.to ?? 0 });
    expect(await item(made.id)).toEqual(ours);
    expect(await conflicts.list({ portfolioId })).toEqual([]);
    const { redo } = await history.undoState({ portfolioId });
    await history.redo({ portfolioId, seq: redo?.seq ?? 0 });
    const { sides } = await conflicts.get(at);
    expect(sides.map(({ value, by }) => [Reflect.get(value as object, 'title'), by?.name])).toEqual([
      ['Ours', 'Dr Test Doctor (invented)'],
      ['Theirs', other.name],
    ]);
    await conflicts.settle({
      ...at,
      sides: sides.map(({ revision }) => revision),
      decision: { kind: 'choose', revision: sides[1]?.revision ?? '' },
    });
    expect((await item(made.id)).title).toBe('Theirs');
  });

  it('shows one that was deleted there and edited here', async () => {
    const { at, conflict, sides, made } = await divided(() => null);
    expect(conflict.sides[1]).toMatchObject({ value: null, by: other });
    await under.client.conflicts.settle({
      ...at,
      sides,
      decision: { kind: 'choose', revision: sides[1] ?? '' },
    });
    expect(await refusal(item(made.id))).toEqual({ code: 'NOT_FOUND', data: { what: 'evidence' } });
  });

  it('refuses to settle what nobody has seen, what is not there, and what no record can be', async () => {
    const { conflicts } = under.client;
    const { at, sides, made } = await divided((was) => ({ ...was, title: 'Theirs' }));
    const choose = (revision: string) => ({ kind: 'choose', revision }) as const;
    await under.client.evidence.update({ portfolioId, id: made.id, item: { ...testItem, title: 'Later' } });
    expect(await refusal(conflicts.settle({ ...at, sides, decision: choose(sides[0] ?? '') }))).toEqual({
      code: 'CHANGED_SINCE',
      data: { count: 1 },
    });
    const now = (await conflicts.get(at)).sides.map(({ revision }) => revision);
    expect(await refusal(conflicts.settle({ ...at, sides: now, decision: choose('f'.repeat(64)) }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'version' },
    });
    for (const value of [null, { ...made, title: '' }, { ...made, id: nobody }]) {
      expect(
        await refusal(conflicts.settle({ ...at, sides: now, decision: { kind: 'combine', value } })),
      ).toMatchObject({ code: 'INVALID' });
    }
    const nowhere = { code: 'NOT_FOUND', data: { what: 'conflict' } };
    expect(await refusal(conflicts.get({ ...at, id: nobody }))).toEqual(nowhere);
    expect(
      await refusal(conflicts.settle({ ...at, id: nobody, sides: now, decision: choose(now[0] ?? '') })),
    ).toEqual(nowhere);
    await conflicts.settle({ ...at, sides: now, decision: choose(now[0] ?? '') });
  });

  it('lets nothing take the place of a review that was signed', async () => {
    const { reviews, conflicts } = under.client;
    const { id } = await reviews.schedule({ portfolioId, plan: { ...testPlan(), heldOn: '2030-01-10' } });
    await reviews.conclude({
      portfolioId,
      id,
      conclusion: { ...testConclusion, nextReviewOn: '2031-01-10' },
    });
    const base = await newest('reviews', id);
    const draft = (await reviews.get({ portfolioId, id })).review;
    const pack = await under.client.guidance.get({ packId: testPortfolio.packId });
    for (const { code: capability } of pack.capabilities) {
      const judgement = { capability, level: 'developing', reason: 'Seen.' } as const;
      await reviews.judge({ portfolioId, id, judgement });
    }
    await reviews.sign({
      portfolioId,
      id,
      passphrase: 'the chair’s own passphrase',
      identityCheck: 'photo-id',
      newKey: false,
    });
    const theirs = await mergeIn('reviews', id, base, { ...draft, progressMade: 'Written elsewhere.' });
    const at = { portfolioId, collection: 'reviews', id } as const;
    const { sides } = await conflicts.get(at);
    expect(sides.map(({ sealed, shown }) => [sealed, shown])).toEqual([
      [true, true],
      [false, false],
    ]);
    const seen = sides.map(({ revision }) => revision);
    for (const decision of [
      { kind: 'choose', revision: theirs },
      { kind: 'combine', value: { ...draft, progressMade: 'Both.' } },
    ] as const) {
      expect(await refusal(conflicts.settle({ ...at, sides: seen, decision }))).toEqual({
        code: 'NOT_UNDOABLE',
        data: { why: 'sealed' },
      });
    }
    const signed = (await reviews.get({ portfolioId, id })).review;
    await conflicts.settle({ ...at, sides: seen, decision: { kind: 'choose', revision: seen[0] ?? '' } });
    expect((await reviews.get({ portfolioId, id })).review).toEqual(signed);
    expect(await conflicts.list({ portfolioId })).toEqual([]);
  });
});
