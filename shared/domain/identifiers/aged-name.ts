import { after, eachMatch } from './context.ts';
import { ownNames } from './own-names.ts';
import { isStopWord, readName } from './read-name.ts';
import type { Rule } from './types.ts';

/** Where a line of a list begins, after its number or bed. */
const lineStart =
  /(?:^|\n)[ \t]{0,12}(?:(?:bed |bay )?[A-Z]?[0-9]{1,3}[A-Za-z]?[.):]?[ \t]{1,8})?(?=\p{Lu})/gu;
const age =
  /^(?:[ \t]\((?:Mr|Mrs|Ms|Miss|Master)\.?\))?[ \t,(]{1,4}(?:aged[ ])?(?:[1-9][0-9]?|1[01][0-9])(?:[ ]?(?:yrs?|years?|y\/?o|yo|y|M|F|male|female)\b|\)|,)/i;

/** A name at the start of a line with an age behind it, as registers and handovers list people. */
export const agedNames: Rule = (text, options) => {
  const isOwn = ownNames(options.names);
  return eachMatch(text, lineStart, ({ 0: lead, index }) => {
    const start = index + lead.length;
    const name = readName(text, start, 4, true);
    if (name === undefined || name.words.some(isStopWord) || isOwn(name.words)) return undefined;
    // "Chest drain, 45 min": one word alone is a name where it is a surname in capitals, and a sure one with two.
    if (!age.test(after(text, name.end, 30)) || name.words.length < 2) return undefined;
    return {
      start,
      end: name.end,
      confidence: 'high',
      why: 'A name with an age behind it, as lists of patients have it.',
    };
  });
};
