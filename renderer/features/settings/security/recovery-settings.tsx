import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { momentWords } from '#renderer/text/format.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { KeepRecoveryCode } from '#renderer/ui/keep-recovery-code.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { RecoveryStanding } from '#shared/domain/security.ts';
import { AskPassphrase } from './ask-passphrase.tsx';

const standings: Record<RecoveryStanding, string> = {
  none: 'None was made. A forgotten passphrase would mean that everything is lost',
  made: 'Made, but you have not said that its page is kept',
  kept: 'Made, and you have put its page away',
};

/** The printed way in: whether there is one, and a new one. The code itself lives only while it is on the screen. */
export function RecoverySettings(props: {
  readonly recovery: { readonly standing: RecoveryStanding; readonly madeAt: string | null };
  readonly vault: string;
}) {
  const { recovery, vault } = props;
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const make = useMutation(api.security.newRecoveryCode.mutationOptions({ gcTime: 0 }));
  const done = () => {
    setCode(null);
    make.reset();
    void queryClient.invalidateQueries();
  };
  const kept = recovery.standing === 'kept';
  const StandingIcon = kept ? IconCircleCheck : IconAlertTriangle;

  if (code !== null) {
    return (
      <Section title="Your new recovery code" intro="The code before it no longer works. Destroy its page.">
        <KeepRecoveryCode code={code} onKept={done} onLater={done} />
      </Section>
    );
  }
  return (
    <Section
      title="Recovery code"
      intro="The other way into the vault, on paper, for the day the passphrase is forgotten."
    >
      <Stack gap="md">
        <Facts
          facts={[
            [
              'Code',
              <Group key="standing" gap={6} wrap="nowrap" align="flex-start">
                <StandingIcon size={18} aria-hidden />
                <span>{standings[recovery.standing]}</span>
              </Group>,
            ],
            ...(recovery.madeAt === null ? [] : ([['Made on', momentWords(recovery.madeAt)]] as const)),
            ['Vault', vault],
          ]}
        />
        {asking ? (
          <AskPassphrase
            submit="Make the code"
            busy={make.isPending}
            failure={make.error}
            onPassphrase={async (passphrase) => {
              const made = await make.mutateAsync({ passphrase });
              setAsking(false);
              setCode(made.code);
            }}
            onCancel={() => setAsking(false)}
          />
        ) : (
          <>
            <Text size="sm">
              {recovery.standing === 'none'
                ? 'You are shown a code to print and put away.'
                : 'A code cannot be shown again. If its page is lost, or somebody has seen it, make a new one: the old one then stops working.'}
            </Text>
            <Group>
              <Button variant={kept ? 'default' : 'filled'} onClick={() => setAsking(true)}>
                {recovery.standing === 'none' ? 'Make a recovery code' : 'Make a new recovery code'}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Section>
  );
}
