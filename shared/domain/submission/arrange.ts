import type { EvidenceItem } from '../evidence.ts';
import { sharedFileOf } from '../identifiers/anonymisation.ts';
import { createNames, safeWords } from '../safe-names.ts';
import { canJoin, type FileFacts } from './file-facts.ts';
import { longestDescription, type Placement } from './placement.ts';
import type { PlannedDocument, PlannedFile, PlannedSection } from './plan-types.ts';
import type { Belonging, SetSection } from './sections.ts';

export type Placed = { readonly item: EvidenceItem; readonly belongs: Belonging };
export type FactsOf = (hash: string) => FileFacts;

const longestFolder = 60; // characters, under a top folder and over the files' names
const longestName = 80;
/** For what makes a name unlike the others of its folder: ` (12)`, and the mark of a name Windows keeps for itself. */
const roomForMarks = 7;

/** Cut between words; within one only where the first is too long by itself. */
function shortened(text: string, longest = longestDescription): string {
  if (text.length <= longest) return text;
  const space = text.lastIndexOf(' ', longest - 1);
  const cut = text.slice(0, space > 0 ? space : longest - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.trimEnd()}…`;
}

/** A name of at most `longest` characters that begins and ends as given, with as many whole words between as fit. */
export function namedWith(start: string, text: string, end: string, longest = longestName): string {
  const words = safeWords(text, longest - roomForMarks - start.length - end.length - 1);
  return `${start}${words === '' ? '' : ` ${words}`}${end}`;
}

const descriptionOf = (item: EvidenceItem, placement: Placement | undefined): string =>
  shortened(placement === undefined || placement.description === '' ? item.title : placement.description);

/** By the numbers somebody gave, then newest first; never by chance. */
function inOrder(placements: ReadonlyMap<string, Placement>) {
  const orderOf = ({ item }: Placed) => placements.get(item.id)?.order ?? Number.MAX_SAFE_INTEGER;
  return (a: Placed, b: Placed): number =>
    orderOf(a) - orderOf(b) ||
    (a.item.startedOn < b.item.startedOn ? 1 : a.item.startedOn > b.item.startedOn ? -1 : 0) ||
    (a.item.title < b.item.title ? -1 : a.item.title > b.item.title ? 1 : 0) ||
    (a.item.id < b.item.id ? -1 : 1);
}

const endingOf = (name: string): string => /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].toLowerCase() ?? '';
const endings: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
};

type Naming = ReturnType<typeof createNames>;

function filesOf(
  item: EvidenceItem,
  start: string,
  description: string,
  names: Naming,
  facts: FactsOf,
): readonly PlannedFile[] {
  const seen = new Set<string>();
  const shared = item.attachments
    .map((attachment) => ({ attachment, file: sharedFileOf(attachment) }))
    .filter(({ file }) => !seen.has(file.hash) && seen.add(file.hash));
  return shared.map(({ attachment, file }, at): PlannedFile => {
    const part = shared.length === 1 ? '' : ` part ${at + 1}`;
    const ending = endings[file.mediaType] ?? endingOf(file.name);
    const { state, pages } = facts(file.hash);
    return {
      hash: file.hash,
      was: file.name,
      name: names(namedWith(start, description, `${part}${ending}`), `${start}${part}${ending}`, longestName),
      mediaType: file.mediaType,
      size: file.size,
      redacted: attachment.redacted !== undefined,
      state,
      pages,
      joins: canJoin(file.mediaType) && state !== 'encrypted' && state !== 'malformed' && state !== 'missing',
    };
  });
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

const twoDigits = (number: number) => String(number).padStart(2, '0');
const threeDigits = (number: number) => String(number).padStart(3, '0');

/** What to paste under a section for a document that lives in another. */
export const referenceText = (
  { label }: Pick<SetSection, 'label'>,
  { number, description }: Pick<PlannedDocument, 'number' | 'description'>,
  pages: string,
): string => `See ${label}, document ${number ?? 0}${pages === '' ? '' : `, ${pages}`}: ${description}`;

/**
 * Puts items into sections: each once, numbered, with names for its files, and references to it everywhere else it
 * belongs. The same input gives the same plan.
 */
export function arrange(
  sections: readonly SetSection[],
  placed: readonly Placed[],
  placements: ReadonlyMap<string, Placement>,
  facts: FactsOf,
): readonly PlannedSection[] {
  const folders = createNames();
  const byHome = grouped(placed, ({ belongs }) => belongs.home);
  const homes = new Map<string, { readonly section: SetSection; readonly document: PlannedDocument }>();
  const filled = sections.map((section, at) => {
    const names = createNames();
    let number = 0;
    const documents = (byHome.get(section.id) ?? [])
      .toSorted(inOrder(placements))
      .map(({ item, belongs }) => {
        const description = descriptionOf(item, placements.get(item.id));
        if (item.attachments.length > 0) number += 1;
        const start = `${section.code} ${threeDigits(number)}`;
        const document: PlannedDocument = {
          itemId: item.id,
          number: item.attachments.length > 0 ? number : null,
          title: item.title,
          description,
          type: item.type,
          startedOn: item.startedOn,
          endedOn: item.endedOn,
          place: item.place,
          why: belongs.why,
          also: belongs.also.map(({ section: other }) => other),
          files: filesOf(item, start, description, names, facts),
        };
        homes.set(item.id, { section, document });
        return document;
      });
    const name = section.label === section.title ? section.title : `${section.label} ${section.title}`;
    return {
      ...section,
      folder: folders(
        namedWith(twoDigits(at + 1), name, '', longestFolder),
        `Section ${at + 1}`,
        longestFolder,
      ),
      documents,
    };
  });
  const references = placed
    .toSorted(inOrder(placements))
    .flatMap(({ item, belongs }) => belongs.also.map((also) => ({ ...also, itemId: item.id })));
  const bySection = grouped(references, ({ section }) => section);
  return filled.map((section) => ({
    ...section,
    references: (bySection.get(section.id) ?? []).flatMap(({ itemId, pages }) => {
      const home = homes.get(itemId);
      return home === undefined || home.document.number === null
        ? []
        : [{ itemId, home: home.section.id, text: referenceText(home.section, home.document, pages) }];
    }),
  }));
}
