import { ukDate } from '#shared/domain/dates.ts';
import { evidenceTypeIdSchema } from '#shared/domain/evidence.ts';
import type { ListColumn } from '#shared/domain/evidence-list/columns.ts';
import type {
  HasThing,
  Operator,
  QueryFault,
  QueryFaultCode,
  QueryStatus,
  QueryTerm,
} from '#shared/domain/evidence-list/query/terms.ts';
import type { Grouping } from '#shared/domain/evidence-list/query.ts';
import type { Found } from '#shared/domain/evidence-list/text/where-found.ts';
import type { EvidenceTypeId } from '#shared/domain/evidence-types.ts';
import type { AnonymisationState } from '#shared/domain/identifiers/anonymisation-states.ts';
import { type TypesOf, typeTitle } from '#shared/domain/pack-types.ts';
import { checkStateWords } from './identifier-words.ts';

/** What each operator is for, with something to type. */
export const operatorWords: Readonly<Record<Operator, readonly [example: string, does: string]>> = {
  type: ['type:audit', 'Audits. type:audit,qi is either'],
  cap: ['cap:none', 'Linked to no capability; or cap: and a code'],
  status: ['status:draft', 'Drafts; also ready and trash'],
  before: ['before:01/02/2025', 'Begun before that day; 2024 or 03/2024 will do'],
  after: ['after:2023', 'Begun after that day, month or year'],
  verified: ['verified:no', 'Not verified; or yes'],
  redaction: ['redaction:none,stale', 'Not marked as anonymised, or changed since; also done and not-needed'],
  identifiers: [
    'identifiers:unchecked',
    'With a file nobody has checked for identifiers; also possible and none-found',
  ],
  has: [
    'has:file',
    'With a file; also link, reflection, verification, passage, tag, note, identifiers, feedback, accepted, returned',
  ],
  tag: ['tag:"night shift"', 'With that tag'],
  place: ['place:leeds', 'At that place'],
};

export const otherSearchWords: readonly (readonly [example: string, does: string])[] = [
  ['sepsis audit', 'Both words, anywhere in the item or its files, or words that begin so'],
  ['"closed loop"', 'These words, one after the other'],
  ['-type:cpd', 'Without: works before any of these'],
];

const shown = (fault: QueryFault) => `${fault.operator}:${fault.value}`;
const faultSays: Readonly<Record<QueryFaultCode, (fault: QueryFault) => string>> = {
  'no-value': ({ operator }) => `Write what you look for right behind “${operator}:”.`,
  'almost-operator': ({ operator, value }) =>
    `“${value}” is searched as a word. Did you mean ${operator}: …?`,
  'unknown-type': (fault) => `“${shown(fault)}” is no type of evidence.`,
  'unknown-capability': (fault) => `“${shown(fault)}” is no capability of this guidance.`,
  'unknown-status': (fault) => `“${shown(fault)}” is no status: draft, ready and trash are.`,
  'reserved-status': (fault) =>
    `“${shown(fault)}” means nothing here. A status is draft, ready or trash; for marks write verified:yes or redaction:done, for feedback has:returned.`,
  'not-a-date': (fault) => `“${shown(fault)}” is no date. Write 31/01/2025, 01/2025 or 2025.`,
  'not-yes-or-no': (fault) => `“${shown(fault)}” should be yes or no.`,
  'unknown-redaction': (fault) => `“${shown(fault)}” should be none, done, stale or not-needed.`,
  'unknown-check': (fault) => `“${shown(fault)}” should be possible, unchecked or none-found.`,
  'unknown-thing': (fault) =>
    `“${shown(fault)}” should be file, link, reflection, verification, passage, tag, note, identifiers, feedback, accepted or returned.`,
  'one-each': ({ operator, value }) =>
    `An item has one ${operator}: with “${value}” too, nothing is left. For either, put a comma between them.`,
};

/** What cannot be searched for, in words. */
export const faultWords = (fault: QueryFault): string => faultSays[fault.code](fault);

const statuses: Readonly<Record<QueryStatus, string>> = {
  draft: 'Draft',
  ready: 'Ready',
  trash: 'In the trash',
};
export const anonymisedWords: Readonly<Record<AnonymisationState, string>> = {
  none: 'Not marked as anonymised',
  done: 'Anonymised',
  stale: 'Files changed since anonymised',
  'not-needed': 'Needs no anonymising',
};
const things: Readonly<Record<HasThing, string>> = {
  file: 'a file',
  link: 'a link',
  reflection: 'a reflection',
  verification: 'a verification',
  passage: 'a marked passage',
  tag: 'a tag',
  note: 'a note on a link',
  identifiers: 'possible identifiers',
  feedback: 'feedback',
  accepted: 'an acceptance',
  returned: 'been returned',
};
const either = (words: readonly string[]) => words.join(' or ');

function asked(term: QueryTerm, pack: TypesOf): string {
  switch (term.kind) {
    case 'word':
    case 'phrase':
      return `“${term.text}”`;
    case 'type':
      return either(term.types.map((type) => typeTitle(pack, type)));
    case 'cap':
      return either(term.codes.map((code) => (code === 'none' ? 'Linked to none' : code)));
    case 'status':
      return either(term.statuses.map((status) => statuses[status]));
    case 'before':
      return `Before ${ukDate(term.date)}`;
    case 'after':
      return `After ${ukDate(term.date)}`;
    case 'verified':
      return term.is ? 'Verified' : 'Not verified';
    case 'redaction':
      return either(term.states.map((state) => anonymisedWords[state]));
    case 'identifiers':
      return either(term.states.map((state) => checkStateWords[state]));
    case 'has':
      return `With ${either(term.things.map((thing) => things[thing]))}`;
    case 'tag':
      return `Tagged ${either(term.tags)}`;
    case 'place':
      return `At ${either(term.places)}`;
  }
}

/** `Not: Audit`. */
export const termWords = (term: QueryTerm, pack: TypesOf): string =>
  `${term.not ? 'Not: ' : ''}${asked(term, pack)}`;

export const columnWords: Readonly<Record<ListColumn, string>> = {
  type: 'Type',
  dates: 'Dates',
  capabilities: 'Capabilities',
  files: 'Files',
  marks: 'Marks',
  identifiers: 'Identifiers',
  status: 'Status',
  tags: 'Tags',
  place: 'Place',
  role: 'Role',
  hours: 'Hours',
  updatedAt: 'Changed',
};

export const groupingWords: Readonly<Record<Grouping, string>> = {
  type: 'Type',
  capability: 'Capability',
  year: 'Year',
  status: 'Draft or ready',
  place: 'Place',
};

/** What codes stand for in a portfolio. */
export type GroupNames = {
  readonly type: (id: EvidenceTypeId) => string;
  /** Code and title. */
  readonly capability: (code: string) => string;
};

/** What a group is called. */
export function groupWords(by: Grouping, key: string, names: GroupNames): string {
  switch (by) {
    case 'type': {
      const type = evidenceTypeIdSchema.safeParse(key).data;
      return type === undefined ? key : names.type(type);
    }
    case 'capability':
      return key === 'none' ? 'Linked to none' : names.capability(key);
    case 'year':
      return key;
    case 'status':
      return key === 'draft' ? 'Drafts' : 'Ready';
    case 'place':
      return key === '' ? 'No place given' : key;
  }
}

const foundIn: Readonly<Record<Exclude<Found['in'], 'file'>, string>> = {
  title: 'Title',
  tags: 'Tags',
  place: 'Place',
  role: 'Role',
  files: 'File name',
  notes: 'Link',
  details: 'Details',
  reflection: 'Reflection',
};

/** `letter.pdf, page 3`. */
export const foundWords = (found: Found): string =>
  found.in === 'file' ? `${found.file ?? ''}, page ${found.page ?? 1}` : foundIn[found.in];
