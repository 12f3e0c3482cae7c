import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAfter } from '#shared/domain/dates.ts';
import { listActions } from '#shared/domain/supervision/action-list.ts';
import { supervisionFacts } from '#shared/domain/supervision/facts.ts';
import { carriedOver, closed, reopened, trackedFrom } from '#shared/domain/supervision/follow-action.ts';
import { smartHints } from '#shared/domain/supervision/smart.ts';
import type { TrackedAction } from '#shared/domain/supervision/tracked-action.ts';
import { sized } from '#test/support/prove.ts';
import { actionOf, meetingOf, reviewOf, trackedOf } from './samples.ts';

const today = '2026-11-21';
const moment = (on: string) => ({ on, at: `${on}T15:00:00.000Z` });
const done = { status: 'done', evidence: [], note: '' } as const;

describe('actions as one list', () => {
  const set = actionOf({ what: 'Lead one audit' });
  const first = reviewOf({ heldOn: '2025-11-01', actions: [set] });
  const listed = (reviews: Parameters<typeof listActions>[0], tracked: readonly TrackedAction[] = []) =>
    listActions(reviews, tracked, today);

  it('names what reviews set and what was agreed elsewhere, the next day first', () => {
    const own = trackedOf({ what: 'Plan a course', dueOn: '2026-12-24' });
    expect(listed([first], [own]).map(({ what, origin, overdue }) => [what, origin.kind, overdue])).toEqual([
      ['Lead one audit', 'review', true],
      ['Plan a course', 'own', false],
    ]);
    expect(listed([{ ...first, state: 'drafted' }], [own])).toHaveLength(1);
  });

  it('keeps the words a review was signed with, and the day it was moved to', () => {
    const [before] = listed([first]);
    if (before === undefined) throw new Error('no action');
    const tracked = carriedOver(
      { ...trackedFrom(before, undefined, '2026-11-21T10:00:00.000Z'), what: 'Something else' },
      { to: '2027-01-31', why: 'The data came late' },
      today,
    );
    const [after] = listed([first], [tracked]);
    expect(after).toMatchObject({ id: set.id, what: 'Lead one audit', dueOn: '2027-01-31', overdue: false });
    expect(after?.carriedOver).toEqual([
      { on: today, from: '2026-06-30', to: '2027-01-31', why: 'The data came late' },
    ]);
    expect(after?.origin).toEqual({ kind: 'review', id: first.id });
  });

  it('lets whoever spoke last say how an action stands', () => {
    const later = reviewOf({
      heldOn: '2026-10-01',
      followUps: [{ action: set.id, status: 'open', note: 'The report is a draft' }],
    });
    const followed = trackedOf({ ...set, origin: { kind: 'review', id: first.id } });
    const closedBefore = closed(followed, done, moment('2026-09-01'));
    expect(listed([first, later], [closedBefore])[0]).toMatchObject({
      status: 'open',
      closingNote: 'The report is a draft',
      settledBy: later.id,
    });
    const closedAfter = closed(followed, done, moment('2026-11-02'));
    expect(listed([first, later], [closedAfter])[0]).toMatchObject({
      status: 'done',
      closedOn: '2026-11-02',
      settledBy: null,
    });
    const settled = { ...later, followUps: [{ action: set.id, status: 'done' as const, note: '' }] };
    expect(listed([first, settled])[0]).toMatchObject({ status: 'done', closedOn: '2026-10-01' });
    expect(
      listed([first, settled], [reopened(closedBefore, 'Not finished', moment(today))])[0],
    ).toMatchObject({
      status: 'open',
      closedOn: null,
    });
  });

  it('shows an action carried over by a review in the same words once', () => {
    const again = actionOf({ what: set.what, dueOn: '2027-06-30' });
    const later = reviewOf({
      heldOn: '2026-10-01',
      actions: [again],
      followUps: [{ action: set.id, status: 'open', note: '' }],
    });
    expect(listed([first, later]).map(({ id }) => id)).toEqual([again.id]);
  });

  it('loses nothing of an action’s history, whatever is done with it', () => {
    const move = fc.record({ kind: fc.constant('move' as const), days: fc.integer({ min: 1, max: 90 }) });
    const steps = fc.array(
      fc.oneof(move, fc.constant({ kind: 'close' as const }), fc.constant({ kind: 'reopen' as const })),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(steps, (all) => {
        const start = trackedOf();
        let action: TrackedAction = start;
        let moved = 0;
        let opened = 0;
        for (const [at, step] of all.entries()) {
          const before = action;
          const on = daysAfter('2026-01-05', at);
          if (step.kind === 'move' && action.status === 'open') {
            action = carriedOver(action, { to: daysAfter(action.dueOn, step.days), why: 'Later' }, on);
            moved += 1;
          } else if (step.kind === 'close' && action.status === 'open')
            action = closed(action, done, moment(on));
          else if (step.kind === 'reopen' && action.status !== 'open') {
            action = reopened(action, 'Again', moment(on));
            opened += 1;
          }
          expect(action.carriedOver.slice(0, before.carriedOver.length)).toEqual(before.carriedOver);
          expect(action.reopened.slice(0, before.reopened.length)).toEqual(before.reopened);
        }
        expect(action.carriedOver).toHaveLength(moved);
        expect(action.reopened).toHaveLength(opened);
        // Each move begins where the one before ended, from the first day to the present one.
        const days = [start.dueOn, ...action.carriedOver.map(({ to }) => to)];
        expect(action.carriedOver.map(({ from }) => from)).toEqual(days.slice(0, -1));
        expect(action.dueOn).toBe(days.at(-1));
      }),
      { numRuns: sized(100, 2000) },
    );
  });
});

describe('hints for a clear action', () => {
  const clear = { what: 'Lead one audit', measure: 'Report filed', owner: 'Dr Obi', dueOn: '2027-01-31' };
  it.each([
    [{}, []],
    [{ measure: ' ' }, ['measure']],
    [{ measure: 'lead one  Audit' }, ['measure']],
    [{ dueOn: null }, ['no-day']],
    [{ dueOn: '2026-11-20' }, ['past-day']],
    [{ dueOn: '2028-01-31' }, ['far-day']],
    [{ owner: '' }, ['no-owner']],
    [{ owner: 'Dr Obi and Dr Hay' }, ['several-owners']],
    [{ owner: 'Dr Obi, Dr Hay' }, ['several-owners']],
    [{ owner: 'Dr Sandra Anderson' }, []],
  ])('%j gives %j', (change, hints) => {
    expect(smartHints({ ...clear, ...change }, today)).toEqual(hints);
  });
});

describe('the facts of a period', () => {
  const period = { from: '2026-01-01', to: '2026-06-30' };

  it('counts meetings held and missed', () => {
    const absent = { name: 'Dr Ada Obi (invented)', gmcNumber: null, role: '', part: 'doctor' } as const;
    const facts = (today_: string) =>
      supervisionFacts(
        [
          meetingOf({ on: '2026-01-01' }),
          meetingOf({ on: '2026-06-30', people: [] }),
          meetingOf({ on: '2026-07-01' }),
          meetingOf({ on: '2026-02-01', state: 'cancelled' }),
          meetingOf({ on: '2026-02-02', people: [{ ...absent, attended: false }] }),
          meetingOf({ on: '2026-05-05', state: 'planned' }),
        ],
        [],
        [],
        period,
        today_,
      );
    expect(facts(today)).toMatchObject({ meetingsHeld: 2, meetingsMissed: 3 });
    expect(facts('2026-05-05')).toMatchObject({ meetingsHeld: 2, meetingsMissed: 2 });
  });

  it('counts actions done, open and overdue as they stood at its end', () => {
    const early = '2026-01-05T09:00:00.000Z';
    const one = (change: Partial<TrackedAction>) => trackedOf({ createdAt: early, ...change });
    const finished = (closedOn: string) =>
      one({ status: 'done', closedOn, statusAt: `${closedOn}T09:00:00.000Z` });
    const all = [
      finished('2026-05-01'),
      finished('2026-09-01'), // still open at the end
      one({ status: 'dropped', closedOn: '2026-05-02' }),
      one({ dueOn: '2026-06-29' }),
      one({ dueOn: '2026-06-30' }),
      trackedOf({ createdAt: '2026-07-01T09:00:00.000Z' }),
    ];
    expect(supervisionFacts([], all, [], period, today)).toMatchObject({
      actionsDone: 1,
      actionsOpen: 3,
      actionsOverdue: 1,
    });
  });
});
