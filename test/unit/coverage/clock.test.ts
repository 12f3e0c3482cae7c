import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClock } from '#shared/domain/coverage/clock.ts';
import { windowsOf } from '#shared/domain/coverage/counting.ts';
import { fallsOutOf } from '#shared/domain/coverage/falling-out.ts';
import { windowStart } from '#shared/domain/coverage/window.ts';
import { daysAfter, daysBetween } from '#shared/domain/dates.ts';
import type { Break, WorkingTime } from '#shared/domain/portfolio.ts';
import { packOf } from './packs.ts';

const today = '2026-11-19';
const date = (from = 0, to = 5000) =>
  fc.integer({ min: from, max: to }).map((n) => daysAfter('2014-01-01', n));
const anyBreak: fc.Arbitrary<Break> = fc
  .record({
    from: date(),
    length: fc.option(fc.integer({ min: 0, max: 500 })),
  })
  .map(({ from, length }) => ({ from, to: length === null ? null : daysAfter(from, length), reason: '' }));
const anyTime: fc.Arbitrary<WorkingTime> = fc.record({
  from: date(),
  percent: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.constantFrom(33.33, 66.67, 12.5)),
});
const anyLife = fc.record({
  breaks: fc.array(anyBreak, { maxLength: 4 }),
  workingTime: fc.array(anyTime, { maxLength: 4 }),
});

/** Day by day, from the wording alone. */
function speedOn(day: string, breaks: readonly Break[], workingTime: readonly WorkingTime[]): number {
  const stopped = breaks.some(({ from, to }) => from <= day && day <= (to ?? (today > from ? today : from)));
  if (stopped) return 0;
  const since = workingTime
    .filter(({ from }) => from <= day)
    .reduce<WorkingTime | undefined>(
      (latest, one) => (latest === undefined || one.from >= latest.from ? one : latest),
      undefined,
    );
  return Math.round((since?.percent ?? 100) * 100);
}
function naiveStart(
  target: string,
  years: number,
  breaks: readonly Break[],
  workingTime: readonly WorkingTime[],
): string {
  let left = daysBetween(windowStart(target, years), target) * 10_000;
  let day = target;
  while (left > 0) {
    day = daysAfter(day, -1);
    left -= speedOn(day, breaks, workingTime);
  }
  return day;
}

describe('the clock', () => {
  it('is the calendar for full time without breaks', () => {
    fc.assert(
      fc.property(date(), fc.constantFrom(0.5, 1, 2.5, 5, 7), fc.boolean(), (target, years, wholeTime) => {
        const full = [{ from: '2010-01-01', percent: 100 }];
        const start = windowStart(target, years);
        expect(createClock({}, wholeTime).windowStart(target, years, today)).toBe(start);
        expect(createClock({ breaks: [], workingTime: full }, true).windowStart(target, years, today)).toBe(
          start,
        );
      }),
    );
  });

  it('agrees with counting day by day back from the target date', () => {
    fc.assert(
      fc.property(
        anyLife,
        date(3000),
        fc.constantFrom(1, 3, 0.5),
        fc.boolean(),
        (life, target, years, wholeTime) => {
          const sorted = {
            ...life,
            workingTime: life.workingTime.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
          };
          fc.pre(new Set(sorted.workingTime.map(({ from }) => from)).size === sorted.workingTime.length);
          const speeds = wholeTime ? sorted.workingTime : [];
          expect(createClock(sorted, wholeTime).windowStart(target, years, today)).toBe(
            naiveStart(target, years, sorted.breaks, speeds),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reaches further back for part-time work only where years are whole-time ones, and for breaks always', () => {
    const workingTime = [{ from: '2020-01-01', percent: 50 }];
    const breaks = [{ from: '2025-01-01', to: '2025-12-31', reason: 'Parental leave' }];
    // 365 days at half speed take 730.
    expect(createClock({ workingTime }, true).windowStart('2027-01-01', 1, today)).toBe('2025-01-01');
    expect(createClock({ workingTime }, false).windowStart('2027-01-01', 1, today)).toBe('2026-01-01');
    expect(createClock({ breaks }, false).windowStart('2027-01-01', 2, today)).toBe('2024-01-02');
    // The same days twice stop the clock once.
    expect(createClock({ breaks: [...breaks, ...breaks] }, true).windowStart('2027-01-01', 2, today)).toBe(
      '2024-01-02',
    );
  });

  it('counts a break that goes on up to today, and no further', () => {
    const clock = createClock({ breaks: [{ from: '2026-11-10', to: null, reason: '' }] }, false);
    expect(clock.windowStart('2027-06-30', 1, '2026-11-19')).toBe('2026-06-20');
    expect(clock.windowStart('2027-06-30', 1, '2026-11-20')).toBe('2026-06-19');
    expect([clock.onBreak('2026-11-09'), clock.onBreak('2026-11-10'), clock.onBreak('2029-01-01')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('never moves the start forward for another break', () => {
    fc.assert(
      fc.property(anyLife, anyBreak, date(3000), (life, more, target) => {
        const before = createClock(life, true).windowStart(target, 5, today);
        const after = createClock({ ...life, breaks: [...life.breaks, more] }, true).windowStart(
          target,
          5,
          today,
        );
        expect(after <= before).toBe(true);
      }),
    );
  });
});

describe('when evidence falls out', () => {
  it('is the first day of submission on which it is too old', () => {
    const pack = packOf({ A1: [] });
    const target = '2027-11-19';
    fc.assert(
      fc.property(anyLife, date(2000, 4800), (life, day) => {
        const windows = windowsOf(pack, { ...life, targetDate: target });
        const on = fallsOutOf(windows, today, target)(day);
        const startOn = (submitted: string) => windows.clock.windowStart(submitted, 5, today);
        if (on === null) {
          const never = startOn(target) <= day;
          expect(never || startOn(today) > day).toBe(true);
        } else {
          expect(startOn(on) > day).toBe(true);
          expect(startOn(daysAfter(on, -1)) <= day).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
