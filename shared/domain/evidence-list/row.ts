import type { EvidenceItem, EvidenceRow } from '../evidence.ts';
import { anonymisationOf } from '../identifiers/anonymisation.ts';
import { type CheckOf, nothingChecked } from './check-of.ts';
import { type FeedbackOf, noFeedback } from './feedback-of.ts';

/** What a list shows of an item. A capability linked twice is named once. */
export function evidenceRowOf(
  item: EvidenceItem,
  checkOf: CheckOf = nothingChecked,
  feedbackOf: FeedbackOf = noFeedback,
): EvidenceRow {
  const feedback = feedbackOf(item.id);
  return {
    id: item.id,
    type: item.type,
    title: item.title,
    startedOn: item.startedOn,
    endedOn: item.endedOn,
    place: item.place,
    capabilities: [...new Set(item.links.map((link) => link.capability))],
    role: item.role,
    hours: item.hours,
    files: item.attachments.length,
    tags: item.tags ?? [],
    draft: item.draft === true,
    verified: item.verification !== null,
    anonymised: anonymisationOf(item),
    identifiers: checkOf(item.id) ?? null,
    authenticated: item.authenticated !== undefined,
    translated: item.translated !== undefined,
    updatedAt: item.updatedAt,
    trashedAt: item.trashedAt,
    ...(feedback === 'none' ? {} : { feedback }),
  };
}
