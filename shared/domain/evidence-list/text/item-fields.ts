import type { EvidenceItem } from '../../evidence.ts';
import { answerTexts } from '../../evidence-answers.ts';

export const textFields = [
  'title',
  'tags',
  'place',
  'role',
  'files',
  'notes',
  'details',
  'reflection',
] as const;
/** Where in an item a word may stand, the telling ones first. `files`: their names. `notes`: what links say. */
export type TextField = (typeof textFields)[number];

/** Parts are separated by what belongs to no word. */
const joined = (parts: readonly string[]) => parts.join('\n');

/** The text of one field, as written. */
export function fieldText(item: EvidenceItem, field: TextField): string {
  switch (field) {
    case 'title':
    case 'place':
    case 'role':
    case 'reflection':
      return item[field];
    case 'tags':
      return joined(item.tags ?? []);
    case 'files':
      return joined(item.attachments.map(({ name }) => name));
    case 'notes':
      return joined(item.links.flatMap(({ note, pages, passage }) => [note, pages, passage?.quote ?? '']));
    case 'details':
      return joined(answerTexts(item.details));
  }
}

/** How much a word in each field says about the item. */
export const fieldBoost: Readonly<Record<TextField, number>> = {
  title: 4,
  tags: 3,
  place: 2,
  role: 2,
  files: 2,
  notes: 1.5,
  details: 1,
  reflection: 1,
};
