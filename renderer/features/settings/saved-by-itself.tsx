import { Text } from '@mantine/core';
import { timeWords } from '#renderer/text/format.ts';
import type { SaveState } from '#renderer/ui/save-state.ts';

function words(state: SaveState): string {
  if (state.is === 'saving') return 'Saving…';
  if (state.is === 'saved') return `Saved ${timeWords(state.at)}`;
  if (state.is === 'failed') return `Not saved: ${state.why.charAt(0).toLowerCase()}${state.why.slice(1)}`;
  return 'Changes are saved as you make them.';
}

/** Under a form without a button. The header says the same aloud, so this stays quiet for screen readers. */
export function SavedByItself(props: { readonly state: SaveState }) {
  const failed = props.state.is === 'failed';
  return (
    <Text size="sm" {...(failed ? { c: 'var(--mantine-color-error)', fw: 600 } : { c: 'dimmed' })}>
      {words(props.state)}
    </Text>
  );
}
