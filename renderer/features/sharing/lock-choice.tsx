import { PasswordInput, Radio, Stack } from '@mantine/core';
import { PassphraseHint } from '#renderer/forms/passphrase-hint.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { Lock } from './lock.ts';
import { PeopleChoice } from './people-choice.tsx';

/** Who can open it: people by their cards, or whoever is told a passphrase. */
export function LockChoice(props: { readonly lock: Lock; readonly onChange: (lock: Lock) => void }) {
  const { lock, onChange } = props;
  return (
    <Section title="2. Who can open it" intro="Nobody else can, not even with the file in hand.">
      <Stack gap="md">
        <Radio.Group
          aria-label="How it is locked"
          value={lock.by}
          onChange={(next) => onChange({ ...lock, by: next === 'passphrase' ? 'passphrase' : 'people' })}
        >
          <Stack gap="sm">
            <Radio
              value="people"
              label="People I know"
              description="By their cards. There is no password to send or to lose."
            />
            <Radio
              value="passphrase"
              label="Whoever has a passphrase"
              description="For somebody without a card. Tell them on the phone, never in the same message as the file."
            />
          </Stack>
        </Radio.Group>
        {lock.by === 'people' ? (
          <PeopleChoice lock={lock} onChange={onChange} />
        ) : (
          <Stack gap={6} maw="28rem">
            <PasswordInput
              label="Passphrase for this package"
              description="A new one, not that of your vault. Four or five unrelated words are easy to say on the phone."
              autoComplete="new-password"
              spellCheck={false}
              required
              value={lock.passphrase}
              onChange={(event) => onChange({ ...lock, passphrase: event.currentTarget.value })}
              visibilityToggleButtonProps={{ 'aria-label': 'Show the passphrase', tabIndex: 0 }}
            />
            <PassphraseHint id="package-passphrase-hint" passphrase={lock.passphrase} />
          </Stack>
        )}
      </Stack>
    </Section>
  );
}
