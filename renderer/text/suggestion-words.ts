import type { Why } from '#shared/domain/suggest/suggestion.ts';

const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');

/** Why something is suggested: `because the name says “DOPS”`. */
export function whyWords({ from, says }: Why): string {
  switch (from) {
    case 'name':
      return `because the name says ${quoted(says)}`;
    case 'text':
      return `because its text says ${quoted(says)}`;
    case 'modified':
      return 'because the file was last changed that day';
    case 'rule':
      return 'because the guidance asks for this kind of evidence there';
  }
}
