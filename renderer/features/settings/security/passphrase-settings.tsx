import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Section } from '#renderer/ui/section.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';

/** Changing it re-wraps one key: nothing else in the vault is touched, and it takes a moment. */
export function PassphraseSettings(props: { readonly hasCode: boolean }) {
  const [by, setBy] = useState<'passphrase' | 'code' | null>(null);
  const [changed, setChanged] = useState(false);
  return (
    <Section
      title="Passphrase"
      intro="Opens the vault, and signs what you sign. Changing it takes a moment; nothing else changes."
    >
      {by === null ? (
        <Stack gap="sm">
          {changed ? (
            <Group role="status" gap={6}>
              <IconCircleCheck size={18} aria-hidden />
              <Text size="sm">Changed. From now on the new one opens the vault and signs.</Text>
            </Group>
          ) : null}
          <Group>
            <Button
              variant="default"
              onClick={() => {
                setChanged(false);
                setBy('passphrase');
              }}
            >
              Change the passphrase
            </Button>
          </Group>
        </Stack>
      ) : (
        <Stack gap="md">
          <ChangePassphrase
            key={by}
            by={by}
            onChanged={() => {
              setChanged(true);
              setBy(null);
            }}
            onCancel={() => setBy(null)}
          />
          {props.hasCode ? (
            <Anchor
              component="button"
              type="button"
              size="sm"
              underline="always"
              w="fit-content"
              onClick={() => setBy(by === 'code' ? 'passphrase' : 'code')}
            >
              {by === 'code' ? 'Use the present passphrase instead' : 'Use the recovery code instead'}
            </Anchor>
          ) : null}
        </Stack>
      )}
    </Section>
  );
}
