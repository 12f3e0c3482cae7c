import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FeedbackInput } from '#shared/domain/supervision/feedback.ts';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testItem,
  testPortfolio,
  testProfile,
  transports,
} from '#test/support/app-under-test.ts';
import {
  introduce,
  merged,
  newVault,
  previewOf,
  recipientProfile,
  writtenPackage,
} from '#test/support/package-apps.ts';

const accepted: FeedbackInput = { verdict: 'accepted', comment: '', passage: null, sbi: null };

describe.each(transports)('the supervisor’s home, %s', (transport) => {
  let doctor: AppUnderTest;
  let under: AppUnderTest;
  let supervisorId: string;
  let portfolioId: string;
  let now = new Date('2026-03-10T09:00:00.000Z');
  const clock = { now: () => now, today: () => now.toISOString().slice(0, 10) };
  beforeAll(async () => {
    doctor = await startApp(transport);
    under = await startApp(transport, { clock });
  });
  afterAll(async () => {
    await doctor.close();
    await under.close();
  });
  const make = (title: string) =>
    doctor.client.evidence.create({ portfolioId, item: { ...testItem, title } });
  const send = async () => {
    const { bytes } = await writtenPackage(doctor, { portfolioId, recipients: [supervisorId] });
    const preview = await previewOf(under, bytes);
    await merged(under, preview.openId);
  };
  const give = async (item: string, feedback: FeedbackInput) => {
    const { revision } = await under.client.feedback.ofItem({ portfolioId, item });
    return under.client.feedback.give({ portfolioId, item, revision, feedback, inPerson: null });
  };
  const home = () => under.client.supervisor.doctor({ portfolioId });

  it('lists the doctors whose portfolios came', async () => {
    expect(await refusal(under.client.supervisor.doctors())).toMatchObject({ code: 'LOCKED' });
    await newVault(doctor, testProfile);
    await newVault(under, recipientProfile);
    supervisorId = await introduce(under, doctor);
    await introduce(doctor, under);
    portfolioId = (await doctor.client.portfolios.create(testPortfolio)).id;
    expect(await under.client.supervisor.doctors()).toEqual([]);
    await make('First course');
    await make('Second course');
    await send();
    expect(await under.client.supervisor.doctors()).toEqual([{ portfolioId, name: testProfile.name }]);
    expect(await doctor.client.supervisor.doctor({ portfolioId })).toMatchObject({
      own: true,
      waiting: { items: 0, answered: 0, since: null },
      toSend: 0,
    });
  });

  it('says what waits, and since the day it came here', async () => {
    expect(await home()).toMatchObject({
      own: false,
      doctor: testPortfolio.doctor,
      waiting: { items: 2, answered: 0, since: '2026-03-10' },
      changed: { lookedAt: null, added: 2, changed: 0 },
      nextMeeting: null,
      reportsDue: [],
      toSend: 0,
    });
    const { items } = await under.client.supervisor.queue({ portfolioId, inPerson: null });
    expect(items.map(({ why, since }) => [why, since])).toEqual([
      ['new', '2026-03-10'],
      ['new', '2026-03-10'],
    ]);
    // Somebody else at this computer has looked at nothing yet.
    await give(items[0]?.id ?? '', accepted);
    const visitor = { name: 'Dr Visitor (invented)', gmcNumber: null, role: '' };
    expect((await under.client.supervisor.queue({ portfolioId, inPerson: visitor })).total).toBe(2);
    expect(await home()).toMatchObject({ waiting: { items: 1 }, toSend: 1 });
  });

  it('puts what was answered first, and tells what changed since the last look', async () => {
    const { items } = await under.client.supervisor.queue({ portfolioId, inPerson: null });
    const returned = items[0]?.id ?? '';
    await give(returned, { ...accepted, verdict: 'returned', comment: 'Where was it?' });
    const { changed } = await home();
    now = new Date('2026-03-12T09:00:00.000Z');
    await under.client.supervisor.look({ portfolioId, upTo: changed.upTo });
    expect(await home()).toMatchObject({
      waiting: { items: 0, since: null },
      changed: { lookedAt: now.toISOString(), added: 0, changed: 0, items: [], others: {} },
    });
    await doctor.client.evidence.update({
      portfolioId,
      id: returned,
      item: { ...testItem, title: 'Answered course', place: 'York (invented)' },
    });
    await make('Third course');
    now = new Date('2026-03-20T09:00:00.000Z');
    await send();
    const shown = await home();
    expect(shown).toMatchObject({
      waiting: { items: 2, answered: 1, since: '2026-03-20' },
      changed: { added: 1, changed: 1 },
    });
    expect(shown.changed.items.map(({ title, how }) => [title, how])).toEqual([
      ['Third course', 'added'],
      ['Answered course', 'changed'],
    ]);
    const queue = await under.client.supervisor.queue({ portfolioId, inPerson: null });
    expect(queue.items.map(({ title, why, verdict }) => [title, why, verdict])).toEqual([
      ['Answered course', 'answered', 'returned'],
      ['Third course', 'new', null],
    ]);
  });

  it('never looks back', async () => {
    const { changed } = await home();
    await under.client.supervisor.look({ portfolioId, upTo: changed.upTo });
    await under.client.supervisor.look({ portfolioId, upTo: 0 });
    expect((await home()).changed).toMatchObject({ added: 0, changed: 0 });
  });
});
