import { beginsWithDay, hasRightCheckDigit } from './check-digit.ts';
import { before } from './context.ts';
import { isUsuallySet, tenDigitsIn } from './ten-digits.ts';
import type { Rule } from './types.ts';

/** Scottish CHI numbers: DDMMYY, four digits more, and the check digit of an NHS number. */
export const chiNumbers: Rule = (text) =>
  tenDigitsIn(text).flatMap((one) => {
    if (!isUsuallySet(one) || !beginsWithDay(one.digits) || !hasRightCheckDigit(one.digits)) return [];
    const lead = before(text, one.start, 30);
    if (/\bNHS\b[^\n]{0,12}$/i.test(lead)) return [];
    const labelled = /\bCHI\b/.test(lead);
    // NHS numbers of today begin with 320 or more, which is no day of a month.
    return [
      {
        start: one.start,
        end: one.end,
        confidence: labelled ? 'high' : 'medium',
        why: labelled
          ? 'A CHI number: it stands after “CHI”, begins with a date and its check digit fits.'
          : 'Ten digits that begin with a date and have the check digit of a CHI number.',
      } as const,
    ];
  });
