import { fold } from './fold.ts';

// Scripts without blanks between words: each sign is a word, so that any run of them can be found.
const sign = '\\p{Script=Han}|\\p{Script=Hiragana}|\\p{Script=Katakana}|\\p{Script=Thai}';
const words = new RegExp(`${sign}|(?:(?!${sign})[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const plainWords = /[a-z0-9]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole ASCII range is meant
const ascii = /^[\u0000-\u007f]*$/;

/** The words of a text as the search knows them: lower case, no accents, no marks between them. */
export function tokensOf(text: string): string[] {
  const folded = fold(text);
  return folded.match(ascii.test(folded) ? plainWords : words) ?? [];
}
