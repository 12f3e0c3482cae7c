import { before, eachMatch, groupPlace } from './context.ts';
import { expressionFor } from './hospital-patterns.ts';
import type { Rule } from './types.ts';

const word = '(?:no|number|num|n[o0]|#|id|ref)';
const label = [
  `(?:hosp(?:ital)?|unit|patient|pt|district|case ?note|case|episode|encounter|chart|x-?ray|local|record)\\.?[ \\t]{0,2}${word}`,
  `\\bK[ -]?${word}`,
  `\\b(?:MRN|PAS|CRN|URN|UPN|PID|UHID|RXH)\\b(?:[ \\t]{0,2}${word})?`,
].join('|');
const value = '[A-Z]{0,3}[ -]?[0-9]{3}[0-9 ]{0,2}[0-9]{2,7}(?:[/-][0-9]{1,2})?[A-Z]?';
const labelled = new RegExp(
  `\\b(?:${label})\\b(?:[ ](?:is|was))?[.:# \\t]{0,4}\\n?[ \\t]{0,4}(${value})(?![0-9])`,
  'dgi',
);
const header = new RegExp(`\\b(?:${label})\\b[.: \\t|;,]{0,4}(?![A-Z]{0,3}[ -]?[0-9])`, 'i');
const bare = /(?<![A-Za-z0-9/.-])[A-Z]{1,3}[0-9]{6,8}(?![A-Za-z0-9])/g;
const numberAlone = /(?<![A-Za-z0-9/.:,+-])(?:[A-Z]{0,2}[0-9]{6,8})(?![A-Za-z0-9/.:,]|-[0-9])/g;
const elsewhere =
  /\b(?:GMC|PMID|lot|batch|version|ISBN|invoice|order|accession|incident|datix|complaint|tel|ref|reference|PMC|NCT)\b[^\n]{0,10}$/i;

/** Hospital, unit and record numbers by their label, by a column's heading, by shape, and by the Trust's own patterns. */
export const hospitalNumbers: Rule = (text, { hospitalPatterns }) => {
  const byLabel = eachMatch(text, labelled, (match) => ({
    ...groupPlace(match),
    confidence: 'high',
    why: 'A hospital or record number, by the words before it.',
  }));
  const byPattern = hospitalPatterns.flatMap((pattern) =>
    eachMatch(text, expressionFor(pattern), ({ 0: written, index: start }) => ({
      start,
      end: start + written.length,
      confidence: 'high',
      why: 'Written as this Trust writes its hospital numbers (your settings).',
    })),
  );
  const column = header.exec(text);
  const inColumn =
    column === null
      ? []
      : eachMatch(text, numberAlone, ({ 0: written, index: start }) =>
          start < column.index || elsewhere.test(before(text, start, 24))
            ? undefined
            : {
                start,
                end: start + written.length,
                confidence: 'medium',
                why: 'A number on a page that has a column of hospital numbers.',
              },
        );
  const byShape = eachMatch(text, bare, ({ 0: written, index: start }) =>
    elsewhere.test(before(text, start, 24))
      ? undefined
      : {
          start,
          end: start + written.length,
          confidence: 'medium',
          why: 'Letters and digits as many hospitals write their numbers.',
        },
  );
  return [...byLabel, ...byPattern, ...inColumn, ...byShape];
};
