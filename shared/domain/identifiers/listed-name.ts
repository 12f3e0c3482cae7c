import { eachMatch } from './context.ts';
import { ownNames } from './own-names.ts';
import { isGivenName, isStopWord } from './read-name.ts';
import type { Rule } from './types.ts';

const surnameFirst =
  /(?<![\p{L}0-9'-])((?:\p{Lu}{2,6}[ ]){0,2}\p{Lu}[\p{Lu}'-]{1,24}),[ ]{0,2}(\p{Lu}[\p{L}'-]{0,24})(?:[ ]\((?:Mr|Mrs|Ms|Miss|Master)\.?\))?(?![\p{L}0-9])/gu;
const given =
  /(?<![\p{L}0-9'@.-])\p{Lu}[\p{L}-]{1,20}[ ](?:\p{Lu}\.?[ ])?(?:(?:van|der|de|von|al)[ ]){0,2}\p{Lu}[\p{L}'-]{1,24}(?![\p{L}0-9])/gu;

/** Names as lists write them, SURNAME, Given; and a usual first name with a surname. */
export const listedNames: Rule = (text, options) => {
  const isOwn = ownNames(options.names);
  const lists = eachMatch(text, surnameFirst, ({ 0: written, 1: last = '', 2: first = '', index: start }) =>
    isStopWord(last) ||
    isStopWord(first) ||
    isOwn([last, first]) ||
    // "SOB, Wells", "COPD, T2DM": short capitals are abbreviations, unless a line begins with them or a name follows.
    (last.length < 5 && !isGivenName(first) && start > 0 && text[start - 1] !== '\n')
      ? undefined
      : {
          start,
          end: start + written.length,
          confidence: isGivenName(first) ? 'high' : 'medium',
          why: 'A surname in capitals with a first name or initial, as patient lists write them.',
        },
  );
  const prose = eachMatch(text, given, ({ 0: written, index: start }) => {
    const words = written.split(' ');
    const [first = ''] = words;
    if (!isGivenName(first) || words.some(isStopWord) || isOwn(words)) return undefined;
    return {
      start,
      end: start + written.length,
      confidence: 'low',
      why: 'A usual first name and a second word with a capital: it may be somebody’s name.',
    };
  });
  return [...lists, ...prose];
};
