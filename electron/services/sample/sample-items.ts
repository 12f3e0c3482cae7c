import type { IsoDate } from '#shared/domain/dates.ts';
import type { Answer, Attachment, DetailRow, Details, EvidenceItem } from '#shared/domain/evidence.ts';
import { totalOf } from '#shared/domain/evidence-answers.ts';
import { evidenceTypeById } from '#shared/domain/evidence-fields.ts';
import type { EvidenceField, FieldColumn } from '#shared/domain/evidence-fields-types.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { SampleLine } from './sample-evidence.ts';
import { samplePlaces } from './sample-people.ts';

const pad = (value: number) => String(value).padStart(2, '0');

/** The same day of the month, `months` earlier; days past the 28th become the 28th so that every month has them. */
export function monthsBefore(date: IsoDate, months: number): IsoDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - months;
  const day = Math.min(28, Number(date.slice(8, 10)));
  return `${Math.floor(count / 12)}-${pad((count % 12) + 1)}-${pad(day)}`;
}

type Asked = Pick<FieldColumn, 'label' | 'kind' | 'options'>;

const plainAnswer = (field: Asked, date: IsoDate): string | number | boolean => {
  const answers: Record<FieldColumn['kind'], string | number | boolean> = {
    line: 'Sample entry',
    prose: `Sample text for “${field.label}”. Nothing here describes a real person or event.`,
    count: 4,
    number: 4,
    value: 4,
    date,
    'yes-no': true,
    choice: field.options?.[0]?.value ?? '',
  };
  return answers[field.kind];
};

/** Measured every month up to the day: not much changes until the change does. */
const measured = [52, 48, 55, 50, 61, 72, 78, 81];

function sampleRows({ columns = [], chart }: EvidenceField, date: IsoDate): readonly DetailRow[] {
  if (chart !== undefined)
    return measured.map((value, at) => ({
      [chart.date]: monthsBefore(date, measured.length - 1 - at),
      [chart.value]: value,
    }));
  return [1, 0].map((months) => {
    const day = monthsBefore(date, months);
    return Object.fromEntries(columns.map((column) => [column.id, plainAnswer(column, day)]));
  });
}

/** The change came before the last four measurements. */
const sampleAnswer = (field: EvidenceField, date: IsoDate): Answer => {
  if (field.kind === 'rows') return sampleRows(field, date);
  return plainAnswer({ ...field, kind: field.kind }, field.id === 'changedOn' ? monthsBefore(date, 4) : date);
};

/** Cases are counted by rules: the sample says how many there are, and splits none. */
const caseFields: ReadonlySet<string> = new Set(['cases', 'counts']);

/** Plausible answers to the type's own fields, so that the sample shows what a finished form looks like. */
/** A contract names the post and where it was; a rota of part of it does not say. */
const postDetails = ({ type, title, monthsLong }: SampleLine, place: string): Details =>
  type !== 'post' || monthsLong === undefined
    ? {}
    : { postTitle: title, employer: place, wholeTime: 100, supervisor: '' };

function detailsOf(line: SampleLine, date: IsoDate, place: string): Details {
  const fields = evidenceTypeById(line.type).fields.filter(
    (field) => field.earlier !== true && !caseFields.has(field.id),
  );
  const answers = fields.map((field): [string, Answer] => {
    const total = field.totalOf;
    const rows = fields.find(({ id }) => id === total?.rows);
    const sum =
      total === undefined || rows === undefined ? null : totalOf(sampleRows(rows, date), total.column);
    return [field.id, sum ?? sampleAnswer(field, date)];
  });
  const { cases } = line;
  const own = line.type === 'post' && line.monthsLong === undefined ? [] : answers;
  const all = Object.fromEntries(cases === undefined ? own : [...own, ['cases', cases]]);
  return { ...all, ...(line.kind === undefined ? {} : { kind: line.kind }), ...postDetails(line, place) };
}

/** One evidence item from its line, as if its doctor had written it on the day it ended. */
export function sampleItem(
  line: SampleLine,
  today: IsoDate,
  id: Id,
  attachments: readonly Attachment[],
): EvidenceItem {
  const endedOn =
    line.monthsLong === undefined ? null : monthsBefore(today, Math.max(0, line.monthsAgo - line.monthsLong));
  const startedOn = monthsBefore(today, line.monthsAgo);
  const place = samplePlaces[line.monthsAgo > 30 ? 1 : 0];
  const writtenAt = `${endedOn ?? startedOn}T18:00:00.000Z`;
  return {
    id,
    type: line.type,
    title: line.title,
    startedOn,
    endedOn,
    place,
    role: line.type === 'audit' || line.type === 'qi' ? 'Project lead' : 'Senior clinical fellow',
    reflection:
      line.type === 'reflection'
        ? 'What happened, what I made of it, and what I now do differently. A sample text, about nobody.'
        : 'What I learned, in a sample sentence or two, and what I will do next time.',
    hours: line.hours ?? null,
    details: detailsOf(line, endedOn ?? startedOn, place),
    attachments,
    links: line.capabilities.map((capability) => ({ capability, pages: '', note: '' })),
    verification:
      line.verified === true
        ? { by: 'Dr Sample Supervisor (invented)', on: endedOn ?? startedOn, institution: place }
        : null,
    createdAt: writtenAt,
    updatedAt: writtenAt,
    trashedAt: null,
  };
}
