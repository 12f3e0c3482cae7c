import { Progress, Text } from '@mantine/core';
import { passphraseLength, shortestPassphrase } from '#shared/domain/passphrase.ts';

type Hint = { readonly share: number; readonly words: string };

/** A rough, honest guide by length and variety: it cannot know whether the words are a famous line. */
export function passphraseHint(passphrase: string): Hint {
  const length = passphraseLength(passphrase);
  const different = new Set(passphrase.toLowerCase()).size;
  if (length === 0) return { share: 0, words: `At least ${shortestPassphrase} characters.` };
  if (length < shortestPassphrase) {
    return { share: 15, words: `Too short: ${shortestPassphrase - length} more to go.` };
  }
  if (different < 6) return { share: 20, words: 'Easy to guess: it repeats the same few characters.' };
  if (length < 16) return { share: 45, words: 'Fair. Another word or two would make it much stronger.' };
  if (length < 24) return { share: 75, words: 'Good, if it is not a well-known phrase.' };
  return { share: 100, words: 'Strong, if it is not a well-known phrase.' };
}

export function PassphraseHint(props: { readonly passphrase: string; readonly id: string }) {
  const { share, words } = passphraseHint(props.passphrase);
  return (
    <div>
      <Progress value={share} size="sm" aria-hidden />
      <Text id={props.id} size="sm" mt={4} c="dimmed" aria-live="polite">
        {words}
      </Text>
    </div>
  );
}
