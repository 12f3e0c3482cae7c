import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { useStatus } from '#renderer/api/status.ts';
import { momentWords } from '#renderer/text/format.ts';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { AskPassphrase } from './ask-passphrase.tsx';

/** Opening the vault with one press on this computer: what that protects from, and what not. */
export function KeychainSettings(props: {
  readonly keychain: { readonly available: boolean; readonly madeAt: string | null };
}) {
  const { available, madeAt } = props.keychain;
  const { data: status } = useStatus();
  const [asking, setAsking] = useState(false);
  const keep = useMutation(api.security.keepInKeychain.mutationOptions({ gcTime: 0 }));
  const forget = useMutation(api.security.forgetKeychain.mutationOptions());
  const none =
    status?.host === 'browser'
      ? 'In the browser there is none: the desktop app can use it.'
      : 'This computer has none that protects anything. Your passphrase and recovery code work as ever.';
  return (
    <Section
      title="This computer’s keychain"
      intro="Unlock with one press on this computer, instead of typing the passphrase."
    >
      <Stack gap="md">
        {!available && madeAt === null ? (
          <Text size="sm">{none}</Text>
        ) : (
          <List size="sm" spacing={4}>
            <List.Item>
              It keeps protecting you when the disk or the whole computer is stolen while it is switched off.
            </List.Item>
            <List.Item>
              It does <strong>not</strong> protect you from somebody at your open session: they can press the
              button too. Leave it off on a shared computer.
            </List.Item>
            <List.Item>A copy of the vault on another computer still asks for the passphrase.</List.Item>
          </List>
        )}
        {madeAt === null ? null : (
          <>
            <Text size="sm">Switched on {momentWords(madeAt)}.</Text>
            <Group>
              <Button variant="default" loading={forget.isPending} onClick={() => forget.mutate(undefined)}>
                Switch it off
              </Button>
            </Group>
          </>
        )}
        {madeAt === null && available && !asking ? (
          <Group>
            <Button variant="default" onClick={() => setAsking(true)}>
              Switch it on
            </Button>
          </Group>
        ) : null}
        {asking ? (
          <AskPassphrase
            submit="Switch it on"
            busy={keep.isPending}
            failure={keep.error}
            onPassphrase={async (passphrase) => {
              await keep.mutateAsync({ passphrase });
              setAsking(false);
            }}
            onCancel={() => setAsking(false)}
          />
        ) : null}
        {forget.isError ? <FailedState error={forget.error} /> : null}
      </Stack>
    </Section>
  );
}
