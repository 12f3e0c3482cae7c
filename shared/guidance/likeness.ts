const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    // The stem is enough: `managing` and `manages` are the same duty.
    .map((word) => word.replace(/(?:ing|ed|es|s|e)$/, ''))
    .filter((word) => word.length > 2 && !tooCommon.has(word));

const tooCommon: ReadonlySet<string> = new Set([
  'and',
  'the',
  'for',
  'with',
  'abl',
  'able',
  'their',
  'from',
  'within',
]);

/** How alike two titles are, from 0 to 1: twice the words they share, of all their words (Dice). */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const [a, b] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  if (a.size + b.size === 0) return 0;
  const shared = [...a].filter((word) => b.has(word)).length;
  return (2 * shared) / (a.size + b.size);
}
