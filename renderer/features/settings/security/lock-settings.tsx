import { Radio, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { useStatus } from '#renderer/api/status.ts';
import { Caution } from '#renderer/ui/caution.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { type LockAfter, lockAfterChoices } from '#shared/domain/security.ts';

const choices: readonly (readonly [key: string, value: LockAfter, label: string])[] = [
  ...lockAfterChoices.map((minutes) => [String(minutes), minutes, `After ${minutes} minutes`] as const),
  ['never', null, 'Never'],
];

/** When Waymark locks by itself. */
export function LockSettings(props: { readonly lockAfter: LockAfter }) {
  const { data: status } = useStatus();
  const set = useMutation(api.security.setLockAfter.mutationOptions());
  // What was just chosen shows at once.
  const lockAfter = set.isPending ? set.variables.lockAfter : props.lockAfter;
  const forced = status?.lockAfter ?? null;
  const isForced = status?.state === 'open' && !set.isPending && forced !== lockAfter;
  return (
    <Section
      title="Automatic lock"
      intro={
        status?.host === 'desktop'
          ? 'Also when the computer sleeps or its screen is locked. What you are writing is kept, encrypted.'
          : 'What you are writing is kept, encrypted, and you come back to where you were.'
      }
    >
      <Stack gap="md">
        <Radio.Group
          label="Lock when nobody has used Waymark"
          value={lockAfter === null ? 'never' : String(lockAfter)}
          onChange={(next) => {
            const choice = choices.find(([key]) => key === next);
            if (choice !== undefined) set.mutate({ lockAfter: choice[1] });
          }}
        >
          <Stack gap="xs" mt="xs">
            {choices.map(([key, , label]) => (
              <Radio key={key} value={key} label={label} />
            ))}
          </Stack>
        </Radio.Group>
        {lockAfter === null && !isForced ? (
          <Caution title="Anybody who sits down at this computer can read everything">
            Choose this only where nobody else can get at it, and lock Waymark yourself when you leave.
          </Caution>
        ) : null}
        {isForced && forced !== null ? (
          <Text size="sm">
            Whoever started Waymark here had it lock after {forced} minutes, whatever is chosen above.
          </Text>
        ) : null}
        {set.isError ? <FailedState error={set.error} /> : null}
      </Stack>
    </Section>
  );
}
