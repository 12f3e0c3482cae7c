import { areasOf } from '../identifiers/hit-areas.ts';
import type { Area, PageText } from './text.ts';

const special = /[.*+?^${}()|[\]\\]/g;

/** Finds words whatever their case and however they are broken over lines; `whole`: not inside longer words. */
export function wordsPattern(words: string, whole: boolean): RegExp {
  // Accents are written as one character or as two.
  const spellings = new Set([words.normalize('NFC'), words.normalize('NFD')]);
  const patterns = [...spellings].map((spelling) =>
    spelling
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(special, String.raw`\$&`))
      .join(String.raw`\s+`),
  );
  const inner = `(?:${patterns.join('|')})`;
  const edged = String.raw`(?<![\p{L}\p{N}])${inner}(?![\p{L}\p{N}])`;
  return new RegExp(whole ? edged : inner, 'giu');
}

/** Every place of a page where the words stand, each with its rectangles: none where the page has no positions. */
export function placesOf(page: PageText, pattern: RegExp): readonly (readonly Area[])[] {
  return [...page.text.matchAll(pattern)].map(({ index, 0: found }) =>
    areasOf(page, index, index + found.length),
  );
}
