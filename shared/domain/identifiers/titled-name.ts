import { after, eachMatch } from './context.ts';
import { ownNames } from './own-names.ts';
import { readName } from './read-name.ts';
import type { Rule } from './types.ts';

const courtesy =
  /\b(?:M(?:r|R)|M(?:rs|RS)|M(?:s|S)|M(?:iss|ISS)|Mx|Master|MASTER|Mstr|Messrs)\b\.?[ \t]{0,3}\n?[ \t]{0,3}(?=\p{Lu}|(?:van|von|de|al|el|bin)[ ])/gu;
const lowerCourtesy = /\b(?:mrs?)\.? (?:[a-z]\.? )?[a-z][a-z'-]{2,30}\b/g;
const clinician =
  /^[^\n]{0,6}(?:,|\(|-)?[ ]{0,2}(?:consultant|surgeon|registrar|specialist|FRCS|specialty doctor|trainer)/i;

/** Mr, Mrs, Ms, Miss and Master with a name: nearly always a patient or a relative, sometimes a surgeon. */
export const titledNames: Rule = (text, options) => {
  const isOwn = ownNames(options.names);
  const written = eachMatch(text, courtesy, ({ 0: title, index: start }) => {
    const name = readName(text, start + title.length);
    if (name === undefined || isOwn(name.words)) return undefined;
    const isClinician = clinician.test(after(text, name.end, 40));
    return {
      start,
      end: name.end,
      confidence: isClinician && options.colleagues === 'may-stay' ? 'low' : 'high',
      why: isClinician
        ? 'A name with a title, by the words after it perhaps a surgeon: colleagues may mostly be named.'
        : 'A name with a title: patients and relatives must not be named.',
    };
  });
  const lower = eachMatch(text, lowerCourtesy, ({ 0: found, index: start }) => ({
    start,
    end: start + found.length,
    confidence: 'medium',
    why: 'A title in small letters with what may be a name.',
  }));
  return [...written, ...lower];
};
