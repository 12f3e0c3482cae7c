import type { Expectation, GuidancePack } from '#shared/domain/guidance-pack.ts';
import { checkPack } from '#shared/guidance/check-pack.ts';

const provenance = { certainty: 'working', source: 'made-up' } as const;

/** A rule of a test pack: two items of any type unless told otherwise. */
export const rule = (id: string, over: Partial<Expectation> = {}): Expectation => ({
  id,
  title: id,
  types: [],
  atLeast: 2,
  unit: 'items',
  withinYears: null,
  note: '',
  ...provenance,
  ...over,
});

/** An invented pack of the capabilities named, with a five-year window. */
export function packOf(
  capabilities: Readonly<Record<string, readonly Expectation[]>>,
  expectations: readonly Expectation[] = [],
): GuidancePack {
  const check = checkPack({
    format: 'waymark-guidance-1',
    id: 'sample',
    title: 'Sample',
    specialty: 'Sample',
    curriculum: 'Sample',
    version: '1.0.0',
    notice: 'Invented for a test.',
    capabilityName: 'outcome',
    window: { years: 5, wholeTimeEquivalent: false, ...provenance },
    capabilities: Object.entries(capabilities).map(([code, rules]) => ({
      code,
      title: code,
      kind: 'clinical',
      themes: [],
      gpc: [],
      gmp: [],
      expectations: rules,
      ...provenance,
    })),
    expectations,
    reminders: [],
    sources: [
      { id: 'made-up', title: 'Nothing', publisher: 'Nobody', url: null, date: null, readOn: '2026-11-19' },
    ],
    ...provenance,
  });
  if (!check.ok) throw new Error(JSON.stringify(check.faults));
  return check.pack;
}
