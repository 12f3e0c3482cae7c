import { describe, expect, it } from 'vitest';
import { findPacks } from '#renderer/features/portfolio/find-packs.ts';
import { guidancePacks, summaryOf } from '#shared/guidance/packs.ts';

const packs = guidancePacks.map((pack) => summaryOf(pack));
const found = (typed: string, chosen = '') => findPacks(packs, typed, chosen).map(({ id }) => id);

describe('finding a specialty', () => {
  it('goes by the beginnings of words and by initials', () => {
    expect(found('')).toHaveLength(packs.length);
    expect(found('icm')).toEqual(['intensive-care-medicine']);
    expect(found('obs gyn')).toEqual(['obstetrics-and-gynaecology']);
    expect(found('ORTHO')).toEqual(['trauma-and-orthopaedic-surgery']);
    expect(found('any other')).toEqual(['blank']);
    expect(found('cardiology')).toEqual([]);
  });

  it('keeps the chosen one in sight', () => {
    expect(found('icm', 'paediatrics')).toEqual(['intensive-care-medicine', 'paediatrics']);
  });
});
