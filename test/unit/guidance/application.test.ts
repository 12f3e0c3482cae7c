import { describe, expect, it } from 'vitest';
import { applicationGuideOf } from '#shared/guidance/application.ts';
import { guidancePacks, packById } from '#shared/guidance/packs.ts';

describe('what an application asks', () => {
  it.each(guidancePacks.map((pack) => [pack.id, pack] as const))(
    'every rule of %s has its source',
    (_id, pack) => {
      const { sourceOf, sections, ...rules } = applicationGuideOf(pack);
      const sourced = [...sections, ...Object.values(rules).filter((rule) => rule !== null)];
      expect(sourced.length).toBeGreaterThan(5);
      for (const { source } of sourced as readonly { readonly source: string }[])
        expect(sourceOf(source), source).toBeDefined();
    },
  );

  it('takes a pack’s own rule before the shared one', () => {
    const icm = packById('intensive-care-medicine');
    const gim = packById('general-internal-medicine');
    if (icm === undefined || gim === undefined) throw new Error('no pack');
    expect(applicationGuideOf(icm).referees.atLeast).toBe(3);
    expect(applicationGuideOf(icm).maintenance?.types).not.toContain('cpd');
    expect(applicationGuideOf(gim).referees.atLeast).toBe(4);
    expect(applicationGuideOf(gim).maintenance).toBeNull();
    expect(applicationGuideOf(gim).budget).toMatchObject({ documents: 150, pagesFrom: 800, pagesTo: 1000 });
  });
});
