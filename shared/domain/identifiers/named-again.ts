import { eachMatch } from './context.ts';
import { isGivenName, isStopWord, nameKey } from './read-name.ts';
import type { Found } from './types.ts';

const word = /(?<![\p{L}0-9'@.-])\p{Lu}[\p{L}'-]{2,24}/gu;
const title = /^(?:Mr|Mrs|Ms|Miss|Mx|Master|Dr|Prof|Sister|Nurse)$/i;

/**
 * First names on a page that belong to names found on it by other means: "Siobhan is better" below "Re: Siobhan O'Dowd".
 * Surnames are left to their titles: too many are words of their own.
 * @param names what the rules for names found, except what is mostly allowed
 */
export function namedAgain(text: string, names: readonly Found[]): readonly Found[] {
  const known = new Set<string>();
  for (const { start, end } of names) {
    const words = text.slice(start, end).split(/[^\p{L}'-]+/u);
    for (const one of words)
      if (one.length > 2 && isGivenName(one) && !title.test(one) && !isStopWord(one)) known.add(nameKey(one));
  }
  if (known.size === 0) return [];
  return eachMatch(text, word, ({ 0: written, index: start }) =>
    known.has(nameKey(written.replace(/'s$/, '')))
      ? {
          start,
          end: start + written.replace(/'s$/, '').length,
          confidence: 'medium',
          why: 'The first name of somebody who is named elsewhere on this page.',
        }
      : undefined,
  );
}
