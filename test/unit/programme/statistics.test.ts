import { describe, expect, it } from 'vitest';
import { defaultOutcomes } from '#shared/domain/outcomes.ts';
import { spreadOf, statisticsOf } from '#shared/domain/programme/statistics.ts';
import type { Review } from '#shared/domain/review.ts';
import type { ReviewStep } from '#shared/domain/review-process/step.ts';
import {
  handedIn,
  someAction,
  someDoctor,
  someReview,
  someSignature,
  someSteps,
} from '#test/support/programme-records.ts';
import { derivable } from '#test/support/table-solver.ts';

const today = '2028-01-10';
const [planned, actions] = defaultOutcomes;

/** A review of 10/11 in that year, released so many days after its panel. */
function released(
  year: number,
  outcome: Review['outcome'] | undefined,
  days: number,
  over: Partial<Review> = {},
) {
  const heldOn = `${year}-11-10`;
  const review = someReview({
    heldOn,
    outcome: outcome ?? null,
    state: 'signed',
    signOff: someSignature(`${year}-11-11`),
    ...over,
  });
  const on = `${year}-11-${10 + days}`;
  return { review, steps: someSteps(review, [...handedIn(`${year}-10-20`), { kind: 'release', on }]) };
}
const doctors = (
  count: number,
  make: (at: number) => { review: Review; steps: readonly ReviewStep[] },
  specialty = 'General internal medicine',
) =>
  Array.from({ length: count }, (_, at) => {
    const { review, steps } = make(at);
    return someDoctor({ reviews: [review], steps }, today, { specialty });
  });

describe('statistics', () => {
  it('count released outcomes by specialty and year, and days to release', () => {
    const found = statisticsOf(
      [
        ...doctors(6, (at) => released(2026, planned, at)),
        ...doctors(7, () => released(2027, actions, 5), 'Emergency medicine'),
        ...doctors(5, () => released(2027, planned, 9), 'Emergency medicine'),
      ],
      today,
    );
    expect(found.outcomesBySpecialty).toMatchObject({
      columns: [{ label: planned?.name }, { label: actions?.name }],
      rows: [
        { label: 'Emergency medicine', cells: [5, 7], total: 12 },
        { label: 'General internal medicine', cells: [6, 0], total: 6 },
      ],
      totals: [11, 7],
      all: 18,
    });
    expect(found.outcomesByYear).toMatchObject({
      rows: [
        { label: '2026', cells: [6, 0] },
        { label: '2027', cells: [5, 7] },
      ],
    });
    expect(found.release).toEqual([
      { year: '2026', days: { median: 2.5, shortest: 0, longest: 5 } },
      { year: '2027', days: { median: 5, shortest: 5, longest: 9 } },
      { year: 'all', days: { median: 5, shortest: 0, longest: 9 } },
    ]);
  });

  it('keep small numbers back in both tables at once', () => {
    const found = statisticsOf(
      [
        ...doctors(12, () => released(2026, planned, 3)),
        ...doctors(9, () => released(2027, planned, 3)),
        ...doctors(8, () => released(2027, actions, 3)),
        ...doctors(2, () => released(2027, actions, 3), 'Emergency medicine'),
        ...doctors(8, () => released(2027, planned, 3), 'Emergency medicine'),
      ],
      today,
    );
    const { outcomesBySpecialty, outcomesByYear } = found;
    expect(outcomesBySpecialty).toMatchObject({
      rows: [{ label: 'Emergency medicine', cells: [expect.anything(), 'few'] }, {}],
    });
    expect(derivable([outcomesBySpecialty, outcomesByYear])).toEqual([]);
    expect(spreadOf([1, 2, 3, 4])).toBeNull();
  });

  it('leave out what is not released, what was withdrawn, and count an amended review once, from its first release', () => {
    const early = released(2026, planned, 3);
    const next = someReview({
      ...early.review,
      id: crypto.randomUUID(),
      outcome: actions ?? null,
      follows: { review: early.review.id, how: 'amended', reason: 'A letter.', authority: 'The chair' },
    });
    const amended = someDoctor(
      {
        reviews: [early.review, next],
        steps: [
          ...early.steps,
          ...someSteps(early.review, []),
          {
            kind: 'amend',
            authority: 'The chair',
            reason: 'A letter.',
            next: next.id,
            id: crypto.randomUUID(),
            review: early.review.id,
            after: early.steps.at(-1)?.id ?? null,
            at: '2026-12-01T10:00:00.000Z',
            by: { name: 'Chair (invented)', gmcNumber: null, role: 'chair', device: null },
          },
          ...someSteps(next, [{ kind: 'release', on: '2026-12-10' }]),
        ],
      },
      today,
    );
    const signedOnly = doctors(6, () => {
      const { review, steps } = released(2026, planned, 3);
      return { review, steps: steps.slice(0, 2) };
    });
    const found = statisticsOf(
      [amended, ...signedOnly, ...doctors(5, () => released(2026, actions, 4))],
      today,
    );
    expect(found.outcomesByYear).toMatchObject({
      columns: [{ label: actions?.name }],
      rows: [{ cells: [6] }],
      all: 6,
    });
    expect(found.release[0]?.days).toEqual({ median: 4, shortest: 3, longest: 4 });
  });

  it('say what became of actions, and do not count leave as missing a day', () => {
    const away = { from: '2027-06-01', to: null, reason: '' };
    const of = (
      count: number,
      over: Parameters<typeof someAction>[0],
      breaks: readonly (typeof away)[] = [],
    ) => Array.from({ length: count }, () => someDoctor({ tracked: [someAction(over)] }, today, { breaks }));
    const { actions: table } = statisticsOf(
      [
        ...of(6, { status: 'done', closedOn: '2027-05-01', dueOn: '2027-07-01' }),
        ...of(5, { dueOn: '2027-07-01' }),
        ...of(5, { status: 'dropped', closedOn: '2027-05-01', dueOn: '2027-07-01' }),
        ...of(5, { dueOn: '2027-07-01' }, [away]),
      ],
      today,
    );
    expect(table).toMatchObject({
      columns: [{ key: 'kept' }, { key: 'missed' }, { key: 'dropped' }, { key: 'running' }],
      rows: [{ label: '2027', cells: [6, 5, 5, 5], total: 21 }],
    });
  });

  it('name a reason for not holding a panel only when five gave it', () => {
    const off = (reason: string, kind: 'not-held' | 'postpone' = 'not-held') => {
      const review = someReview();
      const said =
        kind === 'postpone'
          ? { kind, on: '2026-11-01', reason, heldOn: null }
          : { kind, on: '2026-11-01', reason };
      return { review, steps: someSteps(review, [said]) };
    };
    const { notHeld } = statisticsOf(
      [
        ...doctors(6, (at) => off(at % 2 === 0 ? 'Panel not quorate' : ' panel not  quorate.')),
        ...doctors(5, (at) => off(`Something private ${at}`)),
        ...doctors(5, () => off('Doctor on leave', 'postpone')),
      ],
      today,
    );
    expect(notHeld).toMatchObject({
      columns: [{ label: 'Panel not quorate' }, { label: 'Doctor on leave' }, { key: 'other' }],
      rows: [
        { key: 'not-held', cells: [6, 0, 5] },
        { key: 'postpone', cells: [0, 5, 0] },
      ],
      all: 16,
    });
    expect(JSON.stringify(notHeld)).not.toContain('private');
  });

  it('are nothing, or too few, rather than wrong', () => {
    const none = statisticsOf([], today);
    expect([none.outcomesBySpecialty.is, none.actions.is, none.release.length]).toEqual(['none', 'none', 0]);
    const few = statisticsOf(
      doctors(4, () => released(2026, planned, 3)),
      today,
    );
    expect([few.outcomesBySpecialty.is, few.outcomesByYear.is]).toEqual(['too-few', 'too-few']);
    expect(few.release).toEqual([
      { year: '2026', days: null },
      { year: 'all', days: null },
    ]);
  });
});
