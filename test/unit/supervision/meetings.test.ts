import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsAfter } from '#shared/domain/dates.ts';
import { agreedText, agreementState } from '#shared/domain/supervision/agreement.ts';
import { expectedMeetings } from '#shared/domain/supervision/expected.ts';
import type { Meeting, MeetingKind } from '#shared/domain/supervision/meeting.ts';
import { meetingRules } from '#shared/guidance/supervision.ts';
import { sized } from '#test/support/prove.ts';
import { agreementOf, meetingOf, person } from './samples.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const contentOf = (meeting: Meeting) => hash(agreedText(meeting));

describe('an agreement to a meeting’s notes', () => {
  const line = {
    id: crypto.randomUUID(),
    text: 'Audit',
    capability: null,
    action: null,
    from: 'added',
    done: false,
  } as const;
  const held = meetingOf({ notes: 'We talked.', agenda: [line] });
  const both = (meeting: Meeting) =>
    (['doctor', 'supervisor'] as const).map((part) => agreementOf({ part, content: contentOf(meeting) }));

  it('is of both, of one, or to an older text', () => {
    const [doctor, supervisor] = both(held);
    if (doctor === undefined || supervisor === undefined) throw new Error('no agreements');
    expect(agreementState([], contentOf(held)).state).toBe('none');
    expect(agreementState([doctor], contentOf(held)).state).toBe('one');
    expect(agreementState([doctor, supervisor], contentOf(held)).state).toBe('both');
    const changed = { ...held, notes: 'We talked at length.' };
    expect(agreementState([doctor, supervisor], contentOf(changed))).toMatchObject({
      state: 'older',
      parts: [
        { part: 'doctor', state: 'older' },
        { part: 'supervisor', state: 'older' },
      ],
    });
    const again = agreementOf({
      part: 'doctor',
      content: contentOf(changed),
      at: '2026-01-06T09:00:00.000Z',
    });
    expect(agreementState([doctor, supervisor, again], contentOf(changed)).state).toBe('one');
    // Text that is put back as it was is the text that was agreed to.
    expect(agreementState([doctor, supervisor, again], contentOf(held)).state).toBe('both');
  });

  it('lapses whenever what was agreed to changes, and only then', () => {
    const change: fc.Arbitrary<Partial<Meeting>> = fc.oneof(
      fc.record({ notes: fc.string({ maxLength: 40 }) }),
      fc.record({ kind: fc.constantFrom<MeetingKind>('mid', 'end', 'initial') }),
      fc.record({ on: fc.constantFrom('2026-03-02', '2026-03-03') }),
      fc.record({
        agenda: fc.array(
          fc.record({
            id: fc.constant(line.id),
            text: fc.constantFrom('Audit', 'Teaching'),
            capability: fc.constantFrom(null, 'IM1'),
            action: fc.constant(null),
            from: fc.constant('added' as const),
            done: fc.boolean(),
          }),
          { maxLength: 2 },
        ),
      }),
      fc.record({
        people: fc.array(
          fc.record({
            name: fc.constantFrom(person.name, 'Dr Hay (invented)'),
            gmcNumber: fc.constant(null),
            role: fc.constant(''),
            part: fc.constantFrom('doctor' as const, 'other' as const),
            attended: fc.constantFrom(true, false, null),
          }),
          { maxLength: 2 },
        ),
      }),
    );
    const aside: fc.Arbitrary<Partial<Meeting>> = fc.record({
      place: fc.string({ maxLength: 10 }),
      startsAt: fc.constantFrom(null, '10:00'),
      sequence: fc.nat(9),
      updatedAt: fc.constant('2026-04-01T09:00:00.000Z'),
    });
    fc.assert(
      fc.property(change, aside, (changes, others) => {
        const agreed = both(held);
        expect(agreementState(agreed, contentOf({ ...held, ...others })).state).toBe('both');
        const after = { ...held, ...changes, ...others };
        const { kind, on, notes, agenda, people } = after;
        const same =
          JSON.stringify({ kind, on, notes, agenda, people }) ===
          JSON.stringify({
            kind: held.kind,
            on: held.on,
            notes: held.notes,
            agenda: held.agenda,
            people: held.people,
          });
        expect(agreementState(agreed, contentOf(after)).state).toBe(same ? 'both' : 'older');
      }),
      { numRuns: sized(200, 5000) },
    );
  });
});

describe('the meetings a programme expects', () => {
  const life = { startedOn: '2026-01-12', targetDate: '2028-01-31' };
  const kinds = (today: string, meetings: Parameters<typeof expectedMeetings>[2] = []) =>
    expectedMeetings(meetingRules, life, meetings, today).map(({ kind, dueOn }) => [kind, dueOn]);

  it('are suggested around their day, and not once they are planned or held', () => {
    expect(kinds('2026-01-12')).toEqual([
      ['initial', '2026-01-12'],
      ['one-month', '2026-02-12'],
    ]);
    const planned = { kind: 'initial', on: '2026-02-01', state: 'planned' } as const;
    expect(kinds('2026-01-12', [planned])).toEqual([['one-month', '2026-02-12']]);
    expect(kinds('2026-01-12', [{ ...planned, state: 'cancelled' }])).toHaveLength(2);
    // The session six months in is the first year's middle; the second year has its own.
    expect(kinds('2026-07-01')).toEqual([['six-month', '2026-07-12']]);
    expect(kinds('2026-07-20', [{ kind: 'six-month', on: '2026-07-13', state: 'held' }])).toEqual([]);
    expect(kinds('2027-07-01')).toEqual([['mid', '2027-07-12']]);
    expect(kinds('2026-12-01')).toEqual([
      ['end', '2026-12-12'],
      ['initial', '2027-01-12'],
    ]);
    expect(kinds('2027-11-10')).toEqual([
      ['pre-submission', '2027-11-30'],
      ['end', '2027-12-12'],
      ['initial', '2028-01-12'],
    ]);
  });

  it('say which is late, and where each was read', () => {
    const [late] = expectedMeetings(meetingRules, life, [], '2026-02-01');
    expect(late).toMatchObject({ kind: 'initial', late: true });
    for (const rule of meetingRules.meetings) expect(rule.source).not.toBe('');
  });

  it('count months to the last day of a shorter one', () => {
    expect(monthsAfter('2026-01-31', 1)).toBe('2026-02-28');
    expect(monthsAfter('2028-01-31', 1)).toBe('2028-02-29');
    expect(monthsAfter('2028-01-31', -2)).toBe('2027-11-30');
    expect(monthsAfter('2026-11-15', 14)).toBe('2028-01-15');
  });
});
