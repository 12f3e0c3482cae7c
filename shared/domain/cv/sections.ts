import { z } from 'zod';
import { isoDateSchema } from '../dates.ts';
import type { EvidenceItem } from '../evidence.ts';
import { answerText } from '../evidence-answers.ts';
import { evidenceTypeById } from '../evidence-fields.ts';
import { idSchema } from '../ids.ts';
import { type CvDetails, type ListedSection, listedSectionSchema } from './cv.ts';

/** A line of a CV: written there, or out of evidence, which is where it is changed. */
export const cvLineSchema = z.strictObject({
  section: listedSectionSchema,
  /** Of the entry or of the item. */
  id: idSchema,
  from: z.enum(['entry', 'evidence']),
  title: z.string(),
  detail: z.string(),
  on: isoDateSchema.nullable(),
  primary: z.boolean(),
  /** Evidence its owner keeps out. */
  leftOut: z.boolean(),
});
export type CvLine = Readonly<z.output<typeof cvLineSchema>>;

const answerOf = ({ details, type }: EvidenceItem, id: string): string => {
  const answer = Object.hasOwn(details, id) ? details[id] : undefined;
  const field = evidenceTypeById(type).fields.find((one) => one.id === id);
  return answer === undefined ? '' : answerText(field, answer).trim();
};
const rawOf = ({ details }: EvidenceItem, id: string): unknown =>
  Object.hasOwn(details, id) ? details[id] : undefined;
const words = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');

const researchSections: Readonly<Record<string, ListedSection>> = {
  paper: 'publications',
  'case-report': 'publications',
  review: 'publications',
  poster: 'presentations',
  talk: 'presentations',
};

/** Where evidence stands in a CV by what it is; undefined: nowhere. */
export function sectionOf(item: EvidenceItem): ListedSection | undefined {
  const kind = rawOf(item, 'kind');
  if (item.type === 'qualification') return kind === 'licence' ? 'registrations' : 'qualifications';
  if (item.type !== 'research') return undefined;
  return (typeof kind === 'string' ? researchSections[kind] : undefined) ?? 'research';
}

const detailOf = (item: EvidenceItem): string => {
  if (item.type === 'qualification')
    return words(
      answerOf(item, 'awardedBy'),
      answerOf(item, 'country'),
      answerOf(item, 'result'),
      answerOf(item, 'number'),
    );
  const citation = answerOf(item, 'citation').replaceAll(/\s*\n\s*/g, ' ');
  const doi = answerOf(item, 'doi');
  return citation === ''
    ? words(item.role, item.place, doi === '' ? '' : `doi:${doi}`)
    : [citation, doi === '' || citation.includes(doi) ? '' : `doi:${doi}`]
        .filter((part) => part !== '')
        .join(' ');
};

const isPrimary = (item: EvidenceItem) => item.type === 'qualification' && rawOf(item, 'kind') === 'primary';

/** Sections whose lines stay in the order their owner gave them; the others go by their days, newest first. */
const freeOrder: ReadonlySet<ListedSection> = new Set(['registrations', 'memberships', 'awards']);
export const hasFreeOrder = (section: ListedSection): boolean => freeOrder.has(section);

/**
 * The lines of every listed section, section by section: what is written in the CV and what the evidence says, so that
 * nothing is written twice. Drafts and what is in the trash are not in it.
 */
export function cvLines(
  details: Pick<CvDetails, 'entries' | 'leftOut'>,
  items: Iterable<EvidenceItem>,
): readonly CvLine[] {
  const leftOut = new Set(details.leftOut);
  const written = details.entries.map(
    ({ section, id, title, detail, on, primary }): CvLine => ({
      section,
      id,
      from: 'entry',
      title,
      detail,
      on,
      primary: primary === true,
      leftOut: false,
    }),
  );
  const proved = [...items].flatMap((item): readonly CvLine[] => {
    const section = item.trashedAt === null && item.draft !== true ? sectionOf(item) : undefined;
    if (section === undefined) return [];
    const { id, title, startedOn } = item;
    return [
      {
        section,
        id,
        from: 'evidence',
        title,
        detail: detailOf(item),
        on: startedOn,
        primary: isPrimary(item),
        leftOut: leftOut.has(id),
      },
    ];
  });
  const byDay = (a: CvLine, b: CvLine) =>
    (b.on ?? '').localeCompare(a.on ?? '') ||
    a.title.localeCompare(b.title, 'en-GB') ||
    (a.id < b.id ? -1 : 1);
  return listedSectionSchema.options.flatMap((section) => {
    const own = written.filter((line) => line.section === section);
    const others = proved.filter((line) => line.section === section).toSorted(byDay);
    return freeOrder.has(section) ? [...own, ...others] : [...own, ...others].toSorted(byDay);
  });
}

/** The day of the primary qualification, the earliest where there are several; null: none is known. */
export const primaryDay = (lines: readonly CvLine[]): string | null =>
  lines.flatMap(({ primary, on }) => (primary && on !== null ? [on] : [])).sort()[0] ?? null;
