import type { ImportRow } from '#shared/contract/intake.ts';
import type { RowProblemCode } from '#shared/domain/intake/candidate.ts';

/** Problems of rows as the command line says them. The app has fuller words of its own. */
const words: Readonly<Record<RowProblemCode, string>> = {
  'no-title': 'no title',
  'title-too-long': 'title longer than 200 characters',
  'no-date': 'no date',
  'date-unreadable': 'no date in UK or ISO form',
  'not-valid': 'cannot be kept as evidence',
  'no-type': 'no kind of evidence',
  'type-unknown': 'unknown kind of evidence',
  'end-unreadable': 'end is no date',
  'end-before-start': 'end before start',
  'hours-unreadable': 'no number of hours',
  'capability-unknown': 'not a capability of this guidance',
  'file-missing': 'file not given',
  'verification-incomplete': 'verification lacks who, when or where',
  'detail-unreadable': 'not the kind of answer asked for',
  'detail-missing': 'needed for this kind of evidence',
  'detail-not-asked': 'not asked for this kind of evidence',
  'date-inexact': 'no day given, the first is taken',
  'text-cut': 'text shortened',
};

/** What there is to say of a row; nothing for one that is simply good. */
export function rowWords({ problems, present, sameAsRow }: ImportRow): readonly string[] {
  return [
    ...problems.map(({ code, column, says }) =>
      [column === '' ? '' : `${column}:`, words[code], says === '' ? '' : `“${says}”`]
        .filter((part) => part !== '')
        .join(' '),
    ),
    ...(present.length > 0 ? ['there already'] : []),
    ...(sameAsRow === null ? [] : [`the same as row ${sameAsRow}`]),
  ];
}
