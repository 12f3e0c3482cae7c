import { describe, expect, it } from 'vitest';
import { sampleEvidence } from '#electron/services/sample/sample-evidence.ts';
import { monthsBefore, sampleItem } from '#electron/services/sample/sample-items.ts';
import { samplePortfolio } from '#electron/services/sample/sample-people.ts';
import { coverageOf } from '#shared/domain/coverage/coverage-of.ts';
import { evidenceItemSchema } from '#shared/domain/evidence.ts';
import { checkDetails } from '#shared/domain/evidence-fields.ts';
import { evidenceTypeIds } from '#shared/domain/evidence-types.ts';
import { packById } from '#shared/guidance/packs.ts';

const today = '2026-11-20';
const items = sampleEvidence.map((line) => sampleItem(line, today, crypto.randomUUID(), []));
const pack = packById(samplePortfolio(today).packId);

describe('the sample', () => {
  it('has at least 80 items, of every type, over four years and more', () => {
    expect(items.length).toBeGreaterThanOrEqual(80);
    expect(new Set(items.map(({ type }) => type))).toEqual(
      // Nothing of a sample is unsorted.
      new Set(evidenceTypeIds.filter((id) => id !== 'unsorted')),
    );
    expect(
      items.filter(({ startedOn }) => startedOn > '2022-11-20' && startedOn <= today).length,
    ).toBeGreaterThanOrEqual(75);
    expect(items.some(({ startedOn }) => startedOn < '2020-01-01')).toBe(true);
    expect(items.some(({ verification }) => verification === null)).toBe(true);
  });

  it.each(items.map((item) => [item.title, item] as const))(
    'would be accepted by the form: %s',
    (_title, item) => {
      expect(evidenceItemSchema.parse(item)).toEqual(item);
      expect(checkDetails(item.type, item.details)).toEqual([]);
    },
  );

  it('names only capabilities of its pack, and leaves clear gaps in it', () => {
    if (pack === undefined) throw new Error('the sample has no pack');
    const codes = new Set(pack.capabilities.map(({ code }) => code));
    expect(items.flatMap(({ links }) => links).filter(({ capability }) => !codes.has(capability))).toEqual(
      [],
    );
    const map = coverageOf(pack, items, { today, targetDate: monthsBefore(today, -14) });
    const strengths = new Set(map.capabilities.map(({ strength }) => strength));
    expect(strengths.size).toBeGreaterThanOrEqual(3);
    expect(map.capabilities.filter(({ gaps }) => gaps.length > 0).length).toBeGreaterThanOrEqual(3);
    expect(map.unlinked).toBeGreaterThan(0);
  });

  it('says of every person and place that they are invented', () => {
    const named = items.flatMap(({ place, verification }) => [place, verification?.by ?? '(invented)']);
    expect(named.filter((name) => !name.includes('(invented)'))).toEqual([]);
  });
});
