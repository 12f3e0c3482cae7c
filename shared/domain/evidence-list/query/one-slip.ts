/** Whether a word is another with one letter too many, too few, wrong, or two that changed places. */
export function oneSlipFrom(word: string, right: string): boolean {
  if (word === right || Math.abs(word.length - right.length) > 1) return false;
  const [short, long] = word.length <= right.length ? [word, right] : [right, word];
  const at = [...long].findIndex((letter, place) => letter !== short[place]);
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const swapped = `${short.slice(0, at)}${short[at + 1] ?? ''}${short[at] ?? ''}${short.slice(at + 2)}`;
  return short.slice(at + 1) === long.slice(at + 1) || swapped === long;
}
