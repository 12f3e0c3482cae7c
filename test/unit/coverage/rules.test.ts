import { describe, expect, it } from 'vitest';
import { coverageOf } from '#shared/domain/coverage/coverage-of.ts';
import { windowStart } from '#shared/domain/coverage/window.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { Expectation } from '#shared/domain/guidance-pack.ts';
import { item, linkedTo, verification } from '../evidence/items.ts';
import { packOf, rule } from './packs.ts';

const days = { today: '2026-11-19', targetDate: '2028-06-30' };

function covered(rules: readonly Expectation[], items: readonly EvidenceItem[], on = days) {
  const map = coverageOf(packOf({ A1: rules }), items, on);
  const line = map.capabilities[0];
  if (line === undefined) throw new Error('one capability expected');
  return line;
}
const onA1 = (n: number, over: Partial<EvidenceItem> = {}) => item(n, { ...linkedTo('A1'), ...over });
const counted = (one: Expectation, items: readonly EvidenceItem[]) => {
  const [result] = covered([one], items).expectations;
  return [result?.have, result?.tooOld];
};

describe('the window', () => {
  it.each([
    ['2028-06-30', 5, '2023-06-30'],
    ['2028-02-29', 1, '2027-02-28'],
    ['2028-02-29', 4, '2024-02-29'],
    ['2026-08-31', 0.5, '2026-02-28'],
    ['2026-03-15', 0.25, '2025-12-15'],
    ['2026-01-31', 2.5, '2023-07-31'],
  ])('of %s and %d years starts on %s', (date, years, start) => {
    expect(windowStart(date, years)).toBe(start);
  });

  it('is measured back from the target date, from the end of each item', () => {
    const line = covered(
      [rule('current')],
      [
        onA1(1, { startedOn: '2023-06-30' }),
        onA1(2, { startedOn: '2023-06-29' }),
        onA1(3, { startedOn: '2019-01-01', endedOn: '2023-07-01' }),
        onA1(4, { startedOn: '2020-01-01' }),
      ],
    );
    expect(line).toMatchObject({
      items: 4,
      inWindow: 2,
      expiring: 1,
      newestOn: '2023-07-01',
      strength: 'counts-met',
    });
    expect(line.expectations[0]).toMatchObject({ have: 2, tooOld: 2, met: true, countsFrom: '2023-06-30' });
  });

  it('of one rule may be shorter than the pack’s', () => {
    const items = [onA1(1, { startedOn: '2027-01-01', endedOn: null }), onA1(2, { startedOn: '2026-11-01' })];
    const [result] = covered([rule('recent', { withinYears: 2 })], items, {
      ...days,
      today: '2027-12-01',
    }).expectations;
    expect(result).toMatchObject({ countsFrom: '2026-06-30', have: 2 });
    expect(counted(rule('last-year', { withinYears: 1 }), items)).toEqual([0, 1]);
  });

  it('does not count what has not begun, but counts what is still going on', () => {
    const line = covered(
      [rule('current')],
      [onA1(1, { startedOn: '2026-11-20' }), onA1(2, { startedOn: '2026-11-19', endedOn: '2027-08-01' })],
    );
    expect(line).toMatchObject({ items: 2, inWindow: 1 });
    expect(line.expectations[0]).toMatchObject({ have: 1, tooOld: 0 });
  });
});

describe('what a rule counts', () => {
  const old = { startedOn: '2018-01-01' };

  it('items of its types', () => {
    const items = [onA1(1), onA1(2, { type: 'dops' }), onA1(3, { type: 'dops', ...old })];
    expect(counted(rule('dops', { types: ['dops'] }), items)).toEqual([1, 1]);
    expect(counted(rule('any'), items)).toEqual([2, 1]);
  });

  it('cases, which never go below none', () => {
    const logbook = (n: number, cases: number | string, over = {}) =>
      onA1(n, { type: 'logbook', details: { cases }, ...over });
    const cases = rule('cases', { types: ['logbook'], unit: 'cases', atLeast: 300 });
    expect(counted(cases, [logbook(1, 120), logbook(2, 90), logbook(3, 50, old)])).toEqual([210, 50]);
    expect(counted(cases, [logbook(1, 120), logbook(2, -500), logbook(3, 'many'), logbook(4, 2.9)])).toEqual([
      122, 0,
    ]);
    expect(counted(cases, [onA1(1, { details: { cases: 40 } })])).toEqual([0, 0]);
  });

  it('hours, exactly', () => {
    const course = (n: number, hours: number | null) => onA1(n, { type: 'cpd', hours });
    const hours = rule('hours', { types: ['cpd'], unit: 'hours', atLeast: 12 });
    expect(counted(hours, [course(1, 0.1), course(2, 0.2), course(3, 7.25), course(4, null)])).toEqual([
      7.55, 0,
    ]);
  });

  it('kinds of evidence and verified items', () => {
    const items = [
      onA1(1, { verification }),
      onA1(2, { verification, ...old }),
      onA1(3, { type: 'audit' }),
      onA1(4, { type: 'audit' }),
      onA1(5, { type: 'msf', ...old }),
    ];
    expect(counted(rule('kinds', { unit: 'kinds' }), items)).toEqual([2, 2]);
    expect(counted(rule('verified', { unit: 'verified-items' }), items)).toEqual([1, 1]);
  });

  it('only items whose answer is the one asked for', () => {
    const letter = (n: number, kind: string) => onA1(n, { type: 'reference', details: { kind } });
    const only = { field: 'kind', value: 'referral-letter' };
    const letters = rule('letters', { types: ['reference'], only });
    expect(counted(letters, [letter(1, 'referral-letter'), letter(2, 'thanks')])).toEqual([1, 0]);
  });
});

describe('strength', () => {
  const four = [
    rule('current'),
    rule('kinds', { unit: 'kinds' }),
    rule('verified', { unit: 'verified-items', atLeast: 1 }),
    rule('audits', { types: ['audit'], atLeast: 1 }),
  ];

  it('is empty, thin, partial or counts met', () => {
    expect(covered(four, []).strength).toBe('empty');
    expect(covered(four, [onA1(1)]).strength).toBe('thin');
    expect(covered(four, [onA1(1), onA1(2)]).strength).toBe('thin');
    expect(covered(four, [onA1(1), onA1(2, { type: 'msf' })]).strength).toBe('partial');
    expect(covered(four, [onA1(1), onA1(2, { type: 'audit', verification })]).strength).toBe('counts-met');
  });

  it('does not grow with the number of links', () => {
    const many = (over: Partial<EvidenceItem>) => Array.from({ length: 10 }, (_, n) => onA1(n, over));
    expect(covered(four, many({ startedOn: '2017-05-01' }))).toMatchObject({
      items: 10,
      inWindow: 0,
      strength: 'thin',
    });
    expect(covered(four, many({})).strength).toBe('thin');
    const thrice = onA1(1, linkedTo('A1', 'A1', 'A1'));
    expect(covered(four, [thrice])).toEqual(covered(four, [onA1(1)]));
  });

  it('never says counts met where there is no count', () => {
    expect(covered([], [onA1(1)]).strength).toBe('partial');
    expect(covered([], [onA1(1, { startedOn: '2017-05-01' })]).strength).toBe('thin');
    expect(covered([], []).strength).toBe('empty');
  });
});

describe('gaps', () => {
  const guided = { certainty: 'likely' } as const;

  it('come most useful first', () => {
    const rules = [
      rule('verified', { unit: 'verified-items', atLeast: 1 }),
      rule('kinds', { unit: 'kinds', atLeast: 3 }),
      rule('audits', { types: ['audit'], atLeast: 1 }),
      rule('own', { types: ['teaching'], atLeast: 4 }),
      rule('sles', { types: ['mini-cex'], atLeast: 8, ...guided }),
    ];
    const items = [
      onA1(1),
      onA1(2, { type: 'audit', startedOn: '2020-01-01' }),
      onA1(3, { type: 'teaching' }),
    ];
    expect(covered(rules, items).gaps).toEqual([
      { kind: 'too-few', expectationId: 'sles', missing: 8 },
      { kind: 'too-few', expectationId: 'own', missing: 3 },
      { kind: 'too-old', expectationId: 'audits', missing: 1 },
      { kind: 'few-kinds', expectationId: 'kinds', missing: 1 },
      { kind: 'unverified', expectationId: 'verified', missing: 1 },
    ]);
  });

  it('of an empty capability name what is asked for, not every rule it cannot meet yet', () => {
    const rules = [
      rule('current'),
      rule('kinds', { unit: 'kinds' }),
      rule('audits', { types: ['audit'], atLeast: 1 }),
    ];
    expect(covered(rules, []).gaps).toEqual([
      { kind: 'no-evidence', expectationId: null, missing: 0 },
      { kind: 'too-few', expectationId: 'audits', missing: 1 },
    ]);
  });

  it('do not ask to verify what is not there', () => {
    const verified = rule('verified', { unit: 'verified-items', atLeast: 1 });
    const old = { startedOn: '2020-01-01' };
    expect(covered([verified], [onA1(1, old)]).gaps[0]?.kind).toBe('too-few');
    expect(covered([verified], [onA1(1, { ...old, verification })]).gaps[0]?.kind).toBe('too-old');
  });

  it('say when a rule’s period has not begun, and do not call the capability thin for it', () => {
    // A target date 19 months away: the final year before it starts on 30/06/2027.
    const finalYear = rule('final-year', { types: ['acat'], atLeast: 4, withinYears: 1 });
    const line = covered([rule('current'), finalYear], [onA1(1), onA1(2), onA1(3, { type: 'acat' })]);
    expect(line.gaps).toEqual([{ kind: 'not-yet', expectationId: 'final-year', missing: 4 }]);
    expect(line.strength).toBe('partial');
    expect(covered([finalYear], [onA1(1)]).strength).toBe('partial');
  });

  it('are none when every rule is met', () => {
    expect(covered([rule('current')], [onA1(1), onA1(2)]).gaps).toEqual([]);
  });
});

describe('the whole portfolio', () => {
  it('counts every item once, linked or not, and what no capability shows', () => {
    const pack = packOf({ A1: [], B1: [] }, [rule('cbds', { types: ['cbd'] })]);
    const trashed = onA1(9, { trashedAt: '2026-05-01T00:00:00.000Z' });
    const items = [item(1, linkedTo('A1', 'B1')), item(2), item(3, linkedTo('GONE')), trashed];
    const map = coverageOf(pack, items, days);
    expect(map).toMatchObject({ items: 3, unlinked: 2, ...days });
    expect(map.whole[0]).toMatchObject({ have: 3, met: true });
    expect(map.capabilities.map((line) => [line.code, line.items])).toEqual([
      ['A1', 1],
      ['B1', 1],
    ]);
  });
});
