import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Attendee, MeetingPlan } from '#shared/domain/supervision/meeting.ts';
import {
  type AppUnderTest,
  heard,
  refusal,
  startApp,
  testPortfolio,
  testProfile,
  transports,
  withPortfolio,
} from '#test/support/app-under-test.ts';

const nobody = crypto.randomUUID();
const day = '2026-11-20';
const clock = { now: () => new Date(`${day}T10:00:00.000Z`), today: () => day };
const doctor: Attendee = {
  name: testProfile.name,
  gmcNumber: testProfile.gmcNumber,
  role: '',
  part: 'doctor',
  attended: null,
};
const supervisor: Attendee = {
  name: 'Dr Sue Pervisor (invented)',
  gmcNumber: '0000007',
  role: 'Consultant',
  part: 'supervisor',
  attended: null,
};
const planOf = (change: Partial<MeetingPlan> = {}): MeetingPlan => ({
  kind: 'mid',
  on: day,
  startsAt: '09:30',
  minutes: 45,
  place: 'Education centre (invented)',
  people: [doctor, supervisor],
  agenda: [],
  ...change,
});
const groupPlan = {
  kind: 'drop-in',
  on: '2026-12-10',
  startsAt: null,
  minutes: 60,
  place: '',
  people: [supervisor],
  topics: ['Writing reflections'],
} as const;

describe.each(transports)('meetings, %s', (transport) => {
  let under: AppUnderTest;
  let portfolioId: string;
  beforeAll(async () => {
    under = await startApp(transport, { clock });
  });
  afterAll(() => under.close());
  const plan = (change: Partial<MeetingPlan> = {}) =>
    under.client.meetings.plan({ portfolioId, plan: planOf(change) });
  const held = async (change: Partial<MeetingPlan> = {}) => {
    const { id, people } = await plan(change);
    return under.client.meetings.hold({ portfolioId, id, people });
  };
  const codes = (fault: { readonly data: unknown }) =>
    (fault.data as { issues: { code: string }[] }).issues.map(({ code }) => code);
  const undo = async (id: string) => {
    const { undo: step } = await under.client.history.undoState({ portfolioId: id });
    await under.client.history.undo({ portfolioId: id, seq: step?.seq ?? 0, to: step?.to ?? step?.seq ?? 0 });
  };
  const calendar = async (id: string | null, agenda: boolean) => {
    const made = await under.client.meetings.calendar({ portfolioId, id, agenda });
    expect(made.name).toMatch(/\.ics$/);
    const answer = await under.send(`/outgoing/${made.fileId}`);
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    const text = await answer.text();
    const whole = new ICAL.Component(ICAL.parse(text));
    return { text, events: whole.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part)) };
  };

  it('need an open vault, and what they name', async () => {
    const { meetings } = under.client;
    expect(await refusal(meetings.list({ portfolioId: nobody }))).toMatchObject({ code: 'LOCKED' });
    portfolioId = await withPortfolio(under);
    const gone = { portfolioId: nobody };
    const input = { ...planOf(), notes: '' };
    for (const call of heard([
      meetings.list(gone),
      meetings.plan({ ...gone, plan: planOf() }),
      meetings.planGroup({ portfolioIds: [portfolioId, nobody], plan: groupPlan }),
      meetings.calendar({ ...gone, id: null, agenda: false }),
    ]))
      expect(await refusal(call)).toEqual({ code: 'NOT_FOUND', data: { what: 'portfolio' } });
    expect((await meetings.list({ portfolioId })).meetings).toEqual([]);
    const none = { portfolioId, id: nobody };
    for (const call of heard([
      meetings.get(none),
      meetings.change({ ...none, meeting: input }),
      meetings.hold({ ...none, people: [doctor] }),
      meetings.cancel({ ...none, reason: 'Ill' }),
      meetings.remove(none),
      meetings.agree({ ...none, part: 'doctor', name: doctor.name, inPerson: false }),
      meetings.calendar({ ...none, agenda: false }),
    ]))
      expect(await refusal(call)).toEqual({ code: 'NOT_FOUND', data: { what: 'meeting' } });
  });

  it('refuse what makes no meeting', async () => {
    const { meetings } = under.client;
    const line = { text: 'Audit', action: null, from: 'added', done: false } as const;
    const bad = await refusal(
      plan({
        people: [supervisor],
        agenda: [
          { ...line, id: nobody, capability: 'NO1' },
          { ...line, id: nobody, capability: null },
        ],
      }),
    );
    expect(bad.code).toBe('INVALID');
    expect(codes(bad)).toEqual(['one-doctor', 'unknown-capability', 'line-twice']);
    for (const wrong of [{ startsAt: '9 am' }, { minutes: 1 }, { on: '31/12/2026' }])
      expect(await refusal(plan(wrong))).toMatchObject({ code: 'INVALID' });
    const later = await plan({ on: '2026-12-01' });
    const soon = await refusal(meetings.hold({ portfolioId, id: later.id, people: later.people }));
    expect(codes(soon)).toEqual(['in-future']);
    await meetings.remove({ portfolioId, id: later.id });
    await undo(portfolioId);
    expect((await meetings.get({ portfolioId, id: later.id })).meeting.on).toBe('2026-12-01');
    await meetings.remove({ portfolioId, id: later.id });
  });

  it('have an agenda of open actions and thin capabilities, and say why each line is there', async () => {
    const { meetings, actions } = under.client;
    const { id } = await plan();
    const { suggestions } = await meetings.get({ portfolioId, id });
    expect(suggestions[0]).toMatchObject({ kind: 'thin', strength: 'empty' });
    const action = await actions.add({
      portfolioId,
      origin: { kind: 'meeting', id },
      action: {
        what: 'Lead one audit',
        measure: 'Report filed',
        owner: doctor.name,
        dueOn: '2026-11-01',
        capability: null,
      },
    });
    const after = await meetings.get({ portfolioId, id });
    expect(after.actions).toEqual([action.id]);
    expect(after.suggestions[0]).toMatchObject({ kind: 'action', overdue: true, text: 'Lead one audit' });
    const line = {
      id: crypto.randomUUID(),
      text: action.what,
      capability: null,
      action: action.id,
      from: 'action',
      done: false,
    } as const;
    await meetings.change({ portfolioId, id, meeting: { ...planOf({ agenda: [line] }), notes: '' } });
    const full = await meetings.get({ portfolioId, id });
    expect(full.suggestions[0]?.kind).toBe('thin');
    expect(full.reasons).toMatchObject([{ line: line.id, reason: { kind: 'action', overdue: true } }]);
    await actions.close({ portfolioId, id: action.id, status: 'done', evidence: [], note: 'Filed' });
    const closed = await meetings.get({ portfolioId, id });
    expect(closed.reasons).toMatchObject([{ reason: { kind: 'action', status: 'done', overdue: false } }]);
    const next = await plan({ on: '2026-12-01' });
    const { suggestions: later } = await meetings.get({ portfolioId, id: next.id });
    expect(later.map(({ kind }) => kind)).not.toContain('action');
    for (const one of [id, next.id]) await meetings.remove({ portfolioId, id: one });
  });

  it('are agreed by both, until the text changes', async () => {
    const { meetings } = under.client;
    const { id } = await held();
    const state = async () =>
      (await meetings.list({ portfolioId })).meetings.find(({ meeting }) => meeting.id === id)?.agreement;
    expect(await state()).toBe('none');
    const mine = { portfolioId, id, part: 'doctor', name: doctor.name } as const;
    const theirs = { portfolioId, id, part: 'supervisor', name: supervisor.name } as const;
    expect(codes(await refusal(meetings.agree({ ...mine, inPerson: true })))).toEqual(['in-person']);
    expect(codes(await refusal(meetings.agree({ ...theirs, inPerson: false })))).toEqual(['in-person']);
    expect(codes(await refusal(meetings.agree({ ...theirs, name: 'Dr No One', inPerson: true })))).toEqual([
      'not-there',
    ]);
    const one = await meetings.agree({ ...mine, inPerson: false });
    expect(one.state).toBe('one');
    expect(one.parts[0]?.agreement).toMatchObject({ device: null, by: { name: doctor.name } });
    const both = await meetings.agree({ ...theirs, inPerson: true });
    expect(both.state).toBe('both');
    expect(both.parts[1]?.agreement).toMatchObject({ device: testProfile.name });
    // The same again writes nothing more.
    await meetings.agree({ ...theirs, inPerson: true });
    const { meeting } = await meetings.get({ portfolioId, id });
    const { kind, on, startsAt, minutes, place, people, agenda } = meeting;
    const input = { kind, on, startsAt, minutes, place, people, agenda, notes: '' };
    await meetings.change({ portfolioId, id, meeting: { ...input, place: 'Room 2' } });
    expect(await state()).toBe('both');
    await meetings.change({ portfolioId, id, meeting: { ...input, notes: 'More was said.' } });
    expect(await state()).toBe('older');
    await meetings.agree({ ...mine, inPerson: false });
    expect(await state()).toBe('one');
    const ahead = meetings.change({ portfolioId, id, meeting: { ...input, on: '2026-11-21' } });
    expect(codes(await refusal(ahead))).toEqual(['in-future']);
    // What somebody agreed to is not undone; the text is, and then stands as it was agreed to by both.
    await undo(portfolioId);
    expect(await state()).toBe('both');
  });

  it('let nobody agree in both parts, nor who was not there', async () => {
    const { meetings } = under.client;
    const twice = { ...doctor, part: 'supervisor' } as const;
    const { id } = await held({ people: [doctor, twice, { ...supervisor, attended: false }] });
    const call = { portfolioId, id, inPerson: false } as const;
    await meetings.agree({ ...call, part: 'doctor', name: doctor.name });
    const again = await refusal(meetings.agree({ ...call, part: 'supervisor', name: doctor.name }));
    expect(codes(again)).toEqual(['agreed-as-other']);
    const absent = { ...call, part: 'supervisor', name: supervisor.name, inPerson: true } as const;
    expect(codes(await refusal(meetings.agree(absent)))).toEqual(['not-there']);
  });

  it('can do nothing out of order', async () => {
    const { meetings } = under.client;
    const done = await held();
    const off = await plan({ on: '2026-11-30' });
    expect(await meetings.cancel({ portfolioId, id: off.id, reason: 'Ill' })).toMatchObject({
      state: 'cancelled',
      cancelledReason: 'Ill',
      sequence: 1,
    });
    const refused = (state: string) => ({ code: 'MEETING_STATE', data: { state } });
    const [yes, no] = [done, off].map(({ id }) => ({ portfolioId, id }));
    if (yes === undefined || no === undefined) throw new Error('no meetings');
    const mine = { part: 'doctor', name: doctor.name, inPerson: false } as const;
    for (const call of heard([
      meetings.hold({ ...no, people: [doctor] }),
      meetings.cancel({ ...no, reason: 'x' }),
      meetings.remove(no),
      meetings.change({ ...no, meeting: { ...planOf(), notes: '' } }),
      meetings.agree({ ...no, ...mine }),
    ]))
      expect(await refusal(call)).toEqual(refused('cancelled'));
    for (const call of heard([
      meetings.hold({ ...yes, people: [doctor] }),
      meetings.cancel({ ...yes, reason: 'x' }),
      meetings.remove(yes),
    ]))
      expect(await refusal(call)).toEqual(refused('held'));
    const ahead = await plan({ on: '2026-12-09' });
    expect(await refusal(meetings.agree({ portfolioId, id: ahead.id, ...mine }))).toEqual(refused('planned'));
    const { meetings: list } = await meetings.list({ portfolioId });
    expect(list[0]?.meeting.id).toBe(ahead.id);
    expect(list.map(({ meeting }) => meeting.state)).toEqual(
      list
        .map(({ meeting }) => meeting.state)
        .sort((a, b) => Number(b === 'planned') - Number(a === 'planned')),
    );
    await meetings.remove({ portfolioId, id: ahead.id });
  });

  it('go into a calendar without what is private', async () => {
    const { meetings } = under.client;
    const line = { id: crypto.randomUUID(), text: 'The audit', capability: null, action: null } as const;
    const agenda = [{ ...line, from: 'added', done: false } as const];
    const first = await plan({ on: '2027-06-15', agenda });
    const change = (next: Partial<MeetingPlan>) =>
      meetings.change({
        portfolioId,
        id: first.id,
        meeting: { ...planOf({ on: '2027-06-15', agenda, ...next }), notes: 'A private note.' },
      });
    expect((await change({})).sequence).toBe(0);
    const before = await calendar(first.id, false);
    expect(before.text).not.toContain('private note');
    expect(before.text).not.toContain('The audit');
    expect(before.events[0]?.startDate.toJSDate().toISOString()).toBe('2027-06-15T08:30:00.000Z');
    expect((await calendar(first.id, true)).events[0]?.description).toBe('- The audit');
    await change({ on: '2027-06-16', startsAt: null });
    const moved = await calendar(first.id, false);
    expect(moved.events[0]?.startDate.toString()).toBe('2027-06-16');
    expect(moved.events[0]?.uid).toBe(before.events[0]?.uid);
    expect([before.events[0]?.sequence, moved.events[0]?.sequence]).toEqual([0, 1]);
    const second = await plan({ on: '2027-01-10' });
    await meetings.cancel({ portfolioId, id: first.id, reason: 'A private reason' });
    const all = await calendar(null, true);
    expect(all.text).not.toContain('private');
    const status = all.events.map(({ uid, component }) => [
      uid.slice(0, 36),
      component.getFirstPropertyValue('status'),
    ]);
    expect(status).toEqual(
      expect.arrayContaining([
        [first.id, 'CANCELLED'],
        [second.id, 'CONFIRMED'],
      ]),
    );
  });

  it('suggest what a programme expects about now', async () => {
    const { expected, today } = await under.client.meetings.list({ portfolioId });
    expect(today).toBe(day);
    expect(expected[0]).toMatchObject({ kind: 'initial', dueOn: day, late: false });
    const made = await plan({ kind: 'initial', on: '2026-12-01' });
    const { expected: left } = await under.client.meetings.list({ portfolioId });
    expect(left.map(({ kind }) => kind)).not.toContain('initial');
    await under.client.meetings.remove({ portfolioId, id: made.id });
  });

  it('bring several doctors together, each in a record that names no other', async () => {
    const { meetings, portfolios } = under.client;
    const other = { name: 'Dr Other Doctor (invented)', gmcNumber: '0000003' };
    const second = await portfolios.create({ ...testPortfolio, doctor: other });
    const both = [portfolioId, second.id];
    const lonely = await refusal(
      meetings.planGroup({ portfolioIds: [portfolioId, portfolioId], plan: groupPlan }),
    );
    expect(codes(lonely)).toEqual(['too-short']);
    const doubled = { ...groupPlan, people: [doctor] };
    expect(codes(await refusal(meetings.planGroup({ portfolioIds: both, plan: doubled })))).toEqual([
      'one-doctor',
    ]);
    const made = await meetings.planGroup({ portfolioIds: both, plan: groupPlan });
    expect(made.map(({ meeting }) => [meeting.group, meeting.others])).toEqual([
      [true, 1],
      [true, 1],
    ]);
    const [mine, theirs] = made;
    if (mine === undefined || theirs === undefined) throw new Error('no meetings');
    expect(JSON.stringify(mine.meeting)).not.toContain('Other Doctor');
    expect(JSON.stringify(theirs.meeting)).not.toContain('Test Doctor');
    expect(theirs.meeting.people.map(({ name }) => name)).toEqual([other.name, supervisor.name]);
    // Undone in one portfolio, it stands in the other.
    await undo(second.id);
    expect((await meetings.list({ portfolioId: second.id })).meetings).toEqual([]);
    expect((await meetings.get({ portfolioId, id: mine.meeting.id })).meeting.group).toBe(true);
  });
});
