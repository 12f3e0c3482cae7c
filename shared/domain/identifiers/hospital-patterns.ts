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

/** The expression for a pattern. Letters match in either case; a space may be left out. */
export function expressionFor(pattern: string): RegExp {
  const body = [...pattern].map((character) => {
    if (character === '#') return '[0-9]';
    if (character === '@') return '[A-Za-z]';
    return character === ' ' ? '[ ]?' : character.replace(/[/-]/, '\\$&');
  });
  return new RegExp(`(?<![A-Za-z0-9])${body.join('')}(?![A-Za-z0-9])`, 'gi');
}
