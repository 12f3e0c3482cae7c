import { Text } from '@mantine/core';
import type { Saving } from '#renderer/forms/autosave.ts';
import { timeWords } from '#renderer/text/format.ts';
import { wordsFor } from '#renderer/ui/words-for.ts';

function words(saving: Saving): string {
  switch (saving.is) {
    case 'untouched':
      return 'Changes are saved as you make them.';
    case 'saving':
      return 'Saving…';
    case 'saved':
      return `Saved ${timeWords(saving.at)}`;
    case 'incomplete':
      return 'Not saved: a field needs correcting';
    case 'failed': {
      const { what } = wordsFor(saving.fault);
      return `Not saved: ${what.charAt(0).toLowerCase()}${what.slice(1)}`;
    }
  }
}

/** Under a form without a button. The header says the same aloud, so this stays quiet for screen readers. */
export function SavedByItself({ saving }: { readonly saving: Saving }) {
  const failed = saving.is === 'failed' || saving.is === 'incomplete';
  return (
    <Text size="sm" {...(failed ? { c: 'var(--mantine-color-error)', fw: 600 } : { c: 'dimmed' })}>
      {words(saving)}
    </Text>
  );
}
