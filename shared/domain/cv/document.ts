import { z } from 'zod';
import { isoDateSchema, ukDate } from '../dates.ts';
import { type Contact, type CvDetails, type CvSection, cvSectionSchema, type ListedSection } from './cv.ts';
import type { Gap } from './gaps.ts';
import { newestPostFirst, type Post } from './post.ts';
import type { CvLine } from './sections.ts';

const fact = z.tuple([z.string(), z.string()]).readonly();

/** One piece of a part of a CV: names with values, a table, dated lines, or titled text. */
export const cvBlockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('facts'), facts: z.array(fact).readonly() }),
  z.strictObject({
    kind: z.literal('table'),
    /** With the share of the width each takes. */
    columns: z.array(z.strictObject({ title: z.string(), share: z.number() })).readonly(),
    rows: z.array(z.array(z.string()).readonly()).readonly(),
  }),
  z.strictObject({
    kind: z.literal('lines'),
    lines: z.array(z.strictObject({ on: z.string(), title: z.string(), detail: z.string() })).readonly(),
  }),
  z.strictObject({
    kind: z.literal('text'),
    heading: z.string(),
    facts: z.array(fact).readonly(),
    text: z.string(),
  }),
]);
export type CvBlock = Readonly<z.output<typeof cvBlockSchema>>;

/** A CV as it is shown, printed and written as a Word file: plain data, placed as text and never as markup. */
export const cvDocumentSchema = z.strictObject({
  title: z.string(),
  person: z.string(),
  gmcNumber: z.string(),
  specialty: z.string(),
  on: isoDateSchema,
  sample: z.boolean(),
  madeBy: z.string(),
  parts: z
    .array(
      z.strictObject({
        section: cvSectionSchema,
        heading: z.string(),
        blocks: z.array(cvBlockSchema).readonly(),
        /** Said where there are no blocks. */
        none: z.string(),
      }),
    )
    .readonly(),
});
export type CvDocument = Readonly<z.output<typeof cvDocumentSchema>>;

export const sectionTitles: Readonly<Record<CvSection, string>> = {
  contact: 'Personal and contact details',
  registrations: 'Registration and licences',
  memberships: 'Memberships',
  qualifications: 'Qualifications',
  posts: 'Posts held',
  gaps: 'Gaps between posts',
  awards: 'Awards',
  research: 'Research',
  publications: 'Publications',
  presentations: 'Presentations',
  further: 'Further information',
};

export type CvContent = {
  readonly person: string;
  readonly gmcNumber: string | null;
  readonly specialty: string;
  readonly on: string;
  readonly sample: boolean;
  readonly version: string;
  readonly order: readonly CvSection[];
  readonly details: Pick<CvDetails, 'contact' | 'further'>;
  readonly lines: readonly CvLine[];
  readonly posts: readonly Post[];
  /** Those worth listing. */
  readonly gaps: readonly Gap[];
  /** More days than this make a gap. */
  readonly gapDays: number;
};

type Facts = readonly (readonly [string, string])[];
type Part = CvDocument['parts'][number];

const some = (facts: Facts): Facts => facts.filter(([, value]) => value !== '');
const words = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');
const percent = ({ wholeTime }: Post): string => (wholeTime === null ? '' : `${wholeTime} %`);
const ended = ({ to }: Post): string => (to === null ? 'to date' : ukDate(to));

/** `Specialty registrar (ST3+ level), acute medicine`. */
export const postName = ({ title, grade, specialty }: Pick<Post, 'title' | 'grade' | 'specialty'>): string =>
  words(grade === '' || grade === title ? title : `${title} (${grade})`, specialty);

const contactFacts = (person: string, { address, email, phone }: Contact): Facts =>
  some([
    ['Name', person],
    ['Address', address],
    ['E-mail', email],
    ['Telephone', phone],
  ]);

function postBlocks(posts: readonly Post[]): readonly CvBlock[] {
  if (posts.length === 0) return [];
  const rows = posts.map((post) => [
    ukDate(post.from),
    ended(post),
    postName(post),
    words(post.institution, post.place, post.country),
    percent(post),
    post.supervisor,
  ]);
  const told = posts.filter(({ duties, supervision }) => duties !== '' || supervision !== '');
  return [
    {
      kind: 'table',
      columns: [
        { title: 'From', share: 13 },
        { title: 'To', share: 13 },
        { title: 'Post', share: 27 },
        { title: 'Institution and place', share: 25 },
        { title: 'Full time', share: 9 },
        { title: 'Supervisor', share: 13 },
      ],
      rows,
    },
    ...told.map(
      (post): CvBlock => ({
        kind: 'text',
        heading: `${post.title}, ${ukDate(post.from)} ${post.to === null ? 'to date' : `to ${ukDate(post.to)}`}`,
        facts: some([
          ['Where', words(post.institution, post.place)],
          ['Level of supervision', post.supervision],
        ]),
        text: post.duties,
      }),
    ),
  ];
}

const reasonOf = ({ explained }: Gap): string =>
  explained.length === 0
    ? 'No reason given'
    : explained
        .map(({ reason, from, to, by }) => {
          const said = reason === '' && by === 'break' ? 'Break' : reason;
          return explained.length === 1 ? said : `${said} (${ukDate(from)} to ${ukDate(to)})`;
        })
        .join('\n');

function gapBlocks(gaps: readonly Gap[]): readonly CvBlock[] {
  if (gaps.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { title: 'From', share: 15 },
        { title: 'To', share: 15 },
        { title: 'Days', share: 10 },
        { title: 'Reason', share: 60 },
      ],
      rows: gaps
        .toSorted((a, b) => (a.from < b.from ? 1 : -1))
        .map((gap) => [ukDate(gap.from), ukDate(gap.to), String(gap.days), reasonOf(gap)]),
    },
  ];
}

function linesBlock(content: CvContent, section: ListedSection): readonly CvBlock[] {
  const lines = content.lines
    .filter((line) => line.section === section && !line.leftOut)
    .map(({ on, title, detail }) => ({ on: on === null ? '' : ukDate(on), title, detail }));
  const own =
    section === 'registrations' && content.gmcNumber !== null
      ? [{ on: '', title: 'General Medical Council', detail: `GMC number ${content.gmcNumber}` }]
      : [];
  return own.length + lines.length === 0 ? [] : [{ kind: 'lines', lines: [...own, ...lines] }];
}

function blocksOf(content: CvContent, section: CvSection): readonly CvBlock[] {
  switch (section) {
    case 'contact':
      return [{ kind: 'facts', facts: contactFacts(content.person, content.details.contact) }];
    case 'posts':
      return postBlocks(content.posts.toSorted(newestPostFirst));
    case 'gaps':
      return gapBlocks(content.gaps);
    case 'further':
      return content.details.further.map(({ heading, text }) => ({ kind: 'text', heading, facts: [], text }));
    default:
      return linesBlock(content, section);
  }
}

/** The CV in the guidance's order. Parts nobody has anything to say in are left out, but for posts and gaps. */
export function cvDocument(content: CvContent): CvDocument {
  const none: Partial<Record<CvSection, string>> = {
    posts: 'No posts are listed yet.',
    gaps: content.posts.length === 0 ? '' : `No gap of more than ${content.gapDays} days.`,
  };
  const parts = content.order.flatMap((section): readonly Part[] => {
    const blocks = blocksOf(content, section);
    const empty = none[section] ?? '';
    return blocks.length === 0 && empty === ''
      ? []
      : [{ section, heading: sectionTitles[section], blocks, none: empty }];
  });
  return {
    title: 'Curriculum vitae',
    person: content.person,
    gmcNumber: content.gmcNumber ?? '',
    specialty: content.specialty,
    on: content.on,
    sample: content.sample,
    madeBy: `Waymark ${content.version}`,
    parts,
  };
}
