import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCoverageIndex } from '#shared/domain/coverage/coverage-index.ts';
import { coverageOf } from '#shared/domain/coverage/coverage-of.ts';
import {
  type CoverageMap,
  coverageMapSchema,
  type ExpectationResult,
} from '#shared/domain/coverage/types.ts';
import { windowStart } from '#shared/domain/coverage/window.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import { guidancePacks } from '#shared/guidance/packs.ts';
import { anyItem, idOf, item, linkedTo } from '../evidence/items.ts';
import { packOf, rule } from './packs.ts';

const targetDate = '2027-09-30';
const anyPack = fc.constantFrom(...guidancePacks);
const anyDay = fc.constantFrom('2026-11-19', '2026-11-20', '2027-09-30', '2028-01-01');
const somePack = guidancePacks[1] ?? guidancePacks[0];
if (somePack === undefined) throw new Error('no packs');
const someCodes = somePack.capabilities.slice(0, 4).map(({ code }) => code);

const anyPortfolio = fc
  .uniqueArray(anyItem(someCodes, 40), { selector: (one) => one.id, maxLength: 40 })
  .map((items) => [somePack, items] as const);

/** Counts a rule the long way round, from its wording alone. */
function naive(
  result: ExpectationResult,
  items: readonly EvidenceItem[],
  today: string,
  { window: { years }, application }: GuidancePack,
) {
  const { types, only, unit, withinYears } = result.expectation;
  const windowFrom = windowStart(targetDate, years);
  const keptUp =
    withinYears === null &&
    items.some(
      (one) =>
        application?.maintenance?.types.includes(one.type) === true &&
        one.startedOn <= today &&
        (one.endedOn ?? one.startedOn) >= windowFrom,
    );
  const from = windowStart(targetDate, withinYears ?? years);
  const mine = items.filter(
    (one) =>
      (types.length === 0 || types.includes(one.type)) &&
      (only === undefined || one.details[only.field] === only.value) &&
      one.startedOn <= today,
  );
  const amount = (some: readonly EvidenceItem[]) => {
    switch (unit) {
      case 'items':
        return some.length;
      case 'verified-items':
        return some.filter((one) => one.verification !== null).length;
      case 'kinds':
        return new Set(some.map((one) => one.type)).size;
      case 'cases':
        return some.reduce((sum, one) => sum + Number(one.details.cases ?? 0), 0);
      case 'hours':
        return some.reduce((sum, one) => sum + Math.round((one.hours ?? 0) * 100), 0) / 100;
    }
  };
  const age = (one: EvidenceItem) => one.endedOn ?? one.startedOn;
  return {
    have: amount(mine.filter((one) => keptUp || age(one) >= from)),
    tooOld: amount(mine.filter((one) => !keptUp && age(one) < from)),
  };
}

/** Older evidence is kept up under a capability, never for the portfolio as a whole. */
const wholeOf = ({ application: _, ...pack }: GuidancePack): GuidancePack => pack;

const haves = (map: CoverageMap) =>
  [...map.whole, ...map.capabilities.flatMap((line) => line.expectations)].map((result) => result.have);

describe('the coverage index', () => {
  it('agrees with counting from the start after any history', () => {
    const anyStep = fc.oneof(
      { weight: 6, arbitrary: anyItem(someCodes).map((put) => ({ put })) },
      { weight: 2, arbitrary: fc.nat({ max: 11 }).map((remove) => ({ remove })) },
      { weight: 3, arbitrary: anyDay.map((look) => ({ look })) },
    );
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), anyDay, (steps, lastDay) => {
        const index = createCoverageIndex(somePack, { targetDate });
        const truth = new Map<string, EvidenceItem>();
        const agree = (today: string) =>
          expect(index.map(today)).toEqual(coverageOf(somePack, truth.values(), { today, targetDate }));
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
      { numRuns: 150 },
    );
  });

  it('agrees with the wording of every shipped rule', () => {
    const portfolio = anyPack.chain((pack) =>
      fc.tuple(
        fc.constant(pack),
        fc.uniqueArray(
          anyItem(
            pack.capabilities.map(({ code }) => code),
            60,
          ),
          { selector: (one) => one.id },
        ),
        anyDay,
      ),
    );
    fc.assert(
      fc.property(portfolio, ([pack, items, today]) => {
        const kept = items.filter((one) => one.trashedAt === null);
        const map = coverageOf(pack, items, { today, targetDate });
        expect(coverageMapSchema.safeParse(map).success).toBe(true);
        for (const result of map.whole)
          expect(result).toMatchObject(naive(result, kept, today, wholeOf(pack)));
        for (const line of map.capabilities) {
          const mine = kept.filter((one) => one.links.some((link) => link.capability === line.code));
          expect(line.items).toBe(mine.length);
          for (const result of line.expectations) {
            expect(result).toMatchObject(naive(result, mine, today, pack));
            expect(result.met).toBe(result.have >= result.expectation.atLeast);
          }
          const met = line.expectations.filter((result) => result.met).length;
          const share = met / line.expectations.length;
          expect(line.strength).toBe(
            mine.length === 0 ? 'empty' : share === 1 ? 'counts-met' : share >= 0.5 ? 'partial' : 'thin',
          );
          expect(new Set(line.gaps.map((gap) => gap.kind)).has('no-evidence')).toBe(mine.length === 0);
          if (mine.length > 0) expect(line.gaps).toHaveLength(line.expectations.length - met);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('never counts less when an item is added', () => {
    fc.assert(
      fc.property(anyPortfolio, anyItem(someCodes), anyDay, ([pack, items], more, today) => {
        const others = items.filter((one) => one.id !== more.id);
        const before = haves(coverageOf(pack, others, { today, targetDate }));
        const after = haves(coverageOf(pack, [...others, more], { today, targetDate }));
        after.forEach((have, n) => {
          expect(have).toBeGreaterThanOrEqual(before[n] ?? Number.NaN);
        });
      }),
    );
  });

  it('treats trash as gone', () => {
    fc.assert(
      fc.property(anyPortfolio, fc.nat({ max: 39 }), anyDay, ([pack, items], n, today) => {
        const on = { today, targetDate };
        const trashedAt = '2026-06-01T00:00:00.000Z';
        const trashed = items.map((one) => (one.id === idOf(n) ? { ...one, trashedAt } : one));
        const removed = items.filter((one) => one.id !== idOf(n));
        expect(coverageOf(pack, trashed, on)).toEqual(coverageOf(pack, removed, on));
      }),
    );
  });

  it('does not care how often an item is linked, nor in what order items came', () => {
    fc.assert(
      fc.property(anyPortfolio, anyDay, ([pack, items], today) => {
        const on = { today, targetDate };
        const shuffled = items.toReversed().map((one) => ({ ...one, links: [...one.links, ...one.links] }));
        expect(coverageOf(pack, shuffled, on)).toEqual(coverageOf(pack, items, on));
      }),
    );
  });

  it('counts again when the day has come, and when the clock was put back', () => {
    const pack = packOf({ A1: [rule('here')] }, [rule('everywhere')]);
    const index = createCoverageIndex(pack, { targetDate });
    index.apply(undefined, item(1, { ...linkedTo('A1'), startedOn: '2026-11-20' }));
    const counts = (today: string) => haves(index.map(today));
    expect([counts('2026-11-19'), counts('2026-11-20'), counts('2026-11-19')]).toEqual([
      [0, 0],
      [1, 1],
      [0, 0],
    ]);
  });

  it('counts again only what a change touched', () => {
    const index = createCoverageIndex(somePack, { targetDate });
    const [first, second] = someCodes;
    const [one] = fc.sample(anyItem(someCodes), 1);
    if (one === undefined || first === undefined || second === undefined) throw new Error('no sample');
    const linked = { ...one, trashedAt: null, links: [{ capability: first, pages: '', note: '' }] };
    const before = index.map('2026-11-19');
    expect(index.map('2026-11-19')).toBe(before);
    index.apply(undefined, linked);
    const after = index.map('2026-11-19');
    const changed = after.capabilities.filter((line, n) => line !== before.capabilities[n]);
    expect(changed.map((line) => line.code)).toEqual([first]);
    expect(index.map('2026-11-20').capabilities[1]).not.toBe(after.capabilities[1]);
  });
});
