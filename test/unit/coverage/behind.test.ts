import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Counting } from '#shared/domain/coverage/counting.ts';
import { createCoverageIndex } from '#shared/domain/coverage/coverage-index.ts';
import { coverageOf } from '#shared/domain/coverage/coverage-of.ts';
import { coverageMapSchema } from '#shared/domain/coverage/types.ts';
import { daysAfter } from '#shared/domain/dates.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { guidancePacks, packById } from '#shared/guidance/packs.ts';
import { anyItem, idOf, item, linkedTo, verification } from '../evidence/items.ts';
import { packOf, rule } from './packs.ts';

const hash = (n: number) => n.toString(16).padStart(64, '0');
const file = (n: number) => ({
  hash: hash(n),
  name: `sample-${n}.pdf`,
  mediaType: 'application/pdf',
  size: 1,
});
const found = packById('intensive-care-medicine');
if (found?.application?.maintenance === undefined)
  throw new Error('the pack with a maintenance rule is gone');
const pack = found;
const codes = pack.capabilities.slice(0, 3).map(({ code }) => code);

/** Items with everything coverage looks at: drafts, files, marks, what needs none. */
const richItem: fc.Arbitrary<EvidenceItem> = fc
  .record({
    base: anyItem(codes, 30),
    draft: fc.boolean(),
    files: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
    looked: fc.option(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 })),
    redacted: fc.boolean(),
    notNeeded: fc.option(fc.subarray(['anonymised', 'verified'] as const)),
  })
  .map(({ base, draft, files, looked, redacted, notNeeded }) => ({
    ...base,
    ...(draft ? { draft } : {}),
    attachments: files.map((n) => ({
      ...file(n),
      ...(redacted ? { redacted: { ...file(n + 10), at: '2026-05-01T09:00:00.000Z' } } : {}),
    })),
    ...(looked === null ? {} : { anonymised: { ...verification, files: looked.map(hash) } }),
    ...(notNeeded === null ? {} : { notNeeded }),
  }));
const day = fc.integer({ min: 0, max: 4500 }).map((n) => daysAfter('2016-01-01', n));
const anyCounting: fc.Arbitrary<Counting> = fc.record({
  targetDate: fc.constantFrom('2027-09-30', '2028-02-29'),
  breaks: fc.array(
    fc.tuple(day, fc.option(fc.nat({ max: 400 }))).map(([from, days]) => ({
      from,
      to: days === null ? null : daysAfter(from, days),
      reason: '',
    })),
    { maxLength: 3 },
  ),
  workingTime: fc.array(fc.record({ from: day, percent: fc.integer({ min: 20, max: 100 }) }), {
    maxLength: 3,
  }),
  notVerified: fc.constantFrom([], ['msf', 'cpd'] as const),
});
const anyDay = fc.constantFrom('2026-11-19', '2026-11-20', '2027-09-30');

describe('coverage with breaks, part-time years, drafts and what is kept up', () => {
  it('agrees with counting from the start after any history', () => {
    const anyStep = fc.oneof(
      { weight: 6, arbitrary: richItem.map((put) => ({ put })) },
      { weight: 2, arbitrary: fc.nat({ max: 29 }).map((remove) => ({ remove })) },
      { weight: 2, arbitrary: anyDay.map((look) => ({ look })) },
    );
    fc.assert(
      fc.property(anyCounting, fc.array(anyStep, { maxLength: 40 }), anyDay, (counting, steps, lastDay) => {
        const index = createCoverageIndex(pack, counting);
        const truth = new Map<string, EvidenceItem>();
        const agree = (today: string) => {
          const map = index.map(today);
          expect(map).toEqual(coverageOf(pack, truth.values(), { ...counting, today }));
          expect(coverageMapSchema.safeParse(map).success).toBe(true);
        };
        for (const step of steps) {
          if ('put' in step) {
            index.apply(truth.get(step.put.id), step.put);
            truth.set(step.put.id, step.put);
          } else if ('remove' in step) {
            index.apply(truth.get(idOf(step.remove)), undefined);
            truth.delete(idOf(step.remove));
          } else agree(step.look);
        }
        agree(lastDay);
      }),
      { numRuns: 120 },
    );
  });

  it('shows behind each number exactly the items it counts', () => {
    const items = fc.uniqueArray(richItem, { selector: (one) => one.id, maxLength: 30 });
    fc.assert(
      fc.property(anyCounting, items, anyDay, (counting, all, today) => {
        const index = createCoverageIndex(pack, counting);
        for (const one of all) index.apply(undefined, one);
        const map = index.map(today);
        const amount = (capability: string | null, expectation: string | null, measure: 'all') =>
          index.behind({ capability, expectation, measure }, today)?.length;
        for (const line of map.capabilities) {
          const { items: linked, inWindow, maintained, tooOld, tooEarly, expiring, drafts } = line;
          const { verified, unverified, anonymised, unanonymised } = line;
          const numbers = {
            ...{ all: linked, inWindow, maintained, tooOld, tooEarly, expiring, drafts },
            ...{ verified, unverified, anonymised, unanonymised, counted: inWindow + maintained },
          };
          for (const [measure, number] of Object.entries(numbers))
            expect([measure, amount(line.code, null, measure as 'all')]).toEqual([measure, number]);
          for (const {
            expectation,
            have,
            tooOld: old,
            maintained: kept,
            tooEarly: planned,
          } of line.expectations) {
            if (expectation.unit !== 'items' && expectation.unit !== 'verified-items') continue;
            for (const [measure, number] of Object.entries({
              counted: have,
              tooOld: old,
              maintained: kept,
              tooEarly: planned,
            }))
              expect([measure, amount(line.code, expectation.id, measure as 'all')]).toEqual([
                measure,
                number,
              ]);
          }
        }
        expect(amount(null, null, 'all')).toBe(map.items);
        expect(amount(null, null, 'drafts' as 'all')).toBe(map.drafts);
      }),
      { numRuns: 120 },
    );
  });

  it('says from which day each count was met', () => {
    const items = fc.uniqueArray(richItem, { selector: (one) => one.id, maxLength: 30 });
    // A break still going on is counted up to the day asked, so that the windows of two days differ.
    const steady = anyCounting.map((counting) => ({
      ...counting,
      breaks: counting.breaks?.filter(({ to }) => to !== null) ?? [],
    }));
    fc.assert(
      fc.property(
        fc.constantFrom(pack, ...guidancePacks),
        steady,
        items,
        day,
        (some, counting, all, then) => {
          const today = '2027-09-30';
          const index = createCoverageIndex(some, counting);
          for (const one of all) index.apply(undefined, one);
          const on = index.metOn(today);
          const map = index.map(then);
          const results = [...map.capabilities.flatMap(({ expectations }) => expectations), ...map.whole];
          expect(on.map((met) => met !== null && met <= then)).toEqual(results.map(({ met }) => met));
        },
      ),
      { numRuns: 120 },
    );
  });

  it('knows no number of a capability or rule that is not there', () => {
    const index = createCoverageIndex(pack, { targetDate: '2027-09-30' });
    const ask = (capability: string | null, expectation: string | null) =>
      index.behind({ capability, expectation, measure: 'counted' }, '2026-11-19');
    expect(ask('NOWHERE', null)).toBeUndefined();
    expect(ask(codes[0] ?? '', 'nothing')).toBeUndefined();
    expect(ask(null, 'nothing')).toBeUndefined();
    expect(ask(null, null)).toEqual([]);
  });
});

describe('the maintenance rule', () => {
  const days = { today: '2026-11-19', targetDate: '2028-06-30' };
  const old = { startedOn: '2019-01-01' };
  const kept = (rules: Parameters<typeof packOf>[0]) => ({
    ...packOf(rules, [rule('everywhere')]),
    application: {
      maintenance: {
        types: ['logbook', 'cbd'] as const,
        note: '',
        certainty: 'working',
        source: 'made-up',
      } as const,
    },
  });
  const on = (n: number, over: Partial<EvidenceItem> = {}) => item(n, { ...linkedTo('A1'), ...over });
  const line = (items: readonly EvidenceItem[], rules = [rule('current')]) =>
    coverageOf(kept({ A1: rules, B1: [] }), items, days).capabilities[0];
  const audits = [on(1, { type: 'audit', ...old }), on(2, { type: 'audit', ...old })];

  it('counts older evidence where newer evidence of the named types stands under the same capability', () => {
    expect(line(audits)).toMatchObject({ inWindow: 0, maintained: 0, tooOld: 2 });
    expect(line([...audits, on(3, { type: 'logbook' })])).toMatchObject({
      inWindow: 1,
      maintained: 2,
      tooOld: 0,
      kinds: 2,
      expectations: [{ have: 3, maintained: 2, tooOld: 0, met: true }],
    });
  });

  it('is not moved by courses alone, by another capability, by a draft, or by what has not begun', () => {
    for (const other of [
      on(3, { type: 'cpd' }),
      item(3, { type: 'logbook', ...linkedTo('B1') }),
      on(3, { type: 'logbook', draft: true }),
      on(3, { type: 'logbook', startedOn: '2026-11-20' }),
      on(3, { type: 'logbook', ...old }),
    ])
      expect(line([...audits, other])).toMatchObject({ maintained: 0 });
  });

  it('does not stand in for a rule that asks for recent evidence, nor for the whole portfolio', () => {
    const items = [...audits, on(3, { type: 'logbook' })];
    expect(line(items, [rule('recent', { withinYears: 3 })])?.expectations[0]).toMatchObject({
      have: 1,
      maintained: 0,
      tooOld: 2,
    });
    expect(coverageOf(kept({ A1: [], B1: [] }), items, days).whole[0]).toMatchObject({ have: 1, tooOld: 2 });
  });
});

describe('marks', () => {
  const index = (over: Partial<EvidenceItem>) => {
    const map = coverageOf(packOf({ A1: [] }), [item(1, { ...linkedTo('A1'), ...over })], {
      today: '2026-11-19',
      targetDate: '2028-06-30',
      notVerified: ['msf'],
    });
    const [one] = map.capabilities;
    return [one?.verified, one?.unverified, one?.anonymised, one?.unanonymised];
  };
  const looked = (...files: readonly number[]) => ({
    anonymised: { ...verification, files: files.map(hash) },
  });

  it('are asked for unless the item, or its type, needs none', () => {
    expect(index({})).toEqual([0, 1, 0, 0]);
    expect(index({ verification })).toEqual([1, 0, 0, 0]);
    expect(index({ type: 'msf' })).toEqual([0, 0, 0, 0]);
    expect(index({ notNeeded: ['verified'] })).toEqual([0, 0, 0, 0]);
    expect(index({ type: 'msf', attachments: [file(1)] })).toEqual([0, 0, 0, 1]);
    expect(index({ type: 'msf', attachments: [file(1)], notNeeded: ['anonymised'] })).toEqual([0, 0, 0, 0]);
  });

  it('hold for the files that were looked at: another file, or a redacted copy, needs another look', () => {
    const msf = { type: 'msf' } as const;
    const redacted = { ...file(1), redacted: { ...file(9), at: '2026-05-01T09:00:00.000Z' } };
    expect(index({ ...msf, attachments: [file(1)], ...looked(1) })).toEqual([0, 0, 1, 0]);
    expect(index({ ...msf, attachments: [file(1), file(2)], ...looked(1) })).toEqual([0, 0, 0, 1]);
    expect(index({ ...msf, attachments: [redacted], ...looked(1) })).toEqual([0, 0, 0, 1]);
    expect(index({ ...msf, attachments: [redacted], ...looked(9) })).toEqual([0, 0, 1, 0]);
  });
});
