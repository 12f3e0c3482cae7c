import { describe, expect, it } from 'vitest';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import { certainties } from '#shared/domain/pack-provenance.ts';
import { guidancePacks, packById, summaryOf } from '#shared/guidance/packs.ts';
import { specialtiesWithoutPack } from '#shared/guidance/without-pack.ts';

const pack = (id: string): GuidancePack => {
  const found = packById(id);
  if (found === undefined) throw new Error(`no pack ${id}`);
  return found;
};
const codes = (id: string) => pack(id).capabilities.map(({ code }) => code);
const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
const rule = (packId: string, id: string) => {
  const found = [
    ...pack(packId).expectations,
    ...pack(packId).capabilities.flatMap((one) => one.expectations),
  ].find((one) => one.id === id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  const { atLeast, unit, types, withinYears } = found;
  return { atLeast, unit, types, withinYears };
};

const internalMedicine = [...numbered('G', 6), ...numbered('IM', 8)];
const surgical = [
  'cardio-thoracic-surgery',
  'general-surgery',
  'neurosurgery',
  'oral-and-maxillo-facial-surgery',
  'otolaryngology',
  'paediatric-surgery',
  'plastic-surgery',
  'trauma-and-orthopaedic-surgery',
  'urology',
  'vascular-surgery',
];
const part = (id: string, prefix: string) =>
  pack(id).capabilities.filter(({ code }) => code.startsWith(prefix));

describe('the shipped packs', () => {
  it('hold the complete capability lists', () => {
    expect(guidancePacks).toHaveLength(21);
    expect(guidancePacks.map(({ title }) => title).slice(0, -1)).toEqual(
      guidancePacks
        .map(({ title }) => title)
        .slice(0, -1)
        .sort(),
    );
    expect(guidancePacks.at(-1)?.id).toBe('blank');
    expect(codes('general-internal-medicine')).toEqual([...numbered('G', 6), ...numbered('IM', 8)]);
    expect(codes('emergency-medicine')).toEqual(numbered('SLO', 12));
    expect(codes('general-psychiatry')).toEqual(numbered('HLO', 9));
    expect(pack('general-psychiatry').capabilities.flatMap(({ themes }) => themes)).toHaveLength(16);
    expect(codes('paediatrics')).toEqual(numbered('D', 11));
    expect(codes('intensive-care-medicine')).toEqual(numbered('HiLLO', 14));
    expect(codes('acute-internal-medicine')).toEqual([...internalMedicine, ...numbered('AIM', 6)]);
    expect(codes('geriatric-medicine')).toEqual([...internalMedicine, ...numbered('GM', 8)]);
    expect(codes('anaesthetics')).toEqual(numbered('D', 14));
    expect(codes('obstetrics-and-gynaecology')).toEqual(numbered('CiP', 14));
    expect(codes('clinical-radiology')).toEqual(numbered('CiP', 12));
    for (const id of surgical) expect(codes(id)).toEqual([...numbered('CiP', 5), ...numbered('GPC', 9)]);
    expect(codes('blank')).toEqual(numbered('GPC', 9));
  });

  it('carry the quantities found for emergency medicine', () => {
    const em = 'emergency-medicine';
    expect(pack(em).window.years).toBe(6);
    for (const type of ['dops', 'mini-cex', 'cbd']) {
      expect(rule(em, `em-${type}`)).toEqual({
        atLeast: 12,
        unit: 'items',
        types: [type],
        withinYears: null,
      });
    }
    expect(rule(em, 'em-esles')).toMatchObject({ atLeast: 6, withinYears: 3 });
    expect(rule(em, 'em-esles-last-year')).toMatchObject({ atLeast: 3, withinYears: 1 });
    expect(rule(em, 'em-reflective-cases')).toMatchObject({ atLeast: 150, unit: 'cases', withinYears: 3 });
    expect(rule(em, 'em-msf')).toMatchObject({ atLeast: 1, withinYears: 1 });
  });

  it('carry the quantities found for intensive care', () => {
    const icm = 'intensive-care-medicine';
    expect(pack(icm).window).toMatchObject({ years: 7, wholeTimeEquivalent: true });
    expect(rule(icm, 'hillo10-logbook')).toMatchObject({ atLeast: 300, unit: 'cases', types: ['logbook'] });
    expect(rule(icm, 'hillo10-sles').atLeast).toBe(12);
    expect(rule(icm, 'icm-sles').atLeast).toBe(20 + 12);
    expect(rule(icm, 'icm-msf').atLeast).toBe(3);
    expect(rule(icm, 'icm-structured-reports').atLeast).toBe(3);
  });

  it('say the same where specialties share an outcome', () => {
    for (const id of ['acute-internal-medicine', 'geriatric-medicine']) {
      expect(part(id, 'G').filter(({ code }) => /^G[0-9]/.test(code))).toEqual(
        part('general-internal-medicine', 'G'),
      );
      const plain = (from: string) => part(from, 'IM').map(({ expectations: _, ...rest }) => rest);
      expect(plain(id)).toEqual(plain('general-internal-medicine'));
    }
    for (const id of surgical) {
      expect(part(id, 'GPC')).toEqual(part('blank', 'GPC'));
      expect(part(id, 'CiP')).toEqual(part('general-surgery', 'CiP'));
    }
    const sources = new Map<string, unknown>();
    for (const source of guidancePacks.flatMap((each) => each.sources)) {
      expect(sources.get(source.id) ?? source).toEqual(source);
      sources.set(source.id, source);
    }
  });

  it('are drafts where a list is recalled, or may not be whole', () => {
    const drafts = guidancePacks.filter(({ certainty }) => certainty === 'recalled').map(({ id }) => id);
    expect(drafts).toEqual([
      'acute-internal-medicine',
      'anaesthetics',
      'cardio-thoracic-surgery',
      'clinical-radiology',
      'geriatric-medicine',
      'neurosurgery',
      'obstetrics-and-gynaecology',
      'oral-and-maxillo-facial-surgery',
      'otolaryngology',
      'paediatric-surgery',
      'plastic-surgery',
      'urology',
      'vascular-surgery',
    ]);
    for (const each of guidancePacks.filter(({ certainty }) => certainty === 'recalled'))
      expect(each.notice).toMatch(/recalled|was not found/);
    expect(guidancePacks.map(({ id }) => id)).not.toContain('cardiology');
  });

  it('name each specialty that has none, and why', () => {
    const shipped = new Set(guidancePacks.map(({ specialty }) => specialty));
    for (const { specialty, why } of specialtiesWithoutPack) {
      expect(shipped.has(specialty)).toBe(false);
      expect(why.length).toBeGreaterThan(20);
    }
    expect(specialtiesWithoutPack.map(({ specialty }) => specialty)).toContain('Cardiology');
  });

  it('call the numbers taken from the decision aid for trainees a proxy', () => {
    const gim = pack('general-internal-medicine');
    const borrowed = (each: GuidancePack) =>
      [...each.expectations, ...each.capabilities.flatMap((one) => one.expectations)].filter(
        (one) => one.certainty !== 'working',
      );
    expect(borrowed(gim).length).toBeGreaterThan(9);
    const og = borrowed(pack('obstetrics-and-gynaecology'));
    expect(og.length).toBe(4);
    for (const one of [...borrowed(gim), ...og].map((each) => each.title)) expect(one).toMatch(/^Proxy: /);
    for (const { text } of gim.reminders) expect(text).toMatch(/^Proxy: /);
  });

  it.each(guidancePacks.map((each) => [each.id, each] as const))('%s is honest about itself', (_, each) => {
    const rules = [...each.expectations, ...each.capabilities.flatMap((one) => one.expectations)];
    for (const one of rules) {
      const own = one.source === 'waymark-working-aims';
      expect([one.id, one.certainty === 'working', one.title.startsWith('Working aim: ')]).toEqual([
        one.id,
        own,
        own,
      ]);
    }
    const claimed = [
      each.window,
      ...each.capabilities,
      ...rules.filter((one) => one.certainty !== 'working'),
    ];
    const least = Math.max(...claimed.map((one) => certainties.indexOf(one.certainty)));
    // A list that may not be whole is less certain than each of its outcomes.
    const mayLack = each.notice.includes('further outcomes of its own was not found');
    expect(certainties.indexOf(each.certainty)).toBe(mayLack ? certainties.indexOf('recalled') : least);
    expect(each.notice).toMatch(/Check everything against the current Specialty Specific Guidance/);
    for (const source of each.sources) expect(source.readOn).toBe('2026-11-19');
  });

  it.each(guidancePacks.map((each) => [each.id, each] as const))(
    '%s gives every capability rules that cannot be met by one kind of thing',
    (_, each) => {
      for (const capability of each.capabilities) {
        const units = capability.expectations.map(({ unit }) => unit);
        expect(units).toEqual(expect.arrayContaining(['items', 'kinds', 'verified-items']));
        expect(capability.gpc.length).toBeGreaterThan(0);
        expect(capability.gmp.every(({ edition }) => edition === 2024)).toBe(true);
        expect(capability.gmp.length).toBeGreaterThan(0);
      }
    },
  );

  it('are frozen, and summed up with their source', () => {
    const gim = pack('general-internal-medicine');
    expect(() => {
      (gim.capabilities as unknown[]).pop();
    }).toThrow(TypeError);
    expect(Object.isFrozen(gim.capabilities[0]?.expectations[0]?.types)).toBe(true);
    const summary = summaryOf(gim);
    expect(summary.source.publisher).toBe('General Medical Council');
    expect(summary.capabilities[13]).toEqual({
      code: 'IM8',
      title: 'Managing end of life and applying palliative care skills',
    });
    expect(packById('astrology')).toBeUndefined();
  });
});
