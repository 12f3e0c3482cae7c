import { after, eachMatch } from './context.ts';
import { ownNames } from './own-names.ts';
import { isStopWord, readName } from './read-name.ts';
import type { Rule } from './types.ts';

/** Where a line of a list begins, after its number or bed. */
const lineStart =
  /(?:^|\n)[ \t]{0,12}(?:(?:bed |bay )?[A-Z]?[0-9]{1,3}[A-Za-z]?[.):]?[ \t]{1,8})?(?=\p{Lu})/gu;
/** What follows a person's name in a list: an age, a record's number with its label, a number alone. */
const age =
  /^(?:[ \t]\((?:Mr|Mrs|Ms|Miss|Master)\.?\))?[ \t,(]{1,4}(?:aged[ ])?(?:[1-9][0-9]?|1[01][0-9])(?:[ ]?(?:yrs?|years?|y\/?o|yo|y|M|F|male|female)\b|\)|,)/i;
/** Set apart by wide gaps, as in a table without lines. */
const inTable =
  /^(?:[ \t]\((?:Mr|Mrs|Ms|Miss|Master)\.?\))?[ \t]{3,40}(?:[1-9][0-9]?|1[01][0-9])(?:[ \t]{2,}|\n|$)/;
const inBed = /(?:bed |bay )?[A-Z]?[0-9]{1,3}[A-Za-z]?[.):]?[ \t]{1,8}$/;
const number =
  /^[ \t,(|]{1,8}(?:(?:MRN|NHS|CHI|PAS|CRN|K num|K no|Hosp(?:ital)?\.? ?n[ou0]|Unit no|Unit num|Patient ID|Case ?note|District No|RXH)|[A-Z]{0,2}[0-9]{6,8}\b)/i;

/** A name at the start of a line with an age behind it, as registers and handovers list people. */
export const agedNames: Rule = (text, options) => {
  const isOwn = ownNames(options.names);
  return eachMatch(text, lineStart, ({ 0: lead, index }) => {
    const start = index + lead.length;
    const name = readName(text, start, 4, true);
    if (name === undefined || name.words.some(isStopWord) || isOwn(name.words)) return undefined;
    // "Chest drain, 45 min": one word alone is a name where it is a surname in capitals, and a sure one with two.
    const behind = after(text, name.end, 60);
    const isRow = inBed.test(lead) && inTable.test(behind);
    if (name.words.length < 2 || !(isRow || age.test(behind) || number.test(behind))) return undefined;
    return {
      start,
      end: name.end,
      confidence: 'high',
      why: 'A name with an age or number behind it, as lists of patients have it.',
    };
  });
};
