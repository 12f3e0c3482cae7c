import type { HiddenKind } from '#shared/domain/documents/text.ts';
import type { Mark } from '#shared/domain/redaction/marks.ts';

/** What it means that a file holds something of this kind. */
export const hiddenMeaning: Record<HiddenKind, string> = {
  metadata: 'Who made the file, when, with what, or what it is called. Anybody can read it.',
  comment: 'Comments that are not on the printed page.',
  annotation: 'Notes that are laid over the page.',
  'embedded-file': 'Whole files inside this file.',
  'form-value': 'What was typed into the fields of a form.',
  script: 'A program that other readers may run.',
  'layer-off': 'Parts of the page that are switched off and can be switched on.',
  'invisible-text':
    'Words that can be searched and copied although the page does not show them. Scans often have them: what was read off the picture.',
  'covered-text': 'A box was drawn over words, and the words are still there: they can be copied out.',
  'covered-picture':
    'A box was drawn over a picture, and the picture is still there: the box can be taken off.',
  'unapplied-redaction': 'Somebody marked this to be blacked out and never did it.',
  'earlier-version': 'An earlier state of the file is still in it.',
  'tracked-change': 'Changes that were tracked: what was deleted can be read.',
  'hidden-text': 'Text that is set not to show.',
  location: 'Where a photograph was taken.',
  'trailing-data': 'Something is stored behind the end of the file.',
};

/** Where a mark came from. */
export const markOrigins: Record<Mark['by'], string> = {
  hand: 'Drawn',
  words: 'Found words',
  check: 'Suggestion',
};

/** What cannot be redacted here, and what to do instead. */
export const cannotRedact = {
  word: {
    title: 'A Word file cannot be redacted here',
    what: 'Black boxes or deleted words in a Word file can be brought back, so Waymark does not pretend.',
    steps: [
      'Open it in Word and accept or reject all tracked changes.',
      'Print it to a PDF, or save it as one.',
      'Add the PDF to this item, redact it here, and remove the Word file from the item.',
    ],
  },
  text: {
    title: 'A plain text file cannot be redacted here',
    what: 'It holds nothing but its words: what is deleted is gone.',
    steps: [
      'Delete the words in any text editor and save it under another name.',
      'Add that file to this item and remove this one.',
    ],
  },
  other: {
    title: 'A file of this kind cannot be redacted here',
    what: 'Waymark can redact PDFs and pictures (PNG, JPEG, WebP, GIF, BMP).',
    steps: [
      'Open it in the program it was made with and print it to a PDF.',
      'Add the PDF to this item, redact it here, and remove this file from the item.',
    ],
  },
} as const;

/** What the copy will be, before it is made. */
export const copyPromises = {
  pdf: [
    'Every page becomes a picture with the marks burnt in. Under a mark nothing is left: no words, no picture.',
    'Nothing else of the old file goes over: no properties, comments, layers, attached files, forms or earlier versions.',
    'Words outside the marks stay searchable where they can; some words next to a mark, and other alphabets, become picture only.',
  ],
  picture: [
    'The picture is made anew with the marks burnt in. Under a mark nothing is left.',
    'Nothing that the camera or a program wrote into the file goes over, such as where it was taken.',
  ],
} as const;
