import { Text } from '@mantine/core';
import { IconLockExclamation } from '@tabler/icons-react';
import { LinkButton } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { paths } from '#renderer/ui/paths.ts';
import type { Unopened as Portfolios } from '#shared/contract/programme.ts';

/** Portfolios that are left out because they cannot be read here. */
export function Unopened({ portfolios }: { readonly portfolios: Portfolios }) {
  if (portfolios.length === 0) return null;
  const damaged = portfolios.some(({ code }) => code === 'VAULT_DAMAGED');
  return (
    <Note
      tone="warn"
      icon={IconLockExclamation}
      title={
        portfolios.length === 1 ? 'One portfolio is left out' : `${portfolios.length} portfolios are left out`
      }
    >
      <Text size="sm">
        These cannot be opened: {portfolios.map(({ doctor }) => doctor).join(', ')}. Everything else is shown
        and nothing of theirs is changed.{' '}
        {damaged ? '' : 'A newer Waymark may be needed, or guidance that is not here.'}
      </Text>
      {damaged ? (
        <LinkButton to={paths.damaged} variant="default" size="xs" mt="xs">
          See what can be done
        </LinkButton>
      ) : null}
    </Note>
  );
}
