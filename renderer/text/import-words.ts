import type { ImportRefusal } from '#shared/domain/failure-codes.ts';
import type { RowProblem, RowProblemCode } from '#shared/domain/intake/candidate.ts';
import {
  type ColumnTarget,
  type CommonTarget,
  commonTargets,
  detailTargets,
} from '#shared/domain/intake/columns.ts';
import type { MailType } from '#shared/domain/intake/mail-item.ts';
import { numberWords } from './format.ts';

/** What to do about a file that is not brought in. @param limit the number it goes beyond. */
export function importRefusalWords(why: ImportRefusal, limit: number): string {
  switch (why) {
    case 'not-readable':
      return 'It is not what its name says, or it is damaged. Open it in the program it came from, save it again, and try that.';
    case 'encrypted':
      return 'It is protected with a password, or an old Excel file (.xls). Save it as .xlsx or CSV without a password.';
    case 'encoding':
      return 'It is not text. Save it from your spreadsheet as CSV (UTF-8), or as .xlsx.';
    case 'empty':
      return 'There is nothing in it below the line of headings.';
    case 'no-such-sheet':
      return 'The sheet that was asked for is not in it. Choose another.';
    case 'too-many-rows':
      return `It has more than ${numberWords(limit)} rows. Split it into smaller files.`;
    case 'too-many-columns':
      return `It has more than ${numberWords(limit)} columns. Leave those out that say nothing about evidence.`;
    case 'too-large':
      return 'It unpacks to more than can be read. Take pictures and other sheets out of it, or save it as CSV.';
    case 'too-slow':
      return 'It takes too long to read. Save it as CSV, or split it.';
  }
}

const targetWords: Readonly<Record<CommonTarget, string>> = {
  title: 'Title',
  type: 'Kind of evidence',
  startedOn: 'Date (or start)',
  endedOn: 'End date',
  place: 'Place',
  role: 'Your role',
  hours: 'Hours',
  capabilities: 'Capabilities',
  reflection: 'Reflection',
  files: 'Names of files',
  tags: 'Tags',
  verifiedBy: 'Verified by',
  verifiedOn: 'Verified on',
  verifiedAt: 'Verified at (institution)',
};

/** What a column can be, for a list to choose from. */
export const targetChoices: readonly {
  readonly group: string;
  readonly items: readonly { readonly value: ColumnTarget; readonly label: string }[];
}[] = [
  { group: 'Every item', items: commonTargets.map((value) => ({ value, label: targetWords[value] })) },
  {
    group: 'Questions of some kinds of evidence',
    items: detailTargets.map(({ target, label }) => ({ value: target, label })),
  },
];

const quoted = (says: string) => (says === '' ? '' : `“${says}”`);

const problemWords: Readonly<Record<RowProblemCode, (says: string) => string>> = {
  'no-title': () => 'There is no title',
  'title-too-long': () => 'The title is longer than 200 characters',
  'no-date': () => 'There is no date',
  'date-unreadable': (says) => `${quoted(says)} is no date: write 31/01/2025 or 2025-01-31`,
  'not-valid': () => 'Something in it cannot be kept as evidence',
  'no-type': () => 'It does not say what kind of evidence it is',
  'type-unknown': (says) => `${quoted(says)} is no known kind of evidence`,
  'end-unreadable': (says) => `${quoted(says)} is no date, so the end is left out`,
  'end-before-start': (says) => `The end ${quoted(says)} is before the start, and left out`,
  'hours-unreadable': (says) => `${quoted(says)} is no number of hours, and left out`,
  'capability-unknown': (says) => `${quoted(says)} is no capability of this guidance`,
  'file-missing': (says) => `The file ${quoted(says)} is not among those you added`,
  'verification-incomplete': (says) =>
    `A verification needs who, when and where; ${says === '' ? 'a part is missing' : `there is only ${quoted(says)}`}`,
  'detail-unreadable': (says) => `${quoted(says)} is not the kind of answer asked for, and left out`,
  'detail-missing': (says) => `${quoted(says)} is needed for this kind of evidence`,
  'detail-not-asked': (says) => `This kind of evidence has no place for ${quoted(says)}`,
  'date-inexact': (says) => `${quoted(says)} has no day: the first is taken`,
  'text-cut': () => 'The text is shortened; all of it stays in the file',
};

/** One problem of a row: what is wrong, and in which column. */
export const rowProblemWords = ({ code, column, says }: RowProblem): string =>
  `${column === '' ? '' : `${column}: `}${problemWords[code](says)}`;

/** What an e-mail can be brought in as. */
export const mailTypeWords: Readonly<Record<MailType, string>> = {
  correspondence: 'E-mail or letter received',
  'patient-feedback': 'Feedback from patients',
  msf: 'Feedback from colleagues',
};
