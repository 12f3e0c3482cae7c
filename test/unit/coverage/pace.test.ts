import { describe, expect, it } from 'vitest';
import { paceOf } from '#shared/domain/coverage/pace.ts';

const plan = { startedOn: '2026-01-01', today: '2026-07-02', targetDate: '2027-01-01', life: {} };
const met = (...days: readonly (string | null)[]) => days;
const ten = (days: readonly string[]) => [...days, ...Array.from({ length: 10 - days.length }, () => null)];

describe('the pace', () => {
  it('goes evenly from what was met at the start to all counts on the target date', () => {
    const pace = paceOf(plan, ten(['2025-03-01', '2025-12-31', '2026-03-01', '2026-06-01']), ['2026-02-02']);
    // Two at the start, eight to go, half of the days gone.
    expect(pace).toMatchObject({ rules: 10, met: 4, expected: 6, standing: 'behind' });
    const at = (on: string) => pace.points.find((point) => point.on === on);
    expect(at('2025-12-31')).toEqual({ on: '2025-12-31', met: 2, expected: null, items: 0 });
    expect(at('2026-03-31')).toMatchObject({ met: 3, items: 1 });
    expect(at('2027-01-01')).toEqual({ on: '2027-01-01', met: null, expected: 10, items: null });
    expect(pace.points.map(({ on }) => on)).toEqual(pace.points.map(({ on }) => on).toSorted());
  });

  it('says on pace from the even pace on, without asking for parts of a count', () => {
    const six = ['2025-01-01', '2025-02-01', '2026-02-01', '2026-02-02', '2026-02-03', '2026-02-04'];
    expect(paceOf(plan, ten(six), []).standing).toBe('on-pace');
    expect(paceOf({ ...plan, today: '2026-07-05' }, ten(six), []).standing).toBe('on-pace');
  });

  it('stands still on a break: nobody on leave is behind', () => {
    const life = { breaks: [{ from: '2026-03-01', to: '2026-07-31', reason: '' }] };
    const away = paceOf({ ...plan, life }, ten(['2025-03-01']), []);
    expect(away.standing).toBe('on-break');
    const expectedAt = (on: string) => away.points.find((point) => point.on === on)?.expected;
    expect(expectedAt('2026-07-31')).toBe(expectedAt('2026-03-31'));
    expect(paceOf({ ...plan, life, today: '2026-08-02' }, ten(['2025-03-01']), []).standing).toBe('behind');
    const open = { breaks: [{ from: '2026-03-01', to: null, reason: '' }] };
    expect(paceOf({ ...plan, life: open, today: '2026-12-01' }, ten([]), []).standing).toBe('on-break');
  });

  it('makes no plan without counts, without a working day, or once the day is past', () => {
    expect(paceOf(plan, met(), []).standing).toBe('no-plan');
    expect(paceOf({ ...plan, startedOn: '2027-02-01' }, met(null), []).standing).toBe('no-plan');
    expect(paceOf({ ...plan, today: '2027-01-02' }, met(null), []).standing).toBe('past-target');
  });
});
