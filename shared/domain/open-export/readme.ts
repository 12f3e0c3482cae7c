import { ukDate } from '../dates.ts';

/** What the text file at the top of an export says, in the words of its reader. */
export function exportReadme(about: {
  readonly owner: string;
  /** The day it was made, YYYY-MM-DD. */
  readonly on: string;
  readonly version: string;
  readonly folders: readonly string[];
  /** Originals that the records name but the vault does not hold. */
  readonly missing: readonly string[];
}): string {
  const { owner, on, version, folders, missing } = about;
  return [
    `Everything in the Waymark vault of ${owner}, made on ${ukDate(on)} by Waymark ${version}.`,
    '',
    'NOT ENCRYPTED. Whoever has this folder can read all of it. Keep it where only you can open it, and',
    'delete it when you no longer need it.',
    '',
    'In each portfolio’s folder:',
    '  summary.pdf    the portfolio to read',
    '  evidence.csv   every evidence item, those in the trash too',
    '  links.csv      which item shows which capability, where and how',
    '  files.csv      every original: what it belongs to, and where it is',
    '  files          the originals, byte for byte as they were added',
    '  reviews.csv, judgements.csv, actions.csv   the reviews',
    '  posts.csv      the posts of the CV',
    '  reports        signed reports as PDF, and the data each was made from',
    '  records.json   every record with all its fields, for programs; where two versions of a record stand',
    '                 side by side, both',
    'Beside them: people.csv and people.json (whose cards you have), profile.json (you, and the public halves',
    'of your keys).',
    '',
    'CSV files are UTF-8. In them, an apostrophe stands before text that begins with = + - or @, so that a',
    'spreadsheet does not take it for a formula.',
    'Not here: older versions of what was changed (a Waymark backup holds those), and your secret keys.',
    '',
    'Portfolios:',
    ...folders.map((folder) => `  ${folder}`),
    ...(missing.length === 0
      ? []
      : ['', 'Named by the records, but not in the vault:', ...missing.map((file) => `  ${file}`)]),
    '',
  ].join('\r\n');
}
