import { eachMatch, groupPlace } from './context.ts';
import { dayPattern } from './day-pattern.ts';
import type { Rule } from './types.ts';

const word = '(?:no|number|num|n[o0]|ref(?:erence)?|code|id|#)';
const label = [
  '(?:our|your|my) ref(?:erence)?',
  `(?:acc(?:ession)?|specimen|sample)(?:[ \\t]${word})?`,
  `(?:lab|request|exam|report|incident|complaint|claim|case|ticket|referral|booking|book)[ \\t]${word}`,
  'UBRN',
  `(?:assessment|login|log-in|access|form)[ \\t](?:code|${word})`,
  `(?:datix|ulysses|safeguard|StEIS|DIF)(?:[ \\t]${word})?`,
  'incident|reference number|reference no|reference|ref',
].join('|');
const value = "(?:[A-Z0-9][A-Z0-9'.]{0,14})(?:[/_ -]?[A-Z0-9]{1,14}){0,4}";
const labelled = new RegExp(
  `\\b(?:${label})\\b([ ](?:is|was)[ ]|[.:# \\t]{1,4})\\n?[ \\t]{0,4}(${value})(?![A-Z0-9])`,
  'dgi',
);
const day = new RegExp(`^(?:${dayPattern})$`, 'i');
const strict = /^(?:ref|incident|acc|UBRN|book|specimen|sample|datix|case|form)/i;

/** Letters' references, accession numbers, incident numbers and the codes of assessments, by the words before them. */
export const letterReferences: Rule = (text) =>
  eachMatch(text, labelled, (match) => {
    const { start, end: wide } = groupPlace(match, 2);
    // The value may have run on into the next words: it ends with its last piece that has a digit, a word at most between.
    const pieces = (match[2] ?? '').split(/(?=[ ])/);
    let kept = '';
    let run = '';
    for (const piece of pieces) {
      run += piece;
      if (!/[0-9]/.test(piece)) break;
      kept = run;
    }
    if (kept === '' || day.test(kept)) return undefined;
    const digits = kept.replace(/[^0-9]/g, '').length;
    if (digits < 3 || (digits < 4 && strict.test(match[0]))) return undefined;
    if (
      strict.test(match[0]) &&
      !(match[1] ?? '').includes(':') &&
      !/[A-Z]{1,4}-?[0-9]{4}|[0-9]{5}/i.test(kept)
    ) {
      return undefined;
    }
    return {
      start,
      end: Math.min(wide, start + kept.length),
      confidence: 'medium',
      why: 'A reference or code, by the words before it: whoever has the letter’s file can find the person by it.',
    };
  });
