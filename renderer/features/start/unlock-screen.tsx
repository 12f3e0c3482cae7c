import { Anchor, Button, Code, Container, Divider, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useLocking } from '#renderer/api/locking.ts';
import type { AppStatus } from '#renderer/api/status.ts';
import { useOpenSample, useUnlockWithKeychain } from '#renderer/api/vault-changes.ts';
import { count } from '#renderer/text/format.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { pageWillChange } from '#renderer/ui/page-focus.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import { RecoverForm } from './recover-form.tsx';
import { UnlockForm } from './unlock-form.tsx';

function WithKeychain() {
  const unlock = useUnlockWithKeychain();
  return (
    <Stack gap="sm" mt="md">
      <Button variant="default" loading={unlock.isPending} onClick={() => unlock.mutate(undefined)}>
        Unlock with this computer’s keychain
      </Button>
      {unlock.isError ? <FailedState error={unlock.error} /> : null}
    </Stack>
  );
}

function NoCode(props: { readonly onBack: () => void }) {
  return (
    <Stack gap="md">
      <Text>
        No recovery code was made for this vault, so its passphrase is the only way in. Nobody can reset it,
        not even the makers of Waymark.
      </Text>
      <Text size="sm">
        Try it with another keyboard language, with Caps Lock off, and as you wrote it down. You can try as
        often as you like: nothing is ever deleted.
      </Text>
      <Group>
        <Button variant="default" onClick={props.onBack}>
          Back
        </Button>
      </Group>
    </Stack>
  );
}

export function UnlockScreen(props: { readonly status: AppStatus }) {
  const { vaultFolder, ways } = props.status;
  const { afterMinutes } = useLocking();
  const sample = useOpenSample();
  const [forgotten, setForgotten] = useState(false);
  const turnTo = (next: boolean) => () => {
    pageWillChange();
    setForgotten(next);
  };
  const back = turnTo(false);
  return (
    <Container size="xs" px={0}>
      <PageHeader
        key={String(forgotten)}
        title={forgotten ? 'Use your recovery code' : 'Unlock Waymark'}
        intro={
          afterMinutes === null || forgotten
            ? undefined
            : `It locked itself after ${count(afterMinutes, 'minute')} without use. What you were writing is kept.`
        }
      />
      <Paper withBorder radius="md" p="lg">
        {forgotten ? (
          ways.recovery ? (
            <RecoverForm onBack={back} />
          ) : (
            <NoCode onBack={back} />
          )
        ) : (
          <>
            <UnlockForm />
            {ways.keychain ? <WithKeychain /> : null}
            <Anchor
              component="button"
              type="button"
              size="sm"
              mt="md"
              underline="always"
              onClick={turnTo(true)}
            >
              Forgotten it? Use your recovery code
            </Anchor>
          </>
        )}
        <Divider my="lg" />
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            Vault: <Code>{vaultFolder}</Code>
          </Text>
          <Group gap="sm">
            <LinkButton to={paths.verify} variant="default" size="xs">
              Verify a report
            </LinkButton>
            <LinkButton to={paths.restore} variant="default" size="xs">
              Restore from a backup
            </LinkButton>
            <Button
              variant="default"
              size="xs"
              loading={sample.isPending}
              onClick={() => sample.mutate(undefined)}
            >
              Look around in the sample
            </Button>
          </Group>
          {sample.isError ? <FailedState error={sample.error} /> : null}
        </Stack>
      </Paper>
    </Container>
  );
}
