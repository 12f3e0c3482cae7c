import { describe, expect, it } from 'vitest';
import { coverageOf } from '#shared/domain/coverage/coverage-of.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import { nextStepSchema } from '#shared/domain/next-steps/next-steps.ts';
import { nextSteps, nonClinicalOf } from '#shared/domain/next-steps/rank.ts';
import { item, linkedTo } from '../evidence/items.ts';
import { packOf, rule } from './packs.ts';

const days = { today: '2026-11-19', targetDate: '2028-06-30' };
const nothing = { falling: [], unverified: 0, unanonymised: 0 };
const keys = (
  pack: GuidancePack,
  items: readonly EvidenceItem[],
  over: Partial<Parameters<typeof nextSteps>[2]> = {},
) => nextSteps(pack, coverageOf(pack, items, days), { ...nothing, ...over }).map(({ key }) => key);
const on = (code: string, n: number, over: Partial<EvidenceItem> = {}) =>
  item(n, { ...linkedTo(code), ...over });

describe('what to do next', () => {
  it('puts first what is furthest from met, weighed by how certain its source is', () => {
    const pack = packOf({
      A1: [
        rule('own-half', { atLeast: 2 }),
        rule('own-nothing', { types: ['audit'], atLeast: 1 }),
        rule('certain-half', { atLeast: 2, certainty: 'certain' }),
        rule('likely-nothing', { types: ['dops'], atLeast: 3, certainty: 'likely' }),
      ],
    });
    expect(keys(pack, [on('A1', 1)])).toEqual([
      'gap:A1:likely-nothing',
      'gap:A1:certain-half',
      'gap:A1:own-nothing',
      'gap:A1:own-half',
    ]);
  });

  it('puts overdue actions before everything', () => {
    const pack = packOf({ A1: [rule('own')] });
    const overdue = ['2026-10-01', '2026-09-01'];
    expect(keys(pack, [on('A1', 1)], { overdue })).toEqual(['actions', 'gap:A1:own']);
    const [first] = nextSteps(pack, coverageOf(pack, [], days), { ...nothing, overdue });
    expect(first).toMatchObject({ kind: 'actions', items: 2, on: '2026-09-01', capability: null });
  });

  it('prefers non-clinical capabilities among equals', () => {
    const made = packOf({
      C1: [rule('clinical', { types: ['dops'] })],
      G1: [rule('generic', { types: ['audit'] })],
    });
    const pack = {
      ...made,
      capabilities: made.capabilities.map(
        (one) => ({ ...one, kind: one.code === 'G1' ? 'generic' : 'clinical' }) as const,
      ),
    };
    expect(keys(pack, [item(1)])).toEqual(['gap:G1:generic', 'gap:C1:clinical', 'unlinked']);
    expect(nonClinicalOf(pack, coverageOf(pack, [], days))).toEqual({
      capabilities: 1,
      countsMet: 0,
      rules: 1,
      rulesMet: 0,
    });
    expect(nonClinicalOf(made, coverageOf(made, [], days))).toBeNull();
  });

  it('then what expires, soonest first, then what to verify, look through, finish and link', () => {
    const pack = packOf({ A1: [], B1: [] });
    const falling = [
      { code: 'B1', items: 1, on: '2027-05-01' },
      { code: 'A1', items: 4, on: '2027-01-01' },
    ];
    const items = [on('A1', 1), on('B1', 2), item(3), item(4, { draft: true })];
    expect(keys(pack, items, { falling, unverified: 3, unanonymised: 2 })).toEqual([
      'expiring:A1',
      'expiring:B1',
      'unverified',
      'unanonymised',
      'drafts',
      'unlinked',
    ]);
  });

  it('names the empty capability only where no rule says what to add, and leaves out what cannot be met yet', () => {
    const pack = packOf(
      {
        A1: [],
        B1: [rule('audits', { types: ['audit'] })],
        C1: [rule('final-year', { types: ['acat'], withinYears: 1 })],
      },
      [rule('everywhere', { types: ['msf'] })],
    );
    const steps = nextSteps(pack, coverageOf(pack, [on('C1', 1)], days), nothing);
    expect(steps.map(({ key }) => key)).toEqual(['gap:A1:*', 'gap:B1:audits', 'gap:*:everywhere']);
    for (const step of steps) expect(nextStepSchema.safeParse(step).success).toBe(true);
    expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
  });
});
