import type { EveryRule } from '../application-rules.ts';
import type { EvidenceItem } from '../evidence.ts';
import type { GuidancePack } from '../guidance-pack.ts';
import type { Placement } from './placement.ts';

/** A heading under which documents are handed over. */
export type SetSection = {
  readonly id: string;
  readonly kind: 'application' | 'capability' | 'recommendation' | 'unplaced';
  /** Begins its file names; a capability's code. */
  readonly code: string;
  /** As a reference names it: `IM1`, or the whole title where there is no code. */
  readonly label: string;
  readonly title: string;
};

export const unplacedSection: SetSection = {
  id: 'unplaced',
  kind: 'unplaced',
  code: 'X',
  label: 'Not placed yet',
  title: 'Not placed yet',
};

const capabilitySectionId = (code: string) => `capability/${code}`;
const applicationSectionId = (id: string) => `section/${id}`;
type Sections = EveryRule['sections'];

/** The headings of an application in order: those before, one for each capability in the pack's order, those after. */
export function sectionsOf(
  pack: Pick<GuidancePack, 'capabilities'>,
  sections: Sections,
): readonly SetSection[] {
  const of = (place: Sections[number]['place'], letter: string) =>
    sections
      .filter((section) => section.place === place)
      .map(
        ({ id, title }, at): SetSection => ({
          id: applicationSectionId(id),
          kind: 'application',
          code: `${letter}${at + 1}`,
          label: title,
          title,
        }),
      );
  const capabilities = pack.capabilities.map(
    ({ code, title }): SetSection => ({
      id: capabilitySectionId(code),
      kind: 'capability',
      code,
      label: code,
      title,
    }),
  );
  return [...of('before', 'A'), ...capabilities, ...of('after', 'Z')];
}

/** Why an item lives where it does. */
export const homeReasons = ['chosen', 'type', 'link', 'none'] as const;
export type HomeReason = (typeof homeReasons)[number];

export type Belonging = {
  readonly home: string;
  readonly why: HomeReason;
  /** The other sections it belongs under, in order, with where to look in it; they point to its home. */
  readonly also: readonly { readonly section: string; readonly pages: string }[];
};

const pagesOf = ({ pages, passage }: EvidenceItem['links'][number]): string => {
  if (pages !== '' || passage === undefined) return pages;
  return passage.from === passage.to ? `p. ${passage.from}` : `p. ${passage.from}-${passage.to}`;
};

/**
 * Where an item lives, and what else it belongs under. The guidance wants each item once, and references from everywhere
 * else. Sections that name the item's type come first, whatever it is linked to; then the first linked capability in
 * the pack's order. A person's choice goes before both.
 * @param sections in their order
 */
export function belongingOf(
  item: Pick<EvidenceItem, 'type' | 'links'>,
  sections: readonly SetSection[],
  rules: Sections,
  placement: Placement | undefined,
): Belonging {
  const byType = new Set(
    rules.filter(({ types }) => types.includes(item.type)).map(({ id }) => applicationSectionId(id)),
  );
  const byLink = new Map(item.links.map((link) => [capabilitySectionId(link.capability), pagesOf(link)]));
  const typed = sections.filter(({ id }) => byType.has(id));
  const linked = sections.filter(({ id }) => byLink.has(id));
  const chosen = sections.find(({ id }) => id === placement?.section);
  const home = chosen ?? typed[0] ?? linked[0] ?? unplacedSection;
  const why =
    chosen !== undefined ? 'chosen' : typed.length > 0 ? 'type' : linked.length > 0 ? 'link' : 'none';
  return {
    home: home.id,
    why,
    also: sections
      .filter(({ id }) => id !== home.id && (byType.has(id) || byLink.has(id)))
      .map(({ id }) => ({ section: id, pages: byLink.get(id) ?? '' })),
  };
}
