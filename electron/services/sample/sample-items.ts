import type { IsoDate } from '#shared/domain/dates.ts';
import type { Attachment, Details, EvidenceItem } from '#shared/domain/evidence.ts';
import { evidenceTypeById } from '#shared/domain/evidence-fields.ts';
import type { EvidenceField } from '#shared/domain/evidence-fields-types.ts';
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

const sampleAnswer = (field: EvidenceField, date: IsoDate): string | number | boolean => {
  const answers: Record<EvidenceField['kind'], string | number | boolean> = {
    line: 'Sample entry',
    prose: `Sample text for “${field.label}”. Nothing here describes a real person or event.`,
    count: 4,
    number: 4,
    date,
    'yes-no': true,
    choice: field.options?.[0]?.value ?? '',
  };
  return answers[field.kind];
};

/** Plausible answers to the type's own fields, so that the sample shows what a finished form looks like. */
function detailsOf(line: SampleLine, date: IsoDate): Details {
  const fields = evidenceTypeById(line.type).fields.filter(
    (field) => field.id !== 'cases' || line.cases !== undefined,
  );
  return Object.fromEntries(
    fields.map((field) => [field.id, field.id === 'cases' ? (line.cases ?? 1) : sampleAnswer(field, date)]),
  );
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
    details: detailsOf(line, endedOn ?? startedOn),
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
