import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAfter } from '#shared/domain/dates.ts';
import { calendarOf } from '#shared/domain/programme/calendar.ts';
import { deadlineSettingsSchema, usualDeadlines } from '#shared/domain/programme/deadline-settings.ts';
import { deadlinesOf, rulesFor } from '#shared/domain/programme/deadlines.ts';
import { dueAfterLeave, onLeave } from '#shared/domain/programme/leave.ts';
import { monthsAfter, reviewDue } from '#shared/domain/programme/review-due.ts';
import { risksOf } from '#shared/domain/programme/risk.ts';
import { taskSchema, tasksOf } from '#shared/domain/programme/tasks.ts';
import type { Review } from '#shared/domain/review.ts';
import { stateOf } from '#shared/domain/review-process/standing.ts';
import {
  handedIn,
  someDoctor,
  someReview,
  someSignature,
  someSteps,
} from '#test/support/programme-records.ts';

type Said = Parameters<typeof someSteps>[1];
const settings = usualDeadlines;
const waiting = (
  review: Review,
  said: Said,
  today: string,
  breaks: Parameters<typeof someDoctor>[2] = {},
) => {
  const facts = someDoctor({ reviews: [review], steps: someSteps(review, said) }, today, {
    joinedOn: '2026-06-01',
    ...breaks,
  });
  return tasksOf(facts, settings, today);
};
const short = (
  tasks: readonly {
    kind: string;
    who: readonly string[];
    since: string;
    until: string | null;
    standing: string;
  }[],
) =>
  tasks.map(
    ({ kind, who, since, until, standing }) =>
      `${kind} ${who.join('+')} ${since} ${until ?? '-'} ${standing}`,
  );

describe('deadlines', () => {
  it('are counted back from the panel, and a review’s own days come first', () => {
    const review = someReview();
    const days = deadlinesOf(review, stateOf(review, [], '2026-07-01'), settings);
    expect(days.map(({ kind, on, from }) => `${kind} ${on} ${from}`)).toEqual([
      'request-evidence 2026-09-15 programme',
      'request-report 2026-09-29 programme',
      'evidence-in 2026-10-27 review',
      'window-opens 2026-10-27 review',
      'panel 2026-11-10 review',
      'sign 2026-11-15 programme',
      'window-shuts 2026-11-17 review',
      'release 2026-11-20 programme',
      'respond 2026-12-04 review',
    ]);
    const own = someReview({ rules: { ...rulesFor('2026-11-10', settings, 2), evidenceBy: '2026-10-01' } });
    const moved = deadlinesOf(own, stateOf(own, [], '2026-07-01'), { ...settings, evidenceIn: 3 });
    expect(moved.find(({ kind }) => kind === 'evidence-in')).toEqual({
      kind: 'evidence-in',
      on: '2026-10-01',
      from: 'review',
    });
  });

  it('of a review without steps are its day and the signature', () => {
    const { rules: _none, ...old } = someReview();
    expect(deadlinesOf(old, stateOf(old, [], '2026-07-01'), settings).map(({ kind }) => kind)).toEqual([
      'panel',
      'sign',
    ]);
  });

  it('are refused in an order that cannot be kept', () => {
    const codes = (over: object) =>
      deadlineSettingsSchema
        .safeParse({ ...settings, ...over })
        .error?.issues.map(({ path, message }) => `${path} ${message}`);
    expect(codes({})).toBeUndefined();
    expect(codes({ requestEvidence: 10 })).toEqual(['requestEvidence day-order']);
    expect(codes({ windowOpens: 20 })).toEqual(['windowOpens day-order']);
    expect(codes({ release: 2 })).toEqual(['release day-order']);
  });
});

describe('what waits for whom', () => {
  it.each<[string, Said, Partial<Review>, string, readonly string[]]>([
    [
      'planned',
      [],
      {},
      '2026-09-01',
      [
        'request-evidence chair+cesr-team+administrator 2026-06-01 2026-09-15 soon',
        'request-report doctor+cesr-team+administrator 2026-06-01 2026-09-29 in-time',
      ],
    ],
    [
      'asked for evidence, which is late',
      [{ kind: 'request-evidence', on: '2026-09-15' }],
      {},
      '2026-10-28',
      [
        'request-report doctor+cesr-team+administrator 2026-06-01 2026-09-29 overdue',
        'submit doctor 2026-09-15 2026-10-27 overdue',
      ],
    ],
    ['handed in, the window not open yet', handedIn(), {}, '2026-10-21', []],
    [
      'open',
      handedIn(),
      {},
      '2026-11-09',
      ['judge chair+supervisor+cesr-team+external 2026-10-27 2026-11-17 soon'],
    ],
    [
      'shut, nothing written',
      handedIn(),
      {},
      '2026-11-18',
      ['reopen-window chair+administrator 2026-11-17 - waiting'],
    ],
    ['written', handedIn(), { state: 'drafted' }, '2026-11-20', ['sign chair 2026-11-10 2026-11-15 overdue']],
    [
      'signed',
      handedIn(),
      { state: 'signed', signOff: someSignature('2026-11-12') },
      '2026-11-13',
      ['release chair+administrator 2026-11-12 2026-11-20 soon'],
    ],
    [
      'released',
      [...handedIn(), { kind: 'release', on: '2026-11-13' }],
      { state: 'signed', signOff: someSignature('2026-11-12') },
      '2026-11-14',
      ['acknowledge doctor 2026-11-13 2026-11-27 soon'],
    ],
    [
      'asked to look again',
      [
        ...handedIn(),
        { kind: 'release', on: '2026-11-13' },
        { kind: 'acknowledge', on: '2026-11-14', by: 'doctor' },
        { kind: 'ask-second-look', on: '2026-11-16', by: 'doctor', reason: 'A letter was not seen.' },
      ],
      { state: 'signed', signOff: someSignature('2026-11-12') },
      '2026-11-17',
      ['answer-second-look chair 2026-11-16 - waiting'],
    ],
    [
      'postponed',
      [{ kind: 'postpone', on: '2026-10-01', reason: 'The chair is ill.', heldOn: null }],
      {},
      '2026-10-02',
      ['resume chair+cesr-team+administrator 2026-10-01 - waiting'],
    ],
  ])('%s', (_, said, over, today, expected) => {
    const tasks = waiting(someReview(over), said, today);
    expect(short(tasks)).toEqual(expected);
    for (const task of tasks) expect(taskSchema.parse(task)).toEqual(task);
  });

  it('says who writes the report once the supervisor was asked', () => {
    const review = someReview();
    const request = {
      id: crypto.randomUUID(),
      kind: 'report' as const,
      items: [],
      review: review.id,
      assessor: { name: 'Dr Test Supervisor (invented)', gmcNumber: null, email: '', role: '' } as never,
      way: 'file' as const,
      code: 'ABCDEFGHJKMNPQRSTVWX',
      note: '',
      sentOn: '2026-09-02',
      dueOn: '2026-10-20',
      chased: [],
      state: 'open' as const,
      closedOn: null,
      createdAt: '2026-09-02T08:00:00.000Z',
      updatedAt: '2026-09-02T08:00:00.000Z',
    };
    const facts = someDoctor({ reviews: [review], requests: [request] }, '2026-09-03', {
      joinedOn: '2026-06-01',
    });
    expect(short(tasksOf(facts, settings, '2026-09-03'))).toContain(
      'write-report supervisor 2026-09-02 2026-10-27 in-time',
    );
  });

  it('keeps the key of a task until its reason changes', () => {
    const review = someReview();
    const facts = (said: Said) =>
      someDoctor({ reviews: [review], steps: someSteps(review, said) }, '2026-10-01');
    const key = (said: Said, kind: string) =>
      tasksOf(facts(said), settings, '2026-10-01').find((one) => one.kind === kind)?.key;
    expect(key([], 'request-evidence')).toBe(key([], 'request-evidence'));
    expect(key([{ kind: 'request-evidence', on: '2026-09-15' }], 'submit')).not.toBe(
      key([{ kind: 'request-evidence', on: '2026-09-16' }], 'submit'),
    );
  });
});

describe('the next review', () => {
  it('is due a year after the last, or after joining, and no later than its panel asked for', () => {
    const due = (facts: Parameters<typeof reviewDue>[0]) => reviewDue(facts, settings, '2026-12-01').on;
    expect(due(someDoctor({}, '2026-12-01', { joinedOn: '2026-02-28' }))).toBe('2027-02-28');
    const held = { state: 'signed', signOff: someSignature('2026-11-12') } as const;
    expect(due(someDoctor({ reviews: [someReview(held)] }, '2026-12-01'))).toBe('2027-11-10');
    expect(
      due(someDoctor({ reviews: [someReview({ ...held, nextReviewOn: '2027-05-10' })] }, '2026-12-01')),
    ).toBe('2027-05-10');
    expect(
      due(someDoctor({ reviews: [someReview({ ...held, nextReviewOn: '2028-05-10' })] }, '2026-12-01')),
    ).toBe('2027-11-10');
    expect(monthsAfter('2026-01-31', 1)).toBe('2026-02-28');
    expect(monthsAfter('2023-11-30', 3)).toBe('2024-02-29');
  });

  it('waits for the programme lead while none is planned in time, and a not-held one does not count', () => {
    const today = '2026-11-20';
    const none = someDoctor({}, today);
    expect(short(tasksOf(none, settings, today))).toEqual([
      'plan-review programme-lead 2026-09-08 2026-12-01 soon',
    ]);
    const late = someReview({ heldOn: '2027-01-20', rules: rulesFor('2027-01-20', settings, 1) });
    const kinds = (facts: typeof none) => tasksOf(facts, settings, today).map(({ kind }) => kind);
    expect(kinds(someDoctor({ reviews: [late] }, today))).toContain('plan-sooner');
    const off = someSteps(late, [{ kind: 'not-held', on: '2026-11-01', reason: 'Left the Trust.' }]);
    expect(kinds(someDoctor({ reviews: [late], steps: off }, today))).toEqual(['plan-review']);
    const inTime = someReview({ heldOn: '2026-11-30', rules: rulesFor('2026-11-30', settings, 1) });
    expect(kinds(someDoctor({ reviews: [inTime] }, today))).not.toContain('plan-review');
  });

  it('lists who may need a word, and nobody on leave', () => {
    const today = '2027-01-10';
    const facts = someDoctor({ reviews: [] }, today);
    expect(risksOf(tasksOf(facts, settings, today)).map(({ why }) => why)).toEqual([
      [{ kind: 'no-review', since: '2026-12-01', count: 1 }],
    ]);
    const away = someDoctor({ reviews: [] }, today, {
      breaks: [{ from: '2027-01-02', to: null, reason: '' }],
    });
    expect(risksOf(tasksOf(away, settings, today))).toEqual([]);
  });
});

describe('leave', () => {
  const start = '2026-01-01';
  const day = fc.integer({ min: 0, max: 500 }).map((days) => daysAfter(start, days));
  const breaks = fc.array(
    fc.record({ from: day, length: fc.option(fc.integer({ min: 0, max: 120 })) }).map(({ from, length }) => ({
      from,
      to: length === null ? null : daysAfter(from, length),
      reason: '',
    })),
    { maxLength: 4 },
  );

  it('moves a day by as many days as were spent away, and never onto one of them', () => {
    fc.assert(
      fc.property(breaks, day, fc.integer({ min: 0, max: 200 }), (away, since, length) => {
        const until = daysAfter(since, length);
        const due = dueAfterLeave(since, until, away);
        if (due === null) return away.some(({ to }) => to === null);
        let there = 0;
        for (let at = since; at <= due; at = daysAfter(at, 1)) if (!onLeave(away, at)) there += 1;
        return there === length + 1 && (due === until || !onLeave(away, due));
      }),
    );
  });

  it('never leaves a doctor overdue while they are away', () => {
    fc.assert(
      fc.property(breaks, day, fc.constantFrom(0, 1, 2), (away, today, steps) => {
        const review = someReview();
        const said = [...handedIn('2026-10-20'), { kind: 'release', on: '2026-11-13' }] as const;
        const signed = steps === 2 ? { state: 'signed' as const, signOff: someSignature('2026-11-12') } : {};
        const facts = someDoctor(
          {
            reviews: [{ ...review, ...signed }],
            steps: someSteps(review, steps === 0 ? [] : steps === 1 ? said.slice(0, 1) : said),
            tracked: [],
          },
          today,
          { breaks: away },
        );
        const theirs = tasksOf(facts, settings, today).filter(
          ({ who, kind }) => who.includes('doctor') || kind.startsWith('plan'),
        );
        if (onLeave(away, today)) expect(theirs.every(({ standing }) => standing === 'away')).toBe(true);
        const late = calendarOf(facts, settings, today).filter(
          ({ kind, standing }) => kind === 'evidence-in' && standing === 'late',
        );
        if (onLeave(away, today)) expect(late).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
