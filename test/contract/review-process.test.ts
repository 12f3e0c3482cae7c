import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AppUnderTest,
  heard,
  refusal,
  startApp,
  testItem,
  testProfile,
  transports,
  withPortfolio,
} from '#test/support/app-under-test.ts';
import { holding, movingClock, planFor, testPanel } from '#test/support/review-process.ts';

const why = 'No report was asked for this time.';

describe.each(transports)('the steps of a review, %s', (transport) => {
  const { clock, setDay } = movingClock('2027-02-01');
  let under: AppUnderTest;
  let portfolioId: string;
  let codes: readonly string[];
  beforeAll(async () => {
    under = await startApp(transport, { clock });
    portfolioId = await withPortfolio(under);
    await under.client.evidence.create({ portfolioId, item: testItem });
    codes = (await under.client.guidance.get({ packId: 'general-internal-medicine' })).capabilities.map(
      ({ code }) => code,
    );
  });
  afterAll(() => under.close());

  const scheduled = async (rules: Parameters<typeof planFor>[1] = {}) => {
    setDay('2027-02-01');
    const panel = testPanel();
    const { id } = await under.client.reviews.schedule({ portfolioId, plan: planFor(panel, rules) });
    return { panel, id, ...holding(under.client, portfolioId, id) };
  };
  type Holding = Awaited<ReturnType<typeof scheduled>>;
  const handedIn = async (held: Holding) => {
    await held.take(held.panel.administrator.id, { kind: 'request-evidence' });
    return held.take('doctor', { kind: 'submit', withoutReport: why });
  };
  const together = (held: Holding, ...members: readonly (keyof Holding['panel'])[]) =>
    under.client.reviewProcess.judgedTogether({
      ...held.at,
      members: members.map((name) => ({ member: held.panel[name].id, conflict: null })),
    });
  const drafted = async (held: Holding) => {
    await handedIn(held);
    setDay('2027-03-15');
    await held.judgeAll(codes);
    await held.conclude();
    await together(held, 'chair', 'team');
  };
  const released = async (held: Holding) => {
    await drafted(held);
    await held.sign();
    await held.take(held.panel.administrator.id, { kind: 'release' });
  };
  const offered = async (held: Holding) =>
    (await held.state()).offers.filter((offer) => offer.why === null).map(({ kind }) => kind);

  it('goes from planning to acknowledging, and says who comes next', async () => {
    const held = await scheduled();
    expect(await held.state()).toMatchObject({
      state: 'scheduled',
      ahead: [{ what: 'request-evidence', by: '2027-03-01', overdue: false }],
    });
    await held.take(held.panel.chair.id, { kind: 'request-evidence' });
    expect((await held.state()).ahead).toMatchObject([
      { what: 'submit', who: ['doctor'], by: '2027-03-01', missing: ['supervisor-report'] },
    ]);
    const submitted = await held.take('doctor', { kind: 'submit', withoutReport: why });
    expect(submitted).toMatchObject({
      state: 'submitted',
      handedIn: { on: '2027-03-15', items: 1, withoutReport: why, late: 0 },
      steps: [
        { kind: 'request-evidence', by: { role: 'chair', device: testProfile.name } },
        { kind: 'submit', by: { role: 'doctor', device: null } },
      ],
      ahead: [{ what: 'open', who: [], by: '2027-03-01' }],
    });
    setDay('2027-03-01');
    expect((await held.state()).state).toBe('open');
    setDay('2027-03-16');
    expect((await held.state()).state).toBe('open');
    await held.judgeAll(codes);
    setDay('2027-03-20');
    // The window is over; what is begun is finished.
    expect(await held.state()).toMatchObject({
      state: 'drafted',
      quorum: { needed: 2, have: 0, possible: 4 },
      ahead: [{ what: 'sign', who: ['chair'], missing: expect.arrayContaining(['outcome', 'quorum']) }],
    });
    await held.conclude();
    await together(held, 'chair', 'external');
    await held.sign();
    expect((await held.state()).ahead).toMatchObject([{ what: 'release', who: ['chair', 'administrator'] }]);
    await held.take(held.panel.administrator.id, { kind: 'release' });
    expect(await held.state()).toMatchObject({
      state: 'released',
      // Ten working days after Saturday 20 March 2027.
      released: { on: '2027-03-20', respondBy: '2027-04-02' },
      ahead: [{ what: 'acknowledge' }, { what: 'ask-second-look', by: '2027-04-02' }],
    });
    await held.take('doctor', { kind: 'acknowledge' });
    expect((await held.state()).state).toBe('acknowledged');
    expect((await held.take('doctor', { kind: 'respond', text: 'Thank you.' })).steps.at(-1)).toMatchObject({
      kind: 'respond',
      text: 'Thank you.',
    });
  });

  it('refuses steps in the wrong order and changes nothing', async () => {
    const held = await scheduled();
    const { chair, administrator } = held.panel;
    const before = await held.state();
    for (const [as, step, why] of [
      ['doctor', { kind: 'submit', withoutReport: 'None.' }, 'not-now'],
      [chair.id, { kind: 'release' }, 'not-now'],
      ['doctor', { kind: 'acknowledge' }, 'not-now'],
      [chair.id, { kind: 'withdraw', reason: 'A slip.' }, 'not-now'],
      [administrator.id, { kind: 'settle', keeps: crypto.randomUUID() }, 'not-now'],
    ] as const)
      expect(await refusal(held.take(as, step))).toEqual({
        code: 'REVIEW_STEP',
        data: { why, state: 'scheduled' },
      });
    expect(await held.state()).toEqual(before);
    expect(await refusal(held.judgeAll(codes))).toEqual({
      code: 'REVIEW_NOT_OPEN',
      data: { state: 'scheduled', from: '2027-03-01', to: '2027-03-16' },
    });
    expect((await refusal(held.conclude())).code).toBe('REVIEW_NOT_OPEN');
    expect((await refusal(held.sign())).code).toBe('REVIEW_NOT_OPEN');
    expect((await refusal(together(held, 'chair'))).code).toBe('REVIEW_NOT_OPEN');
  });

  it('refuses whoever has no right to a step, and strangers', async () => {
    const held = await scheduled();
    const { supervisor, lay, administrator } = held.panel;
    const role = { code: 'REVIEW_STEP', data: { why: 'role', state: 'scheduled' } };
    for (const as of ['doctor', supervisor.id, lay.id] as const)
      expect(await refusal(held.take(as, { kind: 'request-evidence' }))).toEqual(role);
    expect(await refusal(held.take(crypto.randomUUID(), { kind: 'request-evidence' }))).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['as'], code: 'choice' }] },
    });
    await drafted(held);
    await held.sign();
    expect(await refusal(held.take(administrator.id, { kind: 'withdraw', reason: 'x' }))).toMatchObject({
      data: { why: 'role', state: 'signed' },
    });
    expect(await refusal(together(held, 'lay'))).toMatchObject({ code: 'REVIEW_NOT_OPEN' });
  });

  it('refuses a step over what has moved on since it was looked at', async () => {
    const held = await scheduled();
    await held.take(held.panel.chair.id, { kind: 'request-evidence' });
    const late = under.client.reviewProcess.take({
      ...held.at,
      after: null,
      as: held.panel.chair.id,
      step: { kind: 'postpone', reason: 'The panel is ill.', heldOn: null },
    });
    expect(await refusal(late)).toEqual({
      code: 'REVIEW_STEP',
      data: { why: 'moved-on', state: 'evidence-requested' },
    });
  });

  it('asks for a sealed supervisor’s report or the reason why there is none', async () => {
    const held = await scheduled();
    await held.take(held.panel.chair.id, { kind: 'request-evidence' });
    expect(await refusal(held.take('doctor', { kind: 'submit' }))).toEqual({
      code: 'REVIEW_STEP',
      data: { why: 'no-report', state: 'evidence-requested' },
    });
  });

  it('freezes what was handed in; what comes later is late until the chair lets it in', async () => {
    const held = await scheduled();
    const item = await under.client.evidence.create({
      portfolioId,
      item: { ...testItem, title: 'Handed in' },
    });
    await handedIn(held);
    await under.client.evidence.update({
      portfolioId,
      id: item.id,
      item: { ...testItem, title: 'Rewritten' },
    });
    const added = await under.client.evidence.create({ portfolioId, item: { ...testItem, title: 'Late' } });
    setDay('2027-03-02');
    expect(await held.state()).toMatchObject({
      handedIn: { late: 2 },
      late: [
        { title: 'Late', change: 'added' },
        { title: 'Rewritten', change: 'changed' },
      ],
    });
    const frozen = await under.client.reviewProcess.snapshotOf(held.at);
    const titles = frozen?.items.map(({ title }) => title) ?? [];
    expect(titles).toContain('Handed in');
    expect(titles).not.toContain('Late');
    expect(frozen?.items.find(({ id }) => id === item.id)).toMatchObject({ since: 'changed' });
    expect(
      await refusal(held.take(held.panel.team.id, { kind: 'admit-late', reason: 'Asked for.' })),
    ).toMatchObject({
      data: { why: 'role' },
    });
    await held.take(held.panel.chair.id, { kind: 'admit-late', reason: 'The course was last week.' });
    expect(await held.state()).toMatchObject({ handedIn: { late: 0 }, late: [] });
    expect((await under.client.reviewProcess.snapshotOf(held.at))?.items.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Late', 'Rewritten']),
    );
    expect(
      await refusal(held.take(held.panel.chair.id, { kind: 'admit-late', reason: 'Again.' })),
    ).toMatchObject({
      data: { why: 'nothing-late' },
    });
    await under.client.evidence.trash({ portfolioId, id: added.id });
    expect((await held.state()).late).toEqual([{ id: added.id, title: 'Late', change: 'removed' }]);
  });

  it('signs over what was handed in, not over what the portfolio holds by then', async () => {
    const held = await scheduled();
    await drafted(held);
    await under.client.evidence.create({
      portfolioId,
      item: { ...testItem, title: 'Never before the panel' },
    });
    const { signOff } = await held.sign();
    const model = await (await under.send(`/blobs/${portfolioId}/${signOff?.model}`)).json();
    const listed = (model as { evidence: { title: string }[] }).evidence.map(({ title }) => title);
    expect(listed).toContain(testItem.title);
    expect(listed).not.toContain('Never before the panel');
  });

  it('marks what is handed in after its day', async () => {
    const held = await scheduled();
    await held.take(held.panel.chair.id, { kind: 'request-evidence' });
    setDay('2027-03-04');
    const { remarks, state } = await held.take('doctor', { kind: 'submit', withoutReport: why });
    expect({ remarks, state }).toEqual({
      state: 'open',
      remarks: [{ kind: 'late', by: '2027-03-01', step: expect.any(String) }],
    });
  });

  it('lets a doctor take back what they handed in, until the panel has written', async () => {
    const held = await scheduled();
    await handedIn(held);
    expect(
      (await held.take('doctor', { kind: 'take-back', reason: 'A patient’s name was in it.' })).state,
    ).toBe('evidence-requested');
    expect(await under.client.reviewProcess.snapshotOf(held.at)).toBeNull();
    await held.take('doctor', { kind: 'submit', withoutReport: why });
    setDay('2027-03-10');
    await held.judgeAll(codes.slice(0, 1));
    expect(await refusal(held.take('doctor', { kind: 'take-back', reason: 'Again.' }))).toEqual({
      code: 'REVIEW_STEP',
      data: { why: 'not-now', state: 'drafted' },
    });
    const other = await scheduled();
    await handedIn(other);
    setDay('2027-03-10');
    await other.take(other.panel.chair.id, { kind: 'compare' });
    expect(await refusal(other.take('doctor', { kind: 'take-back', reason: 'Too late.' }))).toMatchObject({
      data: { why: 'compared' },
    });
  });

  it('cannot be signed by a panel that lost its quorum, and names who is missing and who has a conflict', async () => {
    const held = await scheduled({ quorum: 3 });
    await handedIn(held);
    setDay('2027-03-15');
    await held.judgeAll(codes);
    await held.conclude();
    await together(held, 'chair');
    expect(await refusal(held.sign())).toMatchObject({
      code: 'REVIEW_QUORUM',
      data: { needed: 3, finished: 1, conflicts: [] },
    });
    const { team, external, lay } = held.panel;
    const conflict = (member: string) => ({ member, conflict: 'Works with the doctor’s partner.' });
    await under.client.reviewProcess.judgedTogether({
      ...held.at,
      members: [conflict(team.id), conflict(external.id)],
    });
    expect(await refusal(held.sign())).toEqual({
      code: 'REVIEW_QUORUM',
      data: {
        needed: 3,
        finished: 1,
        unfinished: ['Dr Sam Supervisor (invented)'],
        conflicts: ['Dr Tess Team (invented)', 'Dr Ed External (invented)'],
      },
    });
    expect((await held.state()).ahead[0]?.missing).toEqual(['quorum-impossible']);
    expect(
      await refusal(
        under.client.reviewProcess.judgedTogether({
          ...held.at,
          members: [{ member: lay.id, conflict: null }],
        }),
      ),
    ).toEqual({ code: 'INVALID', data: { issues: [{ path: ['members', 0, 'member'], code: 'choice' }] } });
    expect((await held.state()).state).toBe('drafted');
  });

  it('says which member also supervises the doctor', async () => {
    const held = await scheduled();
    const { members } = await held.state();
    expect(members.filter(({ supervises }) => supervises).map(({ member }) => member)).toEqual([
      held.panel.supervisor.id,
    ]);
  });

  it('is withdrawn before release into a draft that is signed again; the signed one stays', async () => {
    const held = await scheduled();
    await drafted(held);
    const signed = await held.sign();
    const { state, next } = await held.take(held.panel.chair.id, {
      kind: 'withdraw',
      reason: 'The wrong outcome.',
    });
    expect(state).toBe('withdrawn');
    expect((await under.client.reviews.get({ portfolioId, id: held.id })).review).toEqual(signed);
    const again = holding(under.client, portfolioId, next ?? '');
    expect((await under.client.reviews.get(again.at)).review).toMatchObject({
      state: 'drafted',
      signOff: null,
      follows: { review: held.id, how: 'withdrawn', reason: 'The wrong outcome.' },
    });
    expect(await again.state()).toMatchObject({
      state: 'drafted',
      quorum: { have: 2 },
      handedIn: { late: 0 },
    });
    expect(await refusal(again.take('doctor', { kind: 'take-back', reason: 'x' }))).toMatchObject({
      data: { why: 'not-now' },
    });
    await again.conclude({ outcomeReason: 'Put right.' });
    expect((await again.sign()).state).toBe('signed');
    expect((await again.take(held.panel.chair.id, { kind: 'release' })).state).toBe('released');
    expect((await refusal(held.take(held.panel.chair.id, { kind: 'release' }))).code).toBe('REVIEW_STEP');
    expect((await refusal(held.sign())).code).toBe('REVIEW_STATE');
  });

  it('is amended after release on somebody’s authority, and signed, released and acknowledged again', async () => {
    const held = await scheduled();
    const action = {
      id: crypto.randomUUID(),
      what: 'Lead an audit to its second cycle',
      measure: 'Presented',
      owner: testProfile.name,
      dueOn: '2027-09-01',
      capability: null,
      status: 'open' as const,
    };
    await drafted(held);
    await held.conclude({ actions: [action] });
    const signed = await held.sign();
    expect(
      await refusal(held.take(held.panel.chair.id, { kind: 'amend', reason: 'x', authority: 'y' })),
    ).toMatchObject({ data: { why: 'not-now', state: 'signed' } });
    await held.take(held.panel.administrator.id, { kind: 'release' });
    await held.take('doctor', { kind: 'acknowledge' });
    await held.take('doctor', { kind: 'ask-second-look', reason: 'The audit was not counted.' });
    expect((await held.state()).ahead[0]).toMatchObject({ what: 'answer-second-look', who: ['chair'] });
    await held.take(held.panel.chair.id, {
      kind: 'answer-second-look',
      answer: 'will-amend',
      reason: 'It was overlooked.',
    });
    const { state, next } = await held.take(held.panel.administrator.id, {
      kind: 'amend',
      authority: 'Head of the programme (invented)',
      reason: 'An audit was overlooked.',
    });
    expect(state).toBe('amended');
    const again = holding(under.client, portfolioId, next ?? '');
    await again.conclude({ actions: [{ ...action, what: 'Write the audit up' }] });
    await again.sign();
    await again.take(held.panel.administrator.id, { kind: 'release' });
    expect((await again.take('doctor', { kind: 'acknowledge' })).state).toBe('acknowledged');
    expect((await under.client.reviews.get(held.at)).review).toEqual(signed);
    // The year after looks back at the amended one alone.
    const later = await under.client.reviews.schedule({
      portfolioId,
      plan: { ...planFor(testPanel()), heldOn: '2028-03-15' },
    });
    const { previousActions } = await under.client.reviews.get({ portfolioId, id: later.id });
    expect(previousActions.map(({ what }) => what)).toContain('Write the audit up');
    expect(previousActions.map(({ what }) => what)).not.toContain(action.what);
  });

  it('refuses a second look after its last day, and a second one', async () => {
    const held = await scheduled();
    await released(held);
    const { released: day } = await held.state();
    expect(day).toEqual({ on: '2027-03-15', respondBy: '2027-03-29' });
    setDay('2027-03-30');
    expect(await refusal(held.take('doctor', { kind: 'ask-second-look', reason: 'x' }))).toEqual({
      code: 'REVIEW_STEP',
      data: { why: 'response-over', state: 'released' },
    });
    setDay('2027-03-29');
    await held.take('doctor', { kind: 'ask-second-look', reason: 'A project is missing.' });
    expect(await refusal(held.take('doctor', { kind: 'ask-second-look', reason: 'x' }))).toMatchObject({
      data: { why: 'asked-already' },
    });
    await held.take(held.panel.chair.id, {
      kind: 'answer-second-look',
      answer: 'stands',
      reason: 'It was seen.',
    });
    expect(
      await refusal(
        held.take(held.panel.chair.id, { kind: 'answer-second-look', answer: 'stands', reason: 'x' }),
      ),
    ).toMatchObject({ data: { why: 'not-asked' } });
  });

  it('is postponed to another day with its own days moved, taken up again, or not held', async () => {
    const held = await scheduled();
    await held.take(held.panel.chair.id, { kind: 'request-evidence' });
    const { state } = await held.take(held.panel.administrator.id, {
      kind: 'postpone',
      reason: 'The chair is ill.',
      heldOn: '2027-04-14',
    });
    expect(state).toBe('postponed');
    expect((await under.client.reviews.get(held.at)).review).toMatchObject({
      heldOn: '2027-04-14',
      rules: { evidenceBy: '2027-03-31', window: { from: '2027-03-31', to: '2027-04-15' } },
    });
    expect(await offered(held)).toEqual(['resume', 'not-held']);
    expect((await held.take(held.panel.chair.id, { kind: 'resume' })).state).toBe('evidence-requested');
    await held.take(held.panel.chair.id, { kind: 'not-held', reason: 'The doctor left the Trust.' });
    expect(await held.state()).toMatchObject({ state: 'not-held', ahead: [] });
    expect(await offered(held)).toEqual([]);
    const plan = planFor(held.panel);
    expect((await refusal(under.client.reviews.replan({ ...held.at, plan }))).code).toBe('REVIEW_NOT_OPEN');
  });

  it('has its days changed by a step once something is handed in, and not by planning', async () => {
    const held = await scheduled();
    await handedIn(held);
    const plan = planFor(held.panel, { window: { from: '2027-03-05', to: '2027-03-20' } });
    expect(await refusal(under.client.reviews.replan({ ...held.at, plan }))).toEqual({
      code: 'INVALID',
      data: { issues: [{ path: ['plan', 'rules', 'window'], code: 'handed-in' }] },
    });
    setDay('2027-03-25');
    expect(await held.state()).toMatchObject({ state: 'shut', ahead: [{ what: 'change-window' }] });
    const window = { from: '2027-03-25', to: '2027-03-30' };
    await held.take(held.panel.administrator.id, {
      kind: 'change-window',
      window,
      reason: 'A member was ill.',
    });
    expect(await held.state()).toMatchObject({ state: 'open', window });
  });

  it('begins at once with everybody around one table', async () => {
    const held = await scheduled();
    const begin = { ...held.at, reason: 'Everybody is here.', withoutReport: why };
    expect(
      await refusal(under.client.reviewProcess.beginHere({ ...begin, as: held.panel.team.id })),
    ).toMatchObject({
      data: { why: 'role' },
    });
    expect((await held.state()).steps).toEqual([]);
    const view = await under.client.reviewProcess.beginHere({ ...begin, as: held.panel.chair.id });
    expect(view).toMatchObject({ state: 'open', window: { from: '2027-02-01', to: '2027-03-16' } });
    expect(view.steps.map(({ kind }) => kind)).toEqual(['request-evidence', 'submit', 'change-window']);
    expect(
      (await refusal(under.client.reviewProcess.beginHere({ ...begin, as: held.panel.chair.id }))).data,
    ).toEqual({ why: 'not-now', state: 'open' });
  });

  it('leaves reviews of earlier versions as they were', async () => {
    const { rules: _rules, ...plan } = planFor(testPanel());
    const { id } = await under.client.reviews.schedule({ portfolioId, plan });
    const held = holding(under.client, portfolioId, id);
    expect(await held.state()).toMatchObject({ state: 'scheduled', ahead: [], window: null });
    expect(await refusal(held.take(plan.panel[0]?.id ?? '', { kind: 'request-evidence' }))).toEqual({
      code: 'REVIEW_STEP',
      data: { why: 'earlier-review', state: 'scheduled' },
    });
    await held.judgeAll(codes.slice(0, 1));
    expect((await held.state()).state).toBe('drafted');
    expect(
      await refusal(under.client.reviews.replan({ ...held.at, plan: planFor(testPanel()) })),
    ).toMatchObject({ data: { issues: [{ code: 'handed-in' }] } });
  });

  it('knows no review that is not there', async () => {
    const at = { portfolioId, id: crypto.randomUUID() };
    const { reviewProcess } = under.client;
    for (const call of heard([
      reviewProcess.state(at),
      reviewProcess.snapshotOf(at),
      reviewProcess.take({ ...at, after: null, as: 'doctor', step: { kind: 'acknowledge' } }),
      reviewProcess.beginHere({ ...at, as: at.id, reason: 'Here.', withoutReport: '' }),
      reviewProcess.judgedTogether({ ...at, members: [{ member: at.id, conflict: null }] }),
    ]))
      expect(await refusal(call)).toEqual({ code: 'NOT_FOUND', data: { what: 'review' } });
  });
});
