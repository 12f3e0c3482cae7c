import type { Problem, ProblemKind } from './problem-kinds.ts';

type Words = {
  /** The group of them, as a heading. */
  readonly title: string;
  /** What it means and what helps. */
  readonly meaning: string;
};

const of = (count: number | null, one: string, many: string) => `${count ?? 0} ${count === 1 ? one : many}`;

/** How each thing worth saying is said, on screens, on paper and at the command line. */
export const problemWords: Readonly<Record<ProblemKind, Words>> = {
  'open-hits': {
    title: 'Something in it may identify somebody',
    meaning:
      'The identifier check found hits that nobody has decided on. Look at them before this leaves your hands.',
  },
  'anonymised-stale': {
    title: 'Files changed since it was marked as anonymised',
    meaning: 'Look at every page again, and mark it again.',
  },
  'not-anonymised': {
    title: 'Not marked as anonymised',
    meaning:
      'Nobody has said that every page was looked at. Where there is nobody to recognise, mark it as not needed.',
  },
  'not-checked': {
    title: 'Files the identifier check has not looked through',
    meaning: 'Run the check. It finds the obvious; every page still needs your own eyes.',
  },
  'no-words': {
    title: 'Files without words that can be read',
    meaning:
      'Pictures, and scans without a text layer: the identifier check sees nothing in them. Only you can.',
  },
  'encrypted-file': {
    title: 'Protected with a password',
    meaning: 'Such files cause delay. Save a copy without the password and attach that.',
  },
  'malformed-file': {
    title: 'Could not be read',
    meaning: 'The file may be damaged. Open it yourself; if that works, print it to a new PDF.',
  },
  'missing-file': {
    title: 'Not in this vault',
    meaning:
      'The record names a file that is not kept here. Bring it back from a backup, or attach it again.',
  },
  'no-files': {
    title: 'Nothing to upload',
    meaning: 'These items have no file, so they are in no folder and nothing refers to them.',
  },
  unplaced: {
    title: 'In no section yet',
    meaning: 'No section takes this type and no capability is linked. Link one, or choose a section here.',
  },
  'not-verified': {
    title: 'Nobody has verified it',
    meaning:
      'Most evidence of training and experience has to be confirmed by a supervisor where it happened.',
  },
  'not-authenticated': {
    title: 'Copy not certified',
    meaning:
      'Qualifications from abroad need a copy certified by a solicitor, a notary or the awarding body. From the UK: mark it as not needed.',
  },
  'translation-unsaid': {
    title: 'Nothing said about a translation',
    meaning: 'Documents that are not in English need a full translation. In English: mark it as not needed.',
  },
  'translation-alone': {
    title: 'Translated, but with one file only',
    meaning: 'The translation goes up together with the original.',
  },
  'same-file': {
    title: 'The same file twice',
    meaning: 'The GMC asks for each document once. Keep it with one item and link that to both capabilities.',
  },
  draft: { title: 'Drafts, left out', meaning: 'Finish them, and they are in.' },
  'cv-findings': {
    title: 'The CV has things worth a look',
    meaning: 'Gaps, overlaps, or titles and dates that differ from the evidence. The CV says which.',
  },
  'empty-section': {
    title: 'Sections with nothing in them',
    meaning:
      'In GMC Online, the status of such a section has to be changed before the application can be submitted.',
  },
  'over-documents': {
    title: 'More documents than usual',
    meaning: 'A guide, not a limit. Joining the files of a section into one PDF brings the number down.',
  },
  'over-pages': {
    title: 'More pages than usual',
    meaning: 'A guide, not a limit. More does not make up for a gap elsewhere.',
  },
  'pages-unknown': {
    title: 'Pages not counted yet',
    meaning: 'Files are read in the background. The total grows until all of them are.',
  },
  'left-out': { title: 'Left out by you', meaning: 'They stay in the portfolio.' },
};

/** One line about one of them. */
export function problemLine({ kind, about, count }: Problem): string {
  if (kind === 'open-hits') return `${about} (${of(count, 'hit', 'hits')})`;
  if (kind === 'cv-findings') return of(count, 'thing', 'things');
  if (kind === 'over-documents') return of(count, 'document', 'documents');
  if (kind === 'over-pages') return of(count, 'page', 'pages');
  if (kind === 'pages-unknown') return of(count, 'file', 'files');
  return about;
}
