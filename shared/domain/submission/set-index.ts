import { ukDate } from '../dates.ts';
import type { EvidenceItem } from '../evidence.ts';
import { anonymisationOf } from '../identifiers/anonymisation.ts';
import type { AnonymisationState } from '../identifiers/anonymisation-states.ts';
import type { Listing, ListingPart } from '../listing.ts';
import { type Table, tableOf } from '../open-export/table.ts';
import { type TypesOf, typeTitle } from '../pack-types.ts';
import type { Institution } from '../registers/institutions.ts';
import { institutionPart } from '../registers/pro-forma-listing.ts';
import type { PlannedDocument, PlannedFile, PlannedSection, SubmissionPlan } from './plan-types.ts';
import { type SetAbout, setIsNot } from './set-words.ts';

/** Where a file came to lie: its path, and its first page there where it is part of a joined PDF. */
export type Laid = { readonly path: string; readonly from: number | null; readonly pages: number | null };
/** By the item and the file's hash. */
export type LaidOut = ReadonlyMap<string, Laid>;
export const laidKey = (itemId: string, hash: string): string => `${itemId}/${hash}`;

const anonymisedWords: Record<AnonymisationState, string> = {
  done: 'marked',
  stale: 'files changed since',
  'not-needed': 'not needed',
  none: 'not marked',
};
const datesOf = ({ startedOn, endedOn }: Pick<PlannedDocument, 'startedOn' | 'endedOn'>) =>
  endedOn === null || endedOn === startedOn ? ukDate(startedOn) : `${ukDate(startedOn)} – ${ukDate(endedOn)}`;
const headingOf = ({ label, title }: PlannedSection) => (label === title ? title : `${label} ${title}`);
const verifiedWords = (item: EvidenceItem | undefined): string => {
  if (item?.verification == null) return item?.notNeeded?.includes('verified') === true ? 'not needed' : 'no';
  const { by, on, institution } = item.verification;
  return `${by}, ${institution}, ${ukDate(on)}`;
};

type Line = {
  readonly section: PlannedSection;
  readonly document: PlannedDocument;
  readonly file: PlannedFile | undefined;
  readonly item: EvidenceItem | undefined;
  readonly laid: Laid | undefined;
};

function linesOf(
  { sections }: SubmissionPlan,
  items: ReadonlyMap<string, EvidenceItem>,
  laid: LaidOut,
): readonly Line[] {
  return sections.flatMap((section) =>
    section.documents.flatMap((document) => {
      const item = items.get(document.itemId);
      const files = document.files.length === 0 ? [undefined] : document.files;
      return files.map((file) => ({
        section,
        document,
        file,
        item,
        laid: file === undefined ? undefined : laid.get(laidKey(document.itemId, file.hash)),
      }));
    }),
  );
}

/** One line for each file, and for each item without one. */
export function setTable(
  pack: TypesOf,
  plan: SubmissionPlan,
  items: ReadonlyMap<string, EvidenceItem>,
  laid: LaidOut,
): Table {
  const labels = new Map(plan.sections.map(({ id, label }) => [id, label]));
  return tableOf('index', linesOf(plan, items, laid), [
    ['section', ({ section }) => section.label],
    ['section title', ({ section }) => section.title],
    ['document', ({ document }) => document.number],
    ['description', ({ document }) => document.description],
    ['type', ({ document }) => typeTitle(pack, document.type)],
    ['started on', ({ document }) => document.startedOn],
    ['ended on', ({ document }) => document.endedOn],
    ['place', ({ document }) => document.place],
    ['file', ({ laid: where }) => where?.path ?? 'no file'],
    ['first page there', ({ laid: where }) => where?.from ?? null],
    ['pages', ({ laid: where, file }) => where?.pages ?? file?.pages ?? null],
    ['redacted copy', ({ file }) => (file === undefined ? null : file.redacted ? 'yes' : 'no')],
    ['referred to from', ({ document }) => document.also.map((id) => labels.get(id) ?? id).join(', ')],
    ['verified by', ({ item }) => item?.verification?.by ?? null],
    ['verified on', ({ item }) => item?.verification?.on ?? null],
    ['verified at', ({ item }) => item?.verification?.institution ?? null],
    ['anonymised', ({ item }) => (item === undefined ? null : anonymisedWords[anonymisationOf(item)])],
  ]);
}

const columns = [
  { title: 'No.', mm: 10 },
  { title: 'Document', mm: 0 },
  { title: 'Dates', mm: 30 },
  { title: 'Pages', mm: 16 },
  { title: 'Verified', mm: 40 },
];

function partOf(
  pack: TypesOf,
  section: PlannedSection,
  items: ReadonlyMap<string, EvidenceItem>,
  laid: LaidOut,
  hasCv: boolean,
): ListingPart {
  const pagesOf = (document: PlannedDocument): string => {
    const places = document.files.map((file) => ({
      file,
      where: laid.get(laidKey(document.itemId, file.hash)),
    }));
    return places
      .map(({ file, where }) => {
        const pages = where?.pages ?? file.pages;
        if (where?.from != null && pages !== null)
          return pages === 1 ? `p. ${where.from}` : `p. ${where.from}–${where.from + pages - 1}`;
        return pages === null ? '–' : String(pages);
      })
      .join('\n');
  };
  const documents = section.documents.map((document) => [
    document.number === null ? '–' : String(document.number),
    `${document.description}\n${typeTitle(pack, document.type)}${document.place === '' ? '' : `, ${document.place}`}`,
    datesOf(document),
    document.number === null ? 'no file' : pagesOf(document),
    verifiedWords(items.get(document.itemId)),
  ]);
  const references = section.references.map(({ text }) => ['', text, '', '', '']);
  return {
    heading: headingOf(section),
    intro: '',
    facts: [],
    table: {
      columns,
      rows: [
        ...(hasCv ? [['–', 'Curriculum vitae', '', '–', 'not needed']] : []),
        ...documents,
        ...references,
      ],
    },
    none: 'Nothing here, and nothing that refers here.',
    ownPage: false,
  };
}

/** The index of a set, to be printed or uploaded: each section with what lives in it and what it refers to. */
export function setListing(
  pack: TypesOf,
  about: SetAbout,
  employer: string,
  plan: SubmissionPlan,
  items: ReadonlyMap<string, EvidenceItem>,
  laid: LaidOut,
  institutions: readonly Institution[],
): Listing {
  const { totals, budget } = plan;
  const uploads = about.joined ? totals.uploads.joined : totals.uploads.separate;
  const pages = [...laid.values()].reduce((sum, where) => sum + (where.pages ?? 0), 0);
  return {
    title: about.kind === 'application' ? 'Index of evidence' : 'Index of evidence by recommendation',
    subtitle: about.specialty,
    person: about.person,
    employer,
    facts: [
      ['Doctor', about.person],
      ['Put together on', ukDate(about.on)],
      ['Documents', `${uploads} (guide: about ${budget.documents})`],
      ['Pages', `${Math.max(pages, totals.pages)} (guide: ${budget.pagesFrom} to ${budget.pagesTo})`],
    ],
    said: [
      ['What this is.', 'A list of the documents of this set: each once, under the section it lives in.'],
      ['What this is not.', setIsNot],
    ],
    parts: [
      ...plan.sections.map((section) =>
        partOf(
          pack,
          section,
          items,
          laid,
          plan.made.some(({ kind, section: home }) => kind === 'cv' && home === section.id),
        ),
      ),
      ...institutions.map((institution) => ({
        ...institutionPart(pack, institution, false),
        heading: `To verify: ${institution.name === '' ? 'no place given' : institution.name}`,
      })),
    ],
    madeBy: `Waymark ${about.version}`,
    on: about.on,
    sample: about.sample,
  };
}
