import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AppUnderTest,
  startApp,
  testItem,
  testPortfolio,
  testProfile,
} from '#test/support/app-under-test.ts';
import { introduce, merged, newVault, previewOf, writtenPackage } from '#test/support/package-apps.ts';
import { holding, movingClock, planFor, testPanel } from '#test/support/review-process.ts';

describe('the steps of one review on two laptops', () => {
  const { clock, setDay } = movingClock('2027-02-01');
  const panel = testPanel();
  let doctor: AppUnderTest;
  let chair: AppUnderTest;
  let portfolioId: string;
  let id: string;
  let rewritten: string;
  const people = { toChair: '', toDoctor: '' };
  beforeAll(async () => {
    [doctor, chair] = await Promise.all([
      startApp('in process', { clock }),
      startApp('in process', { clock }),
    ]);
    const profile = { name: panel.chair.name, roles: ['panel'], gmcNumber: null } as const;
    await Promise.all([newVault(doctor, testProfile), newVault(chair, profile)]);
    people.toChair = await introduce(chair, doctor);
    people.toDoctor = await introduce(doctor, chair);
    portfolioId = (await doctor.client.portfolios.create(testPortfolio)).id;
    const item = await doctor.client.evidence.create({
      portfolioId,
      item: { ...testItem, title: 'Handed in' },
    });
    rewritten = item.id;
    id = (await doctor.client.reviews.schedule({ portfolioId, plan: planFor(panel) })).id;
  });
  afterAll(() => Promise.all([doctor.close(), chair.close()]));

  const send = async (
    from: AppUnderTest,
    to: AppUnderTest,
    audience: 'panel' | 'doctor',
    recipient: string,
  ) => {
    const { bytes } = await writtenPackage(from, { portfolioId, audience, recipients: [recipient] });
    return merged(to, (await previewOf(to, bytes)).openId);
  };

  it('gives the panel what was handed in, in the words of then', async () => {
    const here = holding(doctor.client, portfolioId, id);
    await here.take(panel.chair.id, { kind: 'request-evidence' });
    await here.take('doctor', { kind: 'submit', withoutReport: 'None was asked for.' });
    await doctor.client.evidence.update({
      portfolioId,
      id: rewritten,
      item: { ...testItem, title: 'Rewritten since' },
    });
    await send(doctor, chair, 'panel', people.toChair);
    const there = holding(chair.client, portfolioId, id);
    expect(await there.state()).toMatchObject({
      state: 'submitted',
      broken: null,
      late: [{ title: 'Rewritten since', change: 'changed' }],
    });
    expect(await chair.client.reviewProcess.snapshotOf(there.at)).toMatchObject({
      missing: 0,
      items: [{ title: 'Handed in', since: 'changed' }],
    });
  });

  it('stops at steps that contradict each other, and goes on once one of them is settled for', async () => {
    const here = holding(doctor.client, portfolioId, id);
    const there = holding(chair.client, portfolioId, id);
    setDay('2027-03-02');
    const longer = { from: '2027-03-01', to: '2027-03-30' };
    const shorter = { from: '2027-03-01', to: '2027-03-05' };
    await there.take(panel.chair.id, { kind: 'change-window', window: longer, reason: 'Two are away.' });
    await here.take(panel.administrator.id, { kind: 'change-window', window: shorter, reason: 'The room.' });
    await send(chair, doctor, 'doctor', people.toDoctor);
    const contested = await here.state();
    expect(contested).toMatchObject({
      state: 'contested',
      ahead: [{ what: 'settle', who: ['chair', 'administrator'] }],
    });
    expect(contested.contested.map(({ by }) => [by.role, by.device])).toEqual(
      expect.arrayContaining([
        ['chair', null],
        ['administrator', testProfile.name],
      ]),
    );
    const keeps = contested.contested.find(({ by }) => by.role === 'chair')?.id ?? '';
    const settled = await here.take(panel.administrator.id, { kind: 'settle', keeps });
    expect(settled).toMatchObject({ state: 'open', window: longer, contested: [] });
    expect(settled.aside).toHaveLength(1);
    // The chair is told the same, and bringing it in twice changes nothing.
    await send(doctor, chair, 'panel', people.toChair);
    const told = await there.state();
    expect(told).toMatchObject({ state: 'open', window: longer });
    await send(doctor, chair, 'panel', people.toChair);
    expect(await there.state()).toEqual(told);
  });

  it('keeps what the chair signed and has not released from the doctor', async () => {
    const there = holding(chair.client, portfolioId, id);
    const { capabilities } = await chair.client.guidance.get({ packId: testPortfolio.packId });
    setDay('2027-03-15');
    await there.judgeAll(capabilities.map(({ code }) => code));
    await there.conclude();
    await chair.client.reviewProcess.judgedTogether({
      ...there.at,
      members: [
        { member: panel.chair.id, conflict: null },
        { member: panel.team.id, conflict: null },
      ],
    });
    await chair.client.reviews.sign({
      ...there.at,
      passphrase: 'a long test passphrase',
      identityCheck: 'own-profile',
      newKey: false,
    });
    await send(chair, doctor, 'doctor', people.toDoctor);
    const here = holding(doctor.client, portfolioId, id);
    expect((await here.state()).state).toBe('open');
    await there.take(panel.administrator.id, { kind: 'release' });
    await send(chair, doctor, 'doctor', people.toDoctor);
    expect((await here.state()).state).toBe('released');
    expect((await here.take('doctor', { kind: 'acknowledge' })).state).toBe('acknowledged');
  });
});
