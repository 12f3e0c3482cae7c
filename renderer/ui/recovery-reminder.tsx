import { Box, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import type { RecoveryStanding } from '#shared/domain/security.ts';
import { LinkButton } from './links.tsx';
import { Note } from './note.tsx';
import { paths } from './paths.ts';

/** Until a recovery page is put away, a forgotten passphrase would mean that everything is lost. */
export function RecoveryReminder(props: { readonly recovery: RecoveryStanding | null }) {
  const { recovery } = props;
  if (recovery === null || recovery === 'kept') return null;
  return (
    <Box mb="md">
      <Note
        tone="warn"
        icon={IconKey}
        title={recovery === 'none' ? 'This vault has no recovery code' : 'Put your recovery code away'}
      >
        <Text size="sm">
          {recovery === 'none'
            ? 'If you forget the passphrase, everything in the vault is lost. A recovery code takes a minute to make.'
            : 'You have not said that its page is kept. If you forget the passphrase, nothing else opens the vault.'}
        </Text>
        <LinkButton to={paths.settings} search={{ tab: 'security' }} variant="default" size="xs" mt="xs">
          {recovery === 'none' ? 'Make a recovery code' : 'Go to the recovery code'}
        </LinkButton>
      </Note>
    </Box>
  );
}
