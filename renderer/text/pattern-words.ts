import type { PatternPart } from '#shared/domain/identifiers/hospital-patterns.ts';
import { count } from './format.ts';

/** `“RXH”, then 6 digits`. */
export const patternWords = (parts: readonly PatternPart[]): string =>
  parts
    .map((part) => {
      if (part.of === 'itself') return part.text === ' ' ? 'a space or none' : `“${part.text.trim()}”`;
      return count(part.count, part.of === 'digits' ? 'digit' : 'letter');
    })
    .join(', then ');
