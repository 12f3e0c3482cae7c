import { List, Text } from '@mantine/core';
import { useStatus } from '#renderer/api/status.ts';
import type { Standing } from './sign-schema.ts';

export const passphraseLabels: Record<Standing, string> = {
  owner: 'Your passphrase',
  known: 'Your own signing passphrase for this device',
  new: 'Choose a signing passphrase of your own',
};

/** Whose passphrase is meant, and why it is never the doctor's. */
export function SignIntro(props: { readonly standing: Standing; readonly chair: string }) {
  const { standing, chair } = props;
  const owner = useStatus().data?.profile?.name ?? '';
  if (standing === 'owner') {
    return (
      <Text size="sm">
        This is your own Waymark, so you sign with the passphrase you unlock it with. Asking again makes sure
        that it is you.
      </Text>
    );
  }
  return (
    <List size="sm" spacing={4}>
      <List.Item>
        This is the device of {owner}. Please hand it to {chair}, who signs in person.
      </List.Item>
      {standing === 'known' ? (
        <List.Item>
          {chair} has signed here before, and signs with the signing passphrase chosen then. It is not the
          doctor’s passphrase.
        </List.Item>
      ) : (
        <List.Item>
          {chair} has no signing passphrase on this device yet, or has forgotten it, so {chair} chooses a
          signing passphrase now and keeps it. It is only for signing on this device, opens nothing, and
          nobody can reset it. Never use the doctor’s passphrase, and never tell the doctor yours.
        </List.Item>
      )}
      <List.Item>
        The report will say that it was signed on this device and how the chair’s identity was checked.
      </List.Item>
    </List>
  );
}
