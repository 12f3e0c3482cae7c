import { after, before, eachMatch, groupPlace } from './context.ts';
import { ownNames } from './own-names.ts';
import type { Rule } from './types.ts';

const labelled =
  /\bGMC\b(?:[ \t]{0,2}(?:registration|reference|reg|ref|number|num|no|n[o0]|id|#))?[^0-9\n]{0,14}\n?([0-9](?:[ ]?[0-9]){6})(?![0-9])/dgi;
const assessed =
  /trainee|assessee|student|mentee|supervisee|appraisee|assessed by me|doctor in training|complain|subject of/i;
const assessor = /assessor|supervisor|trainer|appraiser|verifier|consultant|referee/i;

/** Where the last match of a word stands; -1: nowhere. The nearest one says whose number it is. */
const lastOf = (words: RegExp, text: string): number =>
  Math.max(-1, ...[...text.matchAll(new RegExp(words, 'gi'))].map(({ index }) => index));

/** Whether the applicant is named as the assessor on this page: then the other numbers on it are of those assessed. */
function isAssessedByOwn(
  text: string,
  isOwn: (found: readonly string[]) => boolean,
  own: ReadonlySet<string>,
): boolean {
  return [...text.matchAll(/\b(?:assessor|trainer|appraiser|referee)\b[^\n]{0,60}/gi)].some(([line]) => {
    const words = line.split(/[^\p{L}'-]+/u).filter((word) => word !== '');
    const isNamed = words.some(
      (_, at) => at > 0 && words[at + 1] !== undefined && isOwn(words.slice(at, at + 2)),
    );
    return isNamed || [...line.matchAll(/[0-9]{7}/g)].some(([number]) => own.has(number));
  });
}

/** GMC numbers: colleagues' whom the applicant assessed must go, the applicant's own and assessors' may stay. */
export const gmcNumbers: Rule = (text, options) => {
  const allowed = new Set(options.gmcNumbers);
  const ownAssesses = isAssessedByOwn(text, ownNames(options.names), allowed);
  return eachMatch(text, labelled, (match) => {
    const place = groupPlace(match);
    if (allowed.has((match[1] ?? '').replaceAll(' ', ''))) return undefined;
    const lead = before(text, match.index, 80);
    const ofAssessed =
      lastOf(assessed, lead) > lastOf(assessor, lead) || (ownAssesses && !assessor.test(lead));
    if (ofAssessed || options.colleagues === 'must-go') {
      return {
        ...place,
        confidence: 'high',
        why: 'The GMC number of a colleague who was assessed or is complained of.',
      };
    }
    const ofAssessor = assessor.test(lead) || assessor.test(after(text, place.end, 30));
    return {
      ...place,
      confidence: ofAssessor ? 'low' : 'medium',
      why: ofAssessor
        ? 'A GMC number, by the words around it of somebody who assessed you: that may stay.'
        : 'A GMC number. Yours and your assessors’ may stay; those of colleagues you assessed must go.',
    };
  });
};
