import { Button, Checkbox, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { client } from '#renderer/api/client.ts';
import { recoveryCodeGroups } from '#shared/domain/recovery-code.ts';
import { RecoveryCode } from './recovery-code.tsx';
import { FailedState } from './states.tsx';

/** As the code itself is read: case, spaces and look-alikes do not matter. */
const plain = (text: string) =>
  text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/**
 * Shows a new recovery code, the only time it can be shown, and asks whether it has been put away: by its last group, or
 * by a tick.
 */
export function KeepRecoveryCode(props: {
  readonly code: string;
  readonly onKept: () => void;
  /** Not now: the app reminds until a page is kept. */
  readonly onLater: () => void;
}) {
  const { code, onKept, onLater } = props;
  const hint = useId();
  const [typed, setTyped] = useState('');
  const [ticked, setTicked] = useState(false);
  const [refused, setRefused] = useState(false);
  const kept = useMutation({
    meta: { refresh: false },
    mutationFn: () => client.security.recoveryPageKept(),
    onSuccess: onKept,
  });
  const groups = recoveryCodeGroups(code);
  const right = plain(typed) === groups.at(-1);
  const confirm = () => {
    if (ticked || right) kept.mutate();
    else setRefused(true);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <Stack gap="lg">
        <List size="sm" spacing={4}>
          <List.Item>
            <strong>If you forget your passphrase, this code is the only other way in.</strong> Nobody can
            make another one for you.
          </List.Item>
          <List.Item>It is shown now and never again. Waymark does not keep it.</List.Item>
          <List.Item>
            Keep it on paper, away from this computer: whoever has both can read everything in the vault.
          </List.Item>
        </List>
        <RecoveryCode code={code} />
        <Stack gap="sm">
          <Text fw={700}>Is it put away?</Text>
          <TextInput
            label={`Type the last group, number ${groups.length}, from your page`}
            maw="20rem"
            autoComplete="off"
            spellCheck={false}
            aria-describedby={hint}
            value={typed}
            error={
              refused && !ticked && !right ? 'Type the last group as it stands above, or tick the box' : null
            }
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setRefused(false);
            }}
          />
          <Checkbox
            label="Or: I have printed or written it down, and it is not on this computer"
            checked={ticked}
            onChange={(event) => setTicked(event.currentTarget.checked)}
          />
        </Stack>
        {kept.isError ? <FailedState error={kept.error} /> : null}
        <Group>
          <Button type="submit" loading={kept.isPending}>
            Continue
          </Button>
          <Button variant="default" onClick={onLater}>
            Later
          </Button>
        </Group>
        <Text size="sm" c="dimmed" id={hint}>
          With “Later” this code still works if you noted it, and Waymark goes on reminding you. You can make
          a new one in Settings at any time.
        </Text>
      </Stack>
    </form>
  );
}
