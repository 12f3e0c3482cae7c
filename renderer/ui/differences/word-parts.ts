import { diffWordsWithSpace } from 'diff';

/** A stretch of text that is in both versions, or in one. */
export type WordPart = { readonly is: 'same' | 'added' | 'removed'; readonly text: string };

const patience = 250; // milliseconds

/** Two texts word by word; null where they are too different to be read that way. */
export function wordParts(before: string, after: string): readonly WordPart[] | null {
  const changes = diffWordsWithSpace(before, after, { timeout: patience });
  if (changes === undefined) return null;
  const parts = changes.map(
    ({ added, removed, value }): WordPart => ({
      is: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    }),
  );
  const kept = parts.filter(({ is }) => is === 'same').reduce((sum, { text }) => sum + text.trim().length, 0);
  const least = Math.min(before.length, after.length) / 4;
  return kept < least ? null : parts;
}
