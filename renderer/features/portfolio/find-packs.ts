import type { PackSummary } from '#shared/domain/guidance-pack.ts';

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
const small = new Set(['and', 'of', 'the', 'for']);

/** Whether each word typed begins a word of these texts, or the initials of the first of them (`icm`, `tos`). */
export function matchesWords(typed: string, texts: readonly string[]): boolean {
  const initials = wordsOf(texts[0] ?? '')
    .filter((word) => !small.has(word))
    .map((word) => word.slice(0, 1))
    .join('');
  const words = [...texts.flatMap(wordsOf), initials];
  return wordsOf(typed).every((part) => words.some((word) => word.startsWith(part)));
}

/** The packs a person looks for by what they typed, in their order; one already chosen stays in sight. */
export const findPacks = (packs: readonly PackSummary[], typed: string, chosen: string) =>
  packs.filter(
    ({ id, specialty, title, curriculum }) =>
      id === chosen || matchesWords(typed, [specialty, title, curriculum]),
  );
