import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { isFailureCode } from '#renderer/api/failures.ts';
import { issueWords } from '#renderer/text/issue-words.ts';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';

/** Asks for the passphrase of a package that has one. */
export function PassphrasePart(props: {
  readonly busy: boolean;
  readonly error: unknown;
  readonly onGiven: (passphrase: string) => void;
}) {
  const { busy, error, onGiven } = props;
  const [typed, setTyped] = useState('');
  const wrong = isFailureCode(error, 'NOT_FOR_YOU');
  return (
    <Section title="Its passphrase" intro="The sender tells it to you, best on the phone.">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (typed !== '') onGiven(typed);
        }}
      >
        <Stack gap="md" maw="28rem">
          <PasswordInput
            label="Passphrase of the package"
            autoComplete="off"
            spellCheck={false}
            required
            autoFocus
            data-autofocus
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            error={wrong ? issueWords('wrong-passphrase') : undefined}
            aria-invalid={wrong}
            visibilityToggleButtonProps={{ 'aria-label': 'Show the passphrase', tabIndex: 0 }}
          />
          <Group>
            <Button type="submit" loading={busy} disabled={typed === ''}>
              Open
            </Button>
          </Group>
          {error === null || wrong ? null : <FailedState error={error} />}
        </Stack>
      </form>
    </Section>
  );
}
