import type { Found } from './types.ts';

/** The text just before a place, at most `length` characters. */
export const before = (text: string, at: number, length: number): string =>
  text.slice(Math.max(0, at - length), at);
export const after = (text: string, at: number, length: number): string => text.slice(at, at + length);

/** Everything a pattern matches, as found by `judge`; undefined leaves it out. The pattern has the flag `g`. */
export function eachMatch(
  text: string,
  pattern: RegExp,
  judge: (match: RegExpExecArray) => Found | undefined,
): readonly Found[] {
  const found: Found[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex += 1;
    const one = judge(match);
    if (one !== undefined) found.push(one);
  }
  return found;
}

/** Where the first group of a match lies; the pattern has the flag `d`. */
export function groupPlace(
  match: RegExpExecArray,
  group = 1,
): { readonly start: number; readonly end: number } {
  const [start, end] = match.indices?.[group] ?? [match.index, match.index + match[0].length];
  return { start, end };
}
