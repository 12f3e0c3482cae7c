import { List, Text } from '@mantine/core';
import { useStatus } from '#renderer/api/status.ts';
import type { Standing } from './signing-schema.ts';

export const passphraseLabels: Record<Standing, string> = {
  owner: 'Your passphrase',
  known: 'Your own signing passphrase for this device',
  new: 'Choose a signing passphrase of your own',
};

/** Whose passphrase is meant, and why it is never the doctor's. */
export function SigningIntro(props: {
  readonly standing: Standing;
  readonly name: string;
  /** Where it is told that it was signed here: `The report`. */
  readonly where: string;
}) {
  const { standing, name, where } = props;
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
        This is the device of {owner}. Please hand it to {name}, who signs in person.
      </List.Item>
      {standing === 'known' ? (
        <List.Item>
          {name} has signed here before, and signs with the signing passphrase chosen then. It is not the
          doctor’s passphrase.
        </List.Item>
      ) : (
        <List.Item>
          {name} has no signing passphrase on this device yet, or has forgotten it, so {name} chooses a
          signing passphrase now and keeps it. It is only for signing on this device, opens nothing, and
          nobody can reset it. Never use the doctor’s passphrase, and never tell the doctor yours.
        </List.Item>
      )}
      <List.Item>
        {where} will say that it was signed on this device and how the signer’s identity was checked.
      </List.Item>
    </List>
  );
}
