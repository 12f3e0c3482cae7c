import { beginsWithDay, hasRightCheckDigit } from './check-digit.ts';
import { before, eachMatch, groupPlace } from './context.ts';
import { isUsuallySet, type TenDigits, tenDigitsIn } from './ten-digits.ts';
import type { Confidence, Found, Rule } from './types.ts';

const label = /\bN\.?H\.?S\b(?!\.(?:net|uk))/i;
const otherLabel =
  /(?:\+|00)44[ (0)-]{0,6}$|\b(?:CHI|tel|telephone|phone|mobile|fax|ISBN|PMID|ORCID)\b[^\n]{0,12}$/i;

/** England and Wales 400 to 499 and 600 to 799 million, Northern Ireland 320 to 399; 999 is for testing (recalled). */
function isIssued(digits: string): boolean {
  const start = Number(digits.slice(0, 3));
  return (start >= 400 && start < 500) || (start >= 600 && start < 800) || (start >= 320 && start < 400);
}

const numberFound = (
  { start, end }: { start: number; end: number },
  confidence: Confidence,
  why: string,
): Found => ({
  start,
  end,
  confidence,
  why,
});

function judged(text: string, one: TenDigits): Found | undefined {
  const lead = before(text, one.start, 40);
  // The same digits under their Scottish name.
  if (/\bCHI\b[^\n]{0,12}$/.test(lead) && beginsWithDay(one.digits)) return undefined;
  const labelled = label.test(lead);
  if (!hasRightCheckDigit(one.digits)) {
    const close = /\bN\.?H\.?S\b[ \t]{0,3}(?:n[o0]|num|number|#)?[.:]{0,2}\s{0,4}$/i.test(lead);
    if (!close || /^(.)\1{9}$/.test(one.digits)) return undefined;
    return numberFound(
      one,
      'medium',
      'Ten digits after “NHS”. Their check digit does not fit: mistyped or misread.',
    );
  }
  if (labelled)
    return numberFound(one, 'high', 'An NHS number: it stands after “NHS” and its check digit fits.');
  if (!isUsuallySet(one)) return undefined;
  // A CHI number has the same check digit; it is named by its own rule.
  if (!isIssued(one.digits) && beginsWithDay(one.digits)) return undefined;
  if (otherLabel.test(lead) || one.glued) {
    return numberFound(
      one,
      'low',
      'Ten digits whose check digit is that of an NHS number; one number in eleven has it by chance.',
    );
  }
  return isIssued(one.digits)
    ? numberFound(one, 'high', 'Ten digits with the check digit and the range of an NHS number.')
    : numberFound(
        one,
        'medium',
        'Ten digits with the check digit of an NHS number, outside the usual ranges.',
      );
}

const meant: Readonly<Record<string, string>> = {
  O: '0', o: '0', Q: '0', D: '0', l: '1', I: '1', i: '1', '|': '1', S: '5', s: '5', B: '8', Z: '2', z: '2', G: '6', b: '6',
}; // biome-ignore format: a table
const misreadNumber =
  /\bNHS\b[ \t]{0,3}(?:n[o0]|num|number)?[.:]{0,2}\s{0,4}([0-9OoQDlIi|SsBZzGb]{3}[ -]{0,3}[0-9OoQDlIi|SsBZzGb]{3}[ -]{0,3}[0-9OoQDlIi|SsBZzGb]{4})(?![\p{L}0-9])/dgiu;

/** What a text layer made of a scanned number: letters that look like digits, after the word NHS alone. */
const misread = (text: string): readonly Found[] =>
  eachMatch(text, misreadNumber, (match) => {
    const written = match[1] ?? '';
    const real = written.replace(/[^0-9]/g, '').length;
    if (real < 6 || real === 10) return undefined;
    return numberFound(
      groupPlace(match),
      'medium',
      'Looks like an NHS number in which a scan misread digits as letters.',
    );
  });

/** The same characters as digits; for tests and for whoever wants to know what a scan meant. */
export const misreadDigits = (written: string): string =>
  [...written.replace(/[ -]/g, '')].map((character) => meant[character] ?? character).join('');

/** NHS numbers: 3-3-4, in one piece, one digit a box, over the end of a line; any grouping after the word NHS. */
export const nhsNumbers: Rule = (text) => [
  ...tenDigitsIn(text).flatMap((one) => judged(text, one) ?? []),
  ...misread(text),
];
