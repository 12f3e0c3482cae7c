import type { ApplicationSection } from '#shared/domain/application-rules.ts';
import type { EvidenceTypeId } from '#shared/domain/evidence-types.ts';
import type { Capability, Expectation, GuidancePack, PackSource } from '#shared/domain/guidance-pack.ts';
import { nextVersion } from '#shared/domain/versions.ts';
import { applicationGuideOf } from '#shared/guidance/application.ts';

const ours = 'own-working-aims';
/** What somebody adds here is their own aim, and says so. */
export const ownProvenance = { certainty: 'working', source: ours } as const;

function withSource(pack: GuidancePack, source: PackSource): GuidancePack {
  return pack.sources.some(({ id }) => id === source.id)
    ? pack
    : { ...pack, sources: [...pack.sources, source] };
}

const withOwnSource = (pack: GuidancePack, today: string) =>
  withSource(pack, {
    id: ours,
    title: 'Working aims of our own: not from the GMC or a college',
    publisher: 'Own',
    url: null,
    date: null,
    readOn: today,
  });

/** What the editor starts from: the next version of one's own pack, or a new pack made from a shipped one. */
export function draftOf(pack: GuidancePack, origin: 'shipped' | 'own', today: string): GuidancePack {
  const base =
    origin === 'own'
      ? { ...pack, version: nextVersion(pack.version) }
      : { ...pack, id: `${pack.id.slice(0, 70)}-own`, title: `${pack.title} (own)`, version: '1.0.0' };
  return withOwnSource(base, today);
}

const idsIn = ({ capabilities, expectations, reminders, application }: GuidancePack) =>
  new Set([
    ...capabilities.flatMap((one) => one.expectations.map(({ id }) => id)),
    ...[...expectations, ...reminders, ...(application?.sections ?? [])].map(({ id }) => id),
  ]);

/** A name nothing in the pack has yet. */
function freshId(pack: GuidancePack): string {
  const taken = idsIn(pack);
  let at = 1;
  while (taken.has(`own-${at}`)) at += 1;
  return `own-${at}`;
}

const changed = (
  pack: GuidancePack,
  code: string,
  change: (one: Capability) => Capability,
): GuidancePack => ({
  ...pack,
  capabilities: pack.capabilities.map((one) => (one.code === code ? change(one) : one)),
});

export const retitled = (pack: GuidancePack, code: string, title: string) =>
  changed(pack, code, (one) => ({ ...one, title }));

export const withoutCapability = (pack: GuidancePack, code: string): GuidancePack => ({
  ...pack,
  capabilities: pack.capabilities.filter((one) => one.code !== code),
  reminders: pack.reminders.filter(({ capability }) => capability !== code),
});

export const withCapability = (
  pack: GuidancePack,
  { code, title, kind }: Pick<Capability, 'code' | 'title' | 'kind'>,
): GuidancePack => ({
  ...pack,
  capabilities: [
    ...pack.capabilities,
    { code, title, kind, themes: [], gpc: [], gmp: [], expectations: [], ...ownProvenance },
  ],
});

export type NewRule = Pick<Expectation, 'title' | 'types' | 'atLeast' | 'unit' | 'withinYears' | 'note'>;

/** @param code of the capability the count is asked under; null for the whole portfolio. */
export function withRule(pack: GuidancePack, code: string | null, rule: NewRule): GuidancePack {
  const added = { id: freshId(pack), ...rule, ...ownProvenance };
  if (code === null) return { ...pack, expectations: [...pack.expectations, added] };
  return changed(pack, code, (one) => ({ ...one, expectations: [...one.expectations, added] }));
}

export const withoutRule = (pack: GuidancePack, id: string): GuidancePack => ({
  ...pack,
  capabilities: pack.capabilities.map((one) => ({
    ...one,
    expectations: one.expectations.filter((rule) => rule.id !== id),
  })),
  expectations: pack.expectations.filter((rule) => rule.id !== id),
});

export const withReminder = (pack: GuidancePack, text: string, capability: string | null): GuidancePack => ({
  ...pack,
  reminders: [...pack.reminders, { id: freshId(pack), text, capability, ...ownProvenance }],
});
export const withoutReminder = (pack: GuidancePack, id: string): GuidancePack => ({
  ...pack,
  reminders: pack.reminders.filter((one) => one.id !== id),
});

/** What this pack says of a type: nothing is kept where it says nothing. */
export function withType(
  pack: GuidancePack,
  type: EvidenceTypeId,
  { title, hidden }: { readonly title: string; readonly hidden: boolean },
): GuidancePack {
  const others = (pack.types ?? []).filter((one) => one.type !== type);
  const said = { type, ...(title === '' ? {} : { title }), ...(hidden ? { hidden: true as const } : {}) };
  const types = title === '' && !hidden ? others : [...others, said];
  const { types: _before, ...rest } = pack;
  return types.length === 0 ? rest : { ...rest, types };
}

/** The headings of the application as this pack has them: its own, or those every pack shares. */
export const sectionsOf = (pack: GuidancePack): readonly ApplicationSection[] =>
  applicationGuideOf(pack).sections;

/** Sections of one's own stand in place of the shared ones, whose sources come along. */
function withSections(pack: GuidancePack, sections: readonly ApplicationSection[]): GuidancePack {
  const { sourceOf } = applicationGuideOf(pack);
  const sourced = sections.reduce((one, { source }) => {
    const found = sourceOf(source);
    return found === undefined ? one : withSource(one, found);
  }, pack);
  return { ...sourced, application: { ...pack.application, sections } };
}
export const withSection = (
  pack: GuidancePack,
  section: Pick<ApplicationSection, 'title' | 'place' | 'types'>,
) => withSections(pack, [...sectionsOf(pack), { id: freshId(pack), ...section, note: '', ...ownProvenance }]);
export const withoutSection = (pack: GuidancePack, id: string) =>
  withSections(
    pack,
    sectionsOf(pack).filter((one) => one.id !== id),
  );
