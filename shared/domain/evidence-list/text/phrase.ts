import type { EvidenceItem } from '../../evidence.ts';
import { fold } from '../fold.ts';
import { fieldText, textFields } from './item-fields.ts';

const letter = '[\\p{L}\\p{N}\\p{M}]';
// Scripts without blanks have no end of a word to look for.
const unspaced = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u;

/** @param words as `tokensOf` gives them. @returns whether they stand in a text one behind the other, whole. */
export function hasPhrase(words: readonly string[]) {
  const gap = `[^\\p{L}\\p{N}\\p{M}]`;
  const pattern = words
    .map((word, at) => {
      const next = words[at + 1];
      const loose = unspaced.test(word) || (next !== undefined && unspaced.test(next));
      return next === undefined ? word : `${word}${gap}${loose ? '*' : '+'}`;
    })
    .join('');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const before = unspaced.test(first) ? '' : `(?<!${letter})`;
  const after = unspaced.test(last) ? '' : `(?!${letter})`;
  const search = new RegExp(`${before}${pattern}${after}`, 'u');
  const inText = (text: string): boolean => search.test(fold(text));
  return Object.assign(inText, {
    inItem: (item: EvidenceItem): boolean => textFields.some((field) => inText(fieldText(item, field))),
  });
}
