import { hasRightCheckDigit } from './check-digit.ts';
import { after, eachMatch, groupPlace } from './context.ts';
import { dayPattern } from './day-pattern.ts';
import { tenDigitsIn } from './ten-digits.ts';
import type { Rule } from './types.ts';

const labelled = new RegExp(
  `(?:\\bD\\.?[ ]?[O0]\\.?[ ]?B\\b|\\bdate of birth\\b|\\bbirth ?date\\b|\\bborn(?: on)?\\b)[^0-9\\n]{0,12}\\n?[ \\t]{0,8}((?:${dayPattern}))(?![0-9])`,
  'dgi',
);
const dayAlone = new RegExp(`(?<![0-9])((?:${dayPattern}))(?![0-9/])`, 'dgi');
const behindSex = new RegExp(
  `(?:^|[ \\t|;,/\\n])(?:M|F|Male|Female)[ \\t,;|]{1,10}((?:${dayPattern}))(?![0-9])`,
  'dg',
);
const nextDay = new RegExp(`^[ \\t]{1,4}((?:${dayPattern}))(?![0-9])`, 'i');
const column = /(?:\bD\.?O\.?B\b|\bdate of birth\b)[^\n]{0,80}\n/i;
/** As a scan breaks it up: a blank after any letter or digit. */
const broken = new RegExp(
  `${[...'dateofbirth'].join('[ ]{0,3}')}[^0-9\\n]{0,6}([0-3][ ]?[0-9]?[ ]{0,2}[/.-][ ]{0,2}[01]?[ ]?[0-9][ ]{0,2}[/.-][ ]{0,2}[12][ ]?[09][ ]?[0-9][ ]?[0-9])(?![0-9])`,
  'dgi',
);
/** A date between a name or the line's beginning and a number of a record. */
const beforeNumber = new RegExp(
  `((?:${dayPattern}))[ \\t,|;]{1,10}(?=[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}(?![0-9]))`,
  'dgi',
);
const twoDigits = /[/.-]([0-9]{2})$/;

/** The year of a date when somebody old enough to be seen by the doctor can have been born in it. */
function isBirthYear(written: string): boolean {
  const year = Number(/[12][0-9]{3}/.exec(written)?.[0] ?? `19${twoDigits.exec(written)?.[1] ?? '99'}`);
  // A short year below 26 may as well be this century's.
  return (
    year >= 1900 &&
    year <= 2015 &&
    !/[/.-][01][0-9]$|[/.-]2[0-5]$/.test(written.replace(/^.*[12][0-9]{3}.*$/, ''))
  );
}

/** Dates of birth by their label, and the old dates below a column that is called so; or every old date. */
export const datesOfBirth: Rule = (text, { datesOfBirth: wanted }) => {
  if (wanted === 'ignore') return [];
  const found = eachMatch(text, labelled, (match) => ({
    ...groupPlace(match),
    confidence: 'medium',
    why: 'A date of birth, by its label. The GMC’s earlier pages let it stay; your Trust may not.',
  }));
  const besideNumber = tenDigitsIn(text).flatMap((one) => {
    const day = hasRightCheckDigit(one.digits) ? nextDay.exec(after(text, one.end, 40)) : null;
    if (day?.[1] === undefined) return [];
    const start = one.end + day[0].length - day[1].length;
    return [
      {
        start,
        end: start + day[1].length,
        confidence: 'medium',
        why: 'A date right behind an NHS or CHI number: probably the date of birth.',
      } as const,
    ];
  });
  const scanned = eachMatch(text, broken, (match) => ({
    ...groupPlace(match),
    confidence: 'medium',
    why: 'A date of birth, by its label, as a scan broke it up.',
  }));
  const numbered = eachMatch(text, beforeNumber, (match) =>
    isBirthYear(match[1] ?? '')
      ? {
          ...groupPlace(match),
          confidence: 'medium',
          why: 'A date right before a number of ten digits: probably the date of birth.',
        }
      : undefined,
  );
  const sexed = eachMatch(text, behindSex, (match) =>
    isBirthYear(match[1] ?? '')
      ? {
          ...groupPlace(match),
          confidence: 'medium',
          why: 'A date right behind M or F: probably the date of birth.',
        }
      : undefined,
  );
  if (wanted === 'all') {
    const every = eachMatch(text, dayAlone, (match) =>
      isBirthYear(match[0])
        ? {
            ...groupPlace(match),
            confidence: 'medium',
            why: 'A date on which somebody could have been born (your settings look for all of them).',
          }
        : undefined,
    );
    return [...found, ...scanned, ...besideNumber, ...numbered, ...sexed, ...every];
  }
  const header = column.exec(text);
  if (header === null) return [...found, ...scanned, ...besideNumber, ...numbered, ...sexed];
  const below = eachMatch(text, dayAlone, (match) => {
    if (match.index < header.index || !isBirthYear(match[0])) return undefined;
    return {
      ...groupPlace(match),
      confidence: 'low',
      why: 'A date in a table that has a column of dates of birth.',
    };
  });
  return [...found, ...scanned, ...besideNumber, ...numbered, ...sexed, ...below];
};
