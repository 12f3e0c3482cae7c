import { z } from 'zod';

const digitsIn = (pattern: string) => pattern.replace(/[^#]/g, '').length;

/**
 * How a Trust writes its hospital numbers: `#` stands for a digit, `@` for a letter, anything else for itself, so that no
 * expression can be slow or wrong. Issue codes: `hospital-pattern` (another character), `hospital-pattern-loose` (fewer
 * than four digits would match everything).
 */
export const hospitalPatternSchema = z
  .string()
  .trim()
  .min(4, { error: 'hospital-pattern-loose' })
  .max(24, { error: 'too-long' })
  .regex(/^[A-Za-z0-9#@ /-]+$/, { error: 'hospital-pattern' })
  .refine((pattern) => digitsIn(pattern) >= 4, { error: 'hospital-pattern-loose' });

/**
 * The expression for a pattern. Letters match in either case; a space may be left out. Each place takes one character,
 * and what may be left out stands between others that may not: no text makes it slow.
 */
export function expressionFor(pattern: string): RegExp {
  const body = [...pattern.trim().replace(/ +/g, ' ')].map((character) => {
    if (character === '#') return '[0-9]';
    if (character === '@') return '[A-Za-z]';
    return character === ' ' ? '[ ]?' : character.replace(/[/-]/, '\\$&');
  });
  return new RegExp(`(?<![A-Za-z0-9])${body.join('')}(?![A-Za-z0-9])`, 'gi');
}

/** The pattern of an example: digits stand for any digit; letters for themselves where they are always the same. */
export const patternFrom = (example: string, sameLetters: boolean): string =>
  example
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[0-9]/g, '#')
    .replace(/[A-Za-z]/g, (letter) => (sameLetters ? letter.toUpperCase() : '@'));

/** A stretch of a pattern: so many of any digit or letter, or what stands for itself. */
export type PatternPart =
  | { readonly of: 'digits' | 'letters'; readonly count: number }
  | { readonly of: 'itself'; readonly text: string };

export const patternParts = (pattern: string): readonly PatternPart[] =>
  (pattern.match(/#+|@+|[^#@]+/g) ?? []).map((text): PatternPart => {
    if (text.startsWith('#')) return { of: 'digits', count: text.length };
    return text.startsWith('@') ? { of: 'letters', count: text.length } : { of: 'itself', text };
  });

/** Where the numbers of these patterns stand in a text, in order. */
export const matchesOf = (patterns: readonly string[], text: string): readonly string[] =>
  patterns
    .flatMap((pattern) =>
      [...text.matchAll(expressionFor(pattern))].map((match) => ({ at: match.index, written: match[0] })),
    )
    .toSorted((a, b) => a.at - b.at)
    .map(({ written }) => written);
