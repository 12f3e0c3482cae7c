import type { HiddenKind } from '#shared/domain/documents/text.ts';
import type { AnonymisationState } from '#shared/domain/identifiers/anonymisation-states.ts';
import type { FileState, HitPlace } from '#shared/domain/identifiers/check.ts';
import type { CheckState } from '#shared/domain/identifiers/check-states.ts';
import type { IdentifierSummary } from '#shared/domain/identifiers/summary.ts';
import type { Confidence } from '#shared/domain/identifiers/types.ts';
import { count } from './format.ts';

/** What a file holds that its pages do not show. */
export const hiddenWords: Record<HiddenKind, string> = {
  metadata: 'Properties of the file',
  comment: 'Comment',
  annotation: 'Note on the page',
  'embedded-file': 'File inside the file',
  'form-value': 'Answer in a form',
  script: 'Program in the file',
  'layer-off': 'Layer that is switched off',
  'invisible-text': 'Words that cannot be seen',
  'covered-text': 'Words below a box',
  'covered-picture': 'Picture below a box',
  'unapplied-redaction': 'Redaction that was never applied',
  'earlier-version': 'Earlier version',
  'tracked-change': 'Tracked change',
  'hidden-text': 'Hidden text',
  location: 'Where a photograph was taken',
  'trailing-data': 'Data behind the end',
};

/** How a file was checked, where its pages were not simply read. */
export const fileStateWords: Record<FileState, string> = {
  unchecked: 'Not checked yet',
  read: 'Checked',
  'no-text': 'No words could be read in it: only you can check it',
  encrypted: 'Under a password: it could not be read',
  malformed: 'It could not be read',
  'too-large': 'Too large to be read',
  'not-kept': 'Not kept in this vault',
};

export const checkStateWords: Record<CheckState, string> = {
  unchecked: 'Not checked yet',
  possible: 'Possible identifiers',
  'none-found': 'Nothing obvious found',
};

export const anonymisationWords: Record<AnonymisationState, string> = {
  none: 'Not marked as anonymised',
  done: 'Anonymised',
  stale: 'Files changed since it was marked',
  'not-needed': 'Anonymising not needed',
};

export const confidenceWords: Record<Confidence, string> = {
  high: 'Likely',
  medium: 'Possible',
  low: 'Often allowed',
};

const fieldWords: Readonly<Record<string, string>> = {
  title: 'Title',
  place: 'Place',
  role: 'Role',
  reflection: 'Reflection',
  tags: 'Tags',
};

/** Where in its group a hit is: `Page 2`, `Comment, page 3`, `Reflection`. */
export function placeWords(place: HitPlace): string {
  switch (place.kind) {
    case 'field': {
      const [group = '', rest = ''] = place.field.split('.', 2);
      if (group === 'links') return `What it shows for ${rest}`;
      return fieldWords[place.field] ?? 'Answers of the form';
    }
    case 'file-name':
      return 'Name of the file';
    case 'page':
      return `Page ${place.page}`;
    case 'code':
      return `QR or bar code, page ${place.page}`;
    case 'hidden':
      return place.page === null ? hiddenWords[place.what] : `${hiddenWords[place.what]}, page ${place.page}`;
  }
}

/** What the check says of some items, each a line; none where it has nothing to say. */
export function summaryLines(summary: IdentifierSummary): readonly string[] {
  const { filesWithHits, itemsWithHits, unchecked, unreadable, stale } = summary;
  return [
    filesWithHits === 0 ? '' : `${count(filesWithHits, 'file')} with possible identifiers.`,
    itemsWithHits === 0
      ? ''
      : `${count(itemsWithHits, 'item')} with possible identifiers in what is written.`,
    unchecked === 0 ? '' : `${count(unchecked, 'file')} not checked yet.`,
    unreadable === 0 ? '' : `${count(unreadable, 'file')} without words that can be read: look yourself.`,
    stale === 0 ? '' : `${count(stale, 'item')} changed since being marked as anonymised.`,
  ].filter((line) => line !== '');
}
