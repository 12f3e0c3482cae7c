import { placesOf, wordsPattern } from '#shared/domain/documents/find-words.ts';
import type { KeptText } from '#shared/domain/documents/kept-text.ts';
import type { Area } from '#shared/domain/documents/text.ts';
import type { DocumentFile, Documents } from '../ports.ts';

const most = 2000; // places of one search

export type FoundPlaces = {
  readonly places: readonly (readonly Area[])[];
  readonly cutShort: boolean;
  readonly withoutWords: number;
  readonly pageCount: number;
};

/**
 * Where words stand in a file. The pages are told by its kept words; only those are opened again, for the positions.
 * @param file asked for only where there is something to be found.
 */
export async function findWords(
  documents: Documents,
  { pages, pageCount, cutShort }: KeptText,
  file: () => Promise<DocumentFile>,
  { words, whole }: { readonly words: string; readonly whole: boolean },
): Promise<FoundPlaces> {
  const pattern = wordsPattern(words, whole);
  const wanted = pages.filter(({ text }) => text.search(pattern) !== -1).map(({ page }) => page);
  const withoutWords = pages.filter(({ text }) => text.trim() === '').length;
  if (wanted.length === 0) return { places: [], cutShort, withoutWords, pageCount };
  const read = await documents.read(await file(), { depth: 'places', pages: wanted });
  const places = read.pages.flatMap((page) => placesOf(page, pattern)).filter((areas) => areas.length > 0);
  return {
    places: places.slice(0, most),
    cutShort: cutShort || places.length > most,
    withoutWords,
    pageCount,
  };
}
