import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  draftOf,
  sectionsOf,
  withCapability,
  withoutCapability,
  withoutRule,
  withoutSection,
  withReminder,
  withRule,
  withSection,
  withType,
} from '#renderer/features/guidance/editor/pack-draft.ts';
import { packFaultWords, packPlaceWords } from '#renderer/text/pack-fault-words.ts';
import { offeredTypes, typeTitle } from '#shared/domain/pack-types.ts';
import { checkPack } from '#shared/guidance/check-pack.ts';
import { guidancePacks } from '#shared/guidance/packs.ts';

const rule = { title: 'Two a year', types: [], atLeast: 2, unit: 'items', withinYears: 1, note: '' } as const;

describe('a pack of one’s own', () => {
  it.each(guidancePacks.map((pack) => [pack.id, pack] as const))(
    'made from %s stays sound, whatever is added',
    (_, pack) => {
      const start = draftOf(pack, 'shipped', '2026-11-21');
      expect(start).toMatchObject({ id: `${pack.id}-own`, version: '1.0.0' });
      const steps = [
        start,
        draftOf(start, 'own', '2026-11-21'),
        withCapability(start, { code: 'ZZ9', title: 'Leads a service', kind: 'generic' }),
        withRule(start, null, rule),
        withRule(withRule(start, null, rule), pack.capabilities[0]?.code ?? '', rule),
        withReminder(start, 'The fellowship examination', null),
        withType(withType(start, 'cbd', { title: 'Case discussion', hidden: false }), 'esle', {
          title: '',
          hidden: true,
        }),
        withSection(start, { title: 'Special skills', place: 'after', types: ['cbd'] }),
        withoutSection(start, sectionsOf(start)[0]?.id ?? ''),
      ];
      for (const one of steps) expect(checkPack(one)).toMatchObject({ ok: true });
    },
  );

  it('loses what is taken out, and what hung on it', () => {
    const [pack] = guidancePacks;
    if (pack === undefined) throw new Error('no pack');
    const [first] = pack.capabilities;
    const noted = withReminder(pack, 'A note', first?.code ?? '');
    const without = withoutCapability(noted, first?.code ?? '');
    expect(without.capabilities).toHaveLength(pack.capabilities.length - 1);
    expect(without.reminders).toEqual(pack.reminders);
    const [asked] = first?.expectations ?? [];
    expect(withoutRule(pack, asked?.id ?? '').capabilities[0]?.expectations).not.toContainEqual(asked);
    const back = withType(withType(pack, 'cbd', { title: 'X', hidden: true }), 'cbd', {
      title: '',
      hidden: false,
    });
    expect(back).toEqual(pack);
  });

  it('names and hides types', () => {
    const types = [
      { type: 'cbd', title: 'Case discussion' },
      { type: 'esle', hidden: true },
    ] as const;
    expect(typeTitle({ types }, 'cbd')).toBe('Case discussion');
    const offered = offeredTypes({ types }).map(({ id }) => id);
    expect(offered).not.toContain('esle');
    expect(offered).not.toContain('unsorted');
    expect(offered).toContain('cbd');
  });
});

it('has words for every fault of the documented list, and for where it is', () => {
  const page = readFileSync(new URL('../../../docs/guidance-packs.md', import.meta.url), 'utf8');
  const table = page.slice(page.indexOf('## Fault codes'), page.indexOf('## The packs that come'));
  const codes = [...table.matchAll(/`([a-z-]+)`/g)]
    .map(([, code]) => code ?? '')
    .filter((code) => code !== 'only');
  expect(codes.length).toBeGreaterThan(20);
  const spoken = codes.filter(
    (code) => code !== 'invalid' && packFaultWords(code) === packFaultWords('nothing'),
  );
  expect(spoken).toEqual([]);
  expect(packPlaceWords(['capabilities', 2, 'expectations', 0, 'atLeast'])).toBe(
    'Capability 3, expectation 1, number',
  );
  expect(packPlaceWords([])).toBe('The file');
});
