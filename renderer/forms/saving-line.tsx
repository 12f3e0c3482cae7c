import { Button, Group, Text } from '@mantine/core';
import { timeWords } from '#renderer/text/format.ts';
import { wordsFor } from '#renderer/ui/words-for.ts';
import type { Autosave } from './autosave.ts';

/** Quietly, beside what is being written: where it stands. @param held why something cannot be saved yet. */
export function SavingLine(props: { readonly saver: Autosave; readonly held?: string | undefined }) {
  const { saver, held } = props;
  const { saving } = saver;
  if (saving.is === 'failed') {
    const { what, next } = wordsFor(saving.fault);
    return (
      <Group gap="xs">
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          Not saved: {what}. {next}
        </Text>
        <Button variant="default" size="compact-sm" onClick={() => void saver.flush()}>
          Try again
        </Button>
      </Group>
    );
  }
  return (
    <Text size="sm" c="dimmed" role="status">
      {words(saving, held)}
    </Text>
  );
}

function words(saving: Autosave['saving'], held: string | undefined): string {
  if (held !== undefined) return held;
  if (saving.is === 'saving') return 'Saving…';
  if (saving.is === 'saved') return `Saved ${timeWords(saving.at)}`;
  return 'Everything you write here is saved by itself.';
}
