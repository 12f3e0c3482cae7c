import { Stack } from '@mantine/core';
import { IconLockOpen2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { KeychainSettings } from './keychain-settings.tsx';
import { LockSettings } from './lock-settings.tsx';
import { PassphraseSettings } from './passphrase-settings.tsx';
import { RecoverySettings } from './recovery-settings.tsx';

/** How the vault is opened, and when it closes by itself. */
export function SecuritySettings(props: { readonly sample: boolean }) {
  const security = useQuery({ ...api.security.get.queryOptions(), enabled: !props.sample });
  if (props.sample) {
    return (
      <EmptyState icon={IconLockOpen2} title="The sample has nothing to protect">
        Everybody in it is invented, and nothing you do there is kept. Your own vault has its passphrase,
        recovery code and automatic lock here.
      </EmptyState>
    );
  }
  return (
    <QueryStates query={security} what="security">
      {(state) => (
        <Stack gap="md">
          <RecoverySettings recovery={state.recovery} vault={state.vault} />
          <PassphraseSettings hasCode={state.recovery.standing !== 'none'} />
          <LockSettings lockAfter={state.lockAfter} />
          <KeychainSettings keychain={state.keychain} />
        </Stack>
      )}
    </QueryStates>
  );
}
