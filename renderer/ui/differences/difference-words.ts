import { count, sizeWords } from '#renderer/text/format.ts';
import {
  actionStatusWords,
  judgementWords,
  panelRoleWords,
  reviewStateWords,
} from '#renderer/text/review-words.ts';
import { ukDate } from '#shared/domain/dates.ts';
import { answerSchema } from '#shared/domain/evidence.ts';
import { answerText } from '#shared/domain/evidence-answers.ts';
import { evidenceTypes } from '#shared/domain/evidence-fields.ts';
import type { EvidenceField } from '#shared/domain/evidence-fields-types.ts';
import type { EvidenceTypeId } from '#shared/domain/evidence-types.ts';
import type { Difference, Plain } from '#shared/domain/history/differences.ts';

/** A difference as people read it: what the form calls the field, and both texts; null where there was or is nothing. */
export type ReadableDifference = {
  readonly key: string;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** What codes and ids of a record stand for, in this portfolio. */
export type Names = {
  /** A capability's code with its title. */
  readonly capability: (code: string) => string;
  readonly type: (id: EvidenceTypeId) => string;
  /** Somebody of the register. */
  readonly verifier: (id: string) => string;
};

type Fields = { readonly [key: string]: Plain };
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: Plain | undefined) => (typeof value === 'string' ? value : '');

const labels: Readonly<Record<string, string>> = {
  type: 'Type',
  title: 'Title',
  startedOn: 'Date, or start date',
  endedOn: 'End date',
  place: 'Place',
  role: 'Role',
  reflection: 'Reflection',
  hours: 'Hours',
  links: 'Capabilities',
  attachments: 'Files',
  verification: 'Verification',
  details: 'Answers of its type',
  trashedAt: 'In the trash',
  heldOn: 'Date of the review',
  period: 'Period',
  panel: 'Panel',
  state: 'State',
  judgements: 'Judgements',
  progressMade: 'Progress made',
  progressNeeded: 'Progress needed',
  actions: 'Actions',
  followUps: 'What became of earlier actions',
  outcome: 'Outcome',
  outcomeReason: 'Reason for the outcome',
  nextReviewOn: 'Next review',
  signOff: 'Signature of the chair',
  signatures: 'Signatures of the panel',
  doctor: 'Doctor',
  packId: 'Guidance',
  packVersion: 'Version of the guidance',
  pack: 'Its own copy of the guidance',
  former: 'Capabilities of earlier guidance',
  targetDate: 'Target submission date',
  employer: 'Employer',
  breaks: 'Breaks',
  workingTime: 'Working time',
  draft: 'A draft',
  tags: 'Tags',
  anonymised: 'Anonymised',
  authenticated: 'Certified copy',
  translated: 'Translated',
  notNeeded: 'Marks that are not needed',
  verifierId: 'Who is asked to verify it',
  name: 'Name',
  query: 'What is searched for',
  post: 'Post',
  institution: 'Institution',
  gmcNumber: 'GMC number',
  email: 'E-mail',
  phone: 'Phone',
  kind: 'Kind',
  kinds: 'Kinds',
  reachableUntil: 'Can be reached until',
  onRegister: 'On the Specialist or GP Register, or of equal standing',
  lastWorkedTogether: 'Last worked together',
  consentOn: 'Consent given',
  cvGivenOn: 'CV given',
  note: 'Note',
  section: 'Section',
  description: 'Description',
  order: 'Place in the order',
  leftOut: 'Left out',
  grade: 'Grade',
  specialty: 'Specialty',
  country: 'Country',
  from: 'From',
  to: 'To',
  wholeTime: 'Per cent of full time',
  supervisor: 'Supervisor',
  duties: 'Duties',
  supervision: 'Level of supervision',
  evidence: 'Evidence',
  contact: 'Contact details',
  entries: 'Lines of the CV',
  further: 'Further headings',
  gaps: 'Reasons of gaps',
  address: 'Address',
  heading: 'Heading',
  text: 'Text',
  detail: 'Details',
  primary: 'Primary qualification',
  reason: 'Reason',
  on: 'Date',
};
const parts: Readonly<Record<string, string>> = {
  'verification.by': 'Verified by',
  'verification.on': 'Verified on',
  'verification.institution': 'Institution of the verifier',
  'period.from': 'Period from',
  'period.to': 'Period to',
  'doctor.name': 'Doctor’s name',
  'doctor.gmcNumber': 'GMC number',
};

/** Names come out of files, and may be ones that every object answers to. */
const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** What the form calls a field of any record. */
export const fieldLabel = (field: string): string => own(labels, field) ?? field;

const day = /^\d{4}-\d{2}-\d{2}$/;
const lookUp = (table: Readonly<Record<string, string | { readonly title: string }>>, code: string) => {
  const found = Object.hasOwn(table, code) ? table[code] : undefined;
  return found === undefined ? code : typeof found === 'string' ? found : found.title;
};

/** Any value, whatever its shape, as text. */
function plainText(value: Plain | undefined): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return day.test(value) ? ukDate(value) : value;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plainText).join('\n');
  return (
    Object.entries(value)
      .filter(([key]) => key !== 'id' && key !== 'hash')
      .map(([key, part]) => `${fieldLabel(key)}: ${plainText(part) ?? '–'}`)
      .join('\n') || null
  );
}

const lines = (...all: readonly string[]) => all.filter((line) => line !== '').join('\n');

/** Entries of the lists that have words of their own. */
const entryText: Readonly<Record<string, (entry: Fields) => string>> = {
  links: (link) =>
    lines(textOf(link.pages) === '' ? '' : `Pages: ${textOf(link.pages)}`, textOf(link.note)) || 'Linked',
  attachments: (file) =>
    `${textOf(file.name)}${typeof file.size === 'number' ? ` (${sizeWords(file.size)})` : ''}`,
  judgements: (one) => lines(lookUp(judgementWords, textOf(one.level)), textOf(one.reason)),
  actions: (one) =>
    lines(
      textOf(one.what),
      `Measured by: ${textOf(one.measure)}`,
      `Owner: ${textOf(one.owner)}; due ${plainText(one.dueOn) ?? '–'}; ${lookUp(actionStatusWords, textOf(one.status))}`,
    ),
  panel: (one) =>
    lines(
      `${textOf(one.name)}, ${lookUp(panelRoleWords, textOf(one.role))}`,
      textOf(one.organisation),
      textOf(one.gmcNumber) === '' ? '' : `GMC ${textOf(one.gmcNumber)}`,
    ),
  followUps: (one) => lines(lookUp(actionStatusWords, textOf(one.status)), textOf(one.note)),
};

/** An answer with what its question is called. */
function answerOf(type: Plain | undefined, id: string, value: Plain): string | null {
  const answer = answerSchema.safeParse(value);
  return answer.success ? answerText(detailField(type, id), answer.data) || null : plainText(value);
}

/** Who said it, where and when. */
const markText = (value: Fields): string =>
  [textOf(value.by), textOf(value.institution), plainText(value.on) ?? '']
    .filter((part) => part !== '')
    .join(', ');
const marks: ReadonlySet<string> = new Set(['verification', 'anonymised', 'authenticated', 'translated']);

function detailField(type: Plain | undefined, id: string): EvidenceField | undefined {
  const known = evidenceTypes.find((one) => one.id === type);
  return known?.fields.find((field) => field.id === id);
}

function valueText(
  [field, part]: Difference['path'],
  value: Plain | undefined,
  type: Plain | undefined,
  names: Names,
): string | null {
  if (value === undefined || value === null) return null;
  const entry = own(entryText, field);
  if (part !== undefined && entry !== undefined && isFields(value)) return entry(value);
  if (field === 'type') {
    const known = evidenceTypes.find(({ id }) => id === value);
    return known === undefined ? plainText(value) : names.type(known.id);
  }
  if (field === 'state' && typeof value === 'string') return lookUp(reviewStateWords, value);
  if (field === 'trashedAt') return 'Yes';
  if ((field === 'evidence' || field === 'leftOut') && Array.isArray(value))
    return count(value.length, 'item');
  if (field === 'pack' && part === undefined && isFields(value))
    return `${textOf(value.title)} ${textOf(value.version)}`;
  if (field === 'outcome' && isFields(value)) return textOf(value.name);
  if (field === 'signOff' && isFields(value)) return `Signed by ${textOf(value.signerName)}`;
  if (field === 'verifierId' && typeof value === 'string') return names.verifier(value);
  if (part === undefined && marks.has(field) && isFields(value)) return markText(value) || plainText(value);
  if (field === 'details' && part !== undefined) return answerOf(type, part, value);
  if (field === 'details' && isFields(value))
    return lines(
      ...Object.entries(value).flatMap(([id, one]) => {
        const text = answerOf(type, id, one);
        return text === null ? [] : [`${detailField(type, id)?.label ?? id}: ${text}`];
      }),
    );
  return plainText(value);
}

function labelOf(
  { path, before, after }: Difference,
  type: Plain | undefined,
  { capability }: Names,
): string {
  const [field, part] = path;
  if (part === undefined) return fieldLabel(field);
  if (field === 'links') return `Link to ${capability(part)}`;
  if (field === 'judgements') return `Judgement of ${capability(part)}`;
  if (field === 'details') return detailField(type, part)?.label ?? part;
  if (field === 'attachments') return 'File';
  if (field === 'actions') return 'Action';
  if (field === 'panel') {
    const member = after ?? before;
    return `Panel: ${isFields(member) ? textOf(member.name) : part}`;
  }
  if (field === 'followUps') return 'What became of an earlier action';
  return own(parts, `${field}.${part}`) ?? `${fieldLabel(field)}: ${part}`;
}

/** Where the form has a field; what it does not have comes last. */
const formOrder = Object.keys(labels);
const placeOf = ({ path: [field] }: Difference): number => {
  const at = formOrder.indexOf(field);
  return at === -1 ? formOrder.length : at;
};

/**
 * Differences of a record in the words and the order of its form.
 * @param values both versions, for what only makes sense with the rest of the record, such as its type.
 */
export function readable(
  differences: readonly Difference[],
  values: readonly [before: unknown, after: unknown],
  names: Names,
): readonly ReadableDifference[] {
  const [typeBefore, typeAfter] = values.map((value) => (isFields(value) ? value.type : undefined));
  const inFormOrder = differences.toSorted((a, b) => placeOf(a) - placeOf(b));
  return inFormOrder.map((difference) => ({
    key: difference.path.join('.'),
    label: labelOf(difference, typeAfter ?? typeBefore, names),
    before: valueText(difference.path, difference.before, typeBefore ?? typeAfter, names),
    after: valueText(difference.path, difference.after, typeAfter ?? typeBefore, names),
  }));
}
