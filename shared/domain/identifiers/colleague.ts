import { eachMatch } from './context.ts';
import { ownNames } from './own-names.ts';
import { readName } from './read-name.ts';
import type { Rule } from './types.ts';

const title =
  /\b(?:D(?:r|R)s?|Prof(?:essor)?|PROF(?:ESSOR)?|Sister|Matron|Staff [Nn]urse|Nurse|Charge [Nn]urse)\b\.?[ \t]{0,3}\n?[ \t]{0,3}(?=\p{Lu})/gu;

/** Doctors, professors and nurses by their title: mostly allowed, shown so that somebody decides. */
export const colleagueNames: Rule = (text, options) => {
  const isOwn = ownNames(options.names);
  return eachMatch(text, title, ({ 0: written, index: start }) => {
    const name = readName(text, start + written.length, 3);
    if (name === undefined || isOwn(name.words)) return undefined;
    return options.colleagues === 'must-go'
      ? {
          start,
          end: name.end,
          confidence: 'high',
          why: 'A colleague by name: in complaints and serious incidents every doctor but you must go.',
        }
      : {
          start,
          end: name.end,
          confidence: 'low',
          why: 'A colleague by name. Allowed, unless you assessed them, wrote their reference, or they are complained of.',
        };
  });
};
