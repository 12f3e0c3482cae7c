import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActionInput } from '#shared/domain/supervision/tracked-action.ts';
import {
  type AppUnderTest,
  heard,
  refusal,
  startApp,
  testConclusion,
  testItem,
  testPassphrase,
  testPlan,
  transports,
  withPortfolio,
} from '#test/support/app-under-test.ts';

const nobody = crypto.randomUUID();
const day = '2026-11-20';
const clock = { now: () => new Date(`${day}T10:00:00.000Z`), today: () => day };
const action: ActionInput = {
  what: 'Lead one audit',
  measure: 'Report filed',
  owner: 'Dr Test Doctor (invented)',
  dueOn: '2026-11-01',
  capability: null,
};
const own = { kind: 'own', id: null } as const;

describe.each(transports)('actions, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  beforeAll(async () => {
    under = await startApp(transport, { clock });
  });
  afterAll(() => under.close());
  const add = async () => {
    const { id } = await under.client.actions.add({ portfolioId, action, origin: own });
    return { portfolioId, id };
  };
  const issuesOf = async (call: Promise<unknown>) => {
    const fault = await refusal(call);
    expect(fault.code).toBe('INVALID');
    return (fault.data as { issues: { code: string }[] }).issues.map(({ code }) => code);
  };

  it('need an open vault, and what they name', async () => {
    const { actions } = under.client;
    expect(await refusal(actions.list({ portfolioId: nobody }))).toMatchObject({ code: 'LOCKED' });
    portfolioId = await withPortfolio(under);
    const { dueOn: _, ...words } = action;
    for (const at of [
      { portfolioId: nobody, id: nobody, what: 'portfolio' },
      { portfolioId, id: nobody, what: 'action' },
    ]) {
      const { what, ...none } = at;
      for (const call of heard([
        actions.change({ ...none, action: words }),
        actions.progress({ ...none, text: 'Begun' }),
        actions.carryOver({ ...none, to: '2027-01-01', why: 'Late' }),
        actions.close({ ...none, status: 'done', evidence: [], note: 'x' }),
        actions.reopen({ ...none, why: 'More' }),
      ]))
        expect(await refusal(call)).toEqual({ code: 'NOT_FOUND', data: { what } });
    }
    for (const call of heard([
      actions.list({ portfolioId: nobody }),
      actions.add({ portfolioId: nobody, action, origin: own }),
    ]))
      expect(await refusal(call)).toEqual({ code: 'NOT_FOUND', data: { what: 'portfolio' } });
    for (const kind of ['meeting', 'feedback'] as const)
      expect(await refusal(actions.add({ portfolioId, action, origin: { kind, id: nobody } }))).toEqual({
        code: 'NOT_FOUND',
        data: { what: kind },
      });
    expect((await actions.list({ portfolioId })).actions).toEqual([]);
  });

  it('go on, are carried over and closed with evidence, and opened again', async () => {
    const { actions, evidence, history } = under.client;
    const at = await add();
    expect((await actions.list({ portfolioId })).actions[0]).toMatchObject({ overdue: true, setOn: day });
    await actions.progress({ ...at, text: 'Data collected' });
    expect(await issuesOf(actions.carryOver({ ...at, to: action.dueOn, why: 'x' }))).toEqual(['not-later']);
    const moved = await actions.carryOver({ ...at, to: '2027-01-31', why: 'Waiting for coding' });
    expect(moved).toMatchObject({ dueOn: '2027-01-31', overdue: false });
    const undone = async () => {
      const { undo } = await history.undoState({ portfolioId });
      await history.undo({ portfolioId, seq: undo?.seq ?? 0, to: undo?.to ?? undo?.seq ?? 0 });
      return (await actions.list({ portfolioId })).actions.find(({ id }) => id === at.id);
    };
    expect(await undone()).toMatchObject({ dueOn: action.dueOn, carriedOver: [], progress: [{ on: day }] });
    await actions.carryOver({ ...at, to: '2027-01-31', why: 'Waiting for coding' });
    const item = await evidence.create({ portfolioId, item: testItem });
    const close = { ...at, status: 'done', evidence: [item.id], note: '' } as const;
    expect(await refusal(actions.close({ ...close, evidence: [nobody] }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'evidence' },
    });
    expect(await issuesOf(actions.close({ ...close, evidence: [] }))).toEqual(['required']);
    expect(await issuesOf(actions.close({ ...close, status: 'dropped' }))).toEqual(['required']);
    expect(await actions.close(close)).toMatchObject({
      status: 'done',
      closedOn: day,
      evidence: [item.id],
      overdue: false,
    });
    const open = await actions.reopen({ ...at, why: 'The second cycle is missing' });
    expect(open).toMatchObject({
      status: 'open',
      closedOn: null,
      evidence: [item.id],
      carriedOver: [{ from: action.dueOn, to: '2027-01-31', why: 'Waiting for coding' }],
      progress: [{ text: 'Data collected' }],
      reopened: [{ why: 'The second cycle is missing', status: 'done', closedOn: day }],
    });
    await actions.close({ ...at, status: 'dropped', evidence: [], note: 'The ward closed' });
  });

  it('can do nothing out of order', async () => {
    const { actions } = under.client;
    const at = await add();
    expect(await refusal(actions.reopen({ ...at, why: 'x' }))).toEqual({
      code: 'ACTION_STATE',
      data: { status: 'open' },
    });
    const { dueOn: _, ...words } = action;
    expect(await actions.change({ ...at, action: { ...words, what: 'Lead two audits' } })).toMatchObject({
      what: 'Lead two audits',
      dueOn: action.dueOn,
    });
    expect(await issuesOf(actions.change({ ...at, action: { ...words, capability: 'NO1' } }))).toEqual([
      'unknown-capability',
    ]);
    expect(
      await issuesOf(actions.add({ portfolioId, action: { ...action, capability: 'NO1' }, origin: own })),
    ).toEqual(['unknown-capability']);
    await actions.close({ ...at, status: 'done', evidence: [], note: 'Filed' });
    for (const call of heard([
      actions.change({ ...at, action: words }),
      actions.progress({ ...at, text: 'x' }),
      actions.carryOver({ ...at, to: '2027-01-01', why: 'x' }),
      actions.close({ ...at, status: 'done', evidence: [], note: 'x' }),
    ]))
      expect(await refusal(call)).toEqual({ code: 'ACTION_STATE', data: { status: 'done' } });
  });

  it('lose nothing when many are written at once', async () => {
    const { actions } = under.client;
    const at = await add();
    const notes = Array.from({ length: 12 }, (_, number) => `Note ${number}`);
    await Promise.all(notes.map((text) => actions.progress({ ...at, text })));
    const listed = (await actions.list({ portfolioId })).actions.find(({ id }) => id === at.id);
    expect(listed?.progress.map(({ text }) => text).sort()).toEqual([...notes].sort());
  });

  it('of a signed review are followed under their own id, in the words that were signed', async () => {
    const { actions, reviews } = under.client;
    const set = { ...action, id: crypto.randomUUID(), what: 'Publish the audit', status: 'open' as const };
    const plan = testPlan();
    const review = await reviews.schedule({ portfolioId, plan });
    const { codes } = await under.client.coverage
      .map({ portfolioId })
      .then((map) => ({ codes: map.capabilities.map(({ code }) => code) }));
    for (const capability of codes)
      await reviews.judge({
        portfolioId,
        id: review.id,
        judgement: { capability, level: 'not-considered', reason: 'Not looked at.' },
      });
    await reviews.conclude({
      portfolioId,
      id: review.id,
      conclusion: { ...testConclusion, actions: [set] },
    });
    const before = await actions.list({ portfolioId });
    expect(before.actions.map(({ id }) => id)).not.toContain(set.id);
    await reviews.sign({
      portfolioId,
      id: review.id,
      passphrase: testPassphrase,
      identityCheck: 'photo-id',
      newKey: false,
    });
    const at = { portfolioId, id: set.id };
    const listed = async () => (await actions.list({ portfolioId })).actions.find(({ id }) => id === set.id);
    expect(await listed()).toMatchObject({ origin: { kind: 'review', id: review.id }, overdue: true });
    const { dueOn: _, ...words } = action;
    expect(await issuesOf(actions.change({ ...at, action: words }))).toEqual(['signed-words']);
    await actions.carryOver({ ...at, to: '2027-03-01', why: 'The journal asked for changes' });
    expect(await listed()).toMatchObject({
      what: 'Publish the audit',
      dueOn: '2027-03-01',
      setOn: plan.heldOn,
    });
    await actions.close({ ...at, status: 'done', evidence: [], note: 'Published' });
    expect(await listed()).toMatchObject({ status: 'done', closingNote: 'Published' });
    // The review itself says what it said.
    const { review: signed } = await reviews.get({ portfolioId, id: review.id });
    expect(signed.actions).toMatchObject([{ id: set.id, dueOn: action.dueOn, status: 'open' }]);
  });
});
