import { before, eachMatch } from './context.ts';
import type { Rule } from './types.ts';

const british =
  /(?<![0-9A-Za-z/.-])(?:(?:\+|00)44[ -]{0,2}(?:\(0\)[ -]{0,2})?|\(?0)(?:[0-9]\)?[ -]?){8,9}[0-9](?![0-9])/g;
const foreign =
  /(?<![0-9A-Za-z])\+(?!44)[1-9][0-9]{0,2}[ -]{0,2}(?:\(?[0-9]\)?[ -]{0,2}){6,11}[0-9](?![0-9])/g;
const office = /switchboard|secretary|bleep|department|dept|reception|ward|office|fax|clinic/i;

/** UK telephone numbers in any grouping, and numbers with another country's code. */
export const phones: Rule = (text) => [
  ...eachMatch(text, british, ({ 0: written, index: start }) => {
    const national = written
      .replace(/[^0-9]/g, '')
      .replace(/^(?:0044|44)/, '')
      .replace(/^0/, '');
    // 1, 2, 3, 7 and 8 begin real numbers; nothing in use has fewer than nine digits after the nought.
    if (
      !/^[12378]/.test(national) ||
      national.length < (national.startsWith('7') ? 10 : 9) ||
      national.length > 10
    )
      return undefined;
    const isOffice = office.test(before(text, start, 30)) || /^[38]/.test(national);
    return {
      start,
      end: start + written.length,
      confidence: isOffice ? 'low' : national.startsWith('7') ? 'high' : 'medium',
      why: isOffice
        ? 'A telephone number, by the words before it that of an office. Somebody’s own must go.'
        : 'A telephone number.',
    };
  }),
  ...eachMatch(text, foreign, ({ 0: written, index: start }) => ({
    start,
    end: start + written.length,
    confidence: 'medium',
    why: 'A telephone number with another country’s code.',
  })),
];
