import { Stack, Text } from '@mantine/core';
import { IconEye, IconEyeOff, IconLock } from '@tabler/icons-react';
import { momentWords } from '#renderer/text/format.ts';
import { audienceWords, leftOutWords } from '#renderer/text/sharing-words.ts';
import classes from './uses.module.css';
import type { WhereUsed } from './where-used.tsx';

const peopleOf = (people: readonly string[]) =>
  people.length === 0 ? 'whoever has its passphrase' : people.join(', ');

/** Who may be given the item, and who was. */
export function WhoSees({ used }: { readonly used: WhereUsed }) {
  const given = used.sent.filter(({ had }) => had !== false);
  return (
    <Stack gap="md">
      <ul className={classes.list}>
        <li className={classes.line}>
          <IconLock size={18} aria-hidden />
          <Text size="sm">
            <strong>Private:</strong> it stays in this vault until you send a package. A panel that holds a
            review here, on this computer, sees what is linked to a capability.
          </Text>
        </li>
        {used.audiences.map(({ audience, why }) => (
          <li key={audience} className={classes.line}>
            {why === null ? <IconEye size={18} aria-hidden /> : <IconEyeOff size={18} aria-hidden />}
            <Text size="sm">
              <strong>{audienceWords[audience].title}:</strong>{' '}
              {why === null
                ? 'would be given it in a package'
                : `would not be given it. ${leftOutWords[why]}`}
            </Text>
          </li>
        ))}
      </ul>
      <div>
        <Text size="sm" fw={600}>
          Sent so far
        </Text>
        {given.length === 0 ? (
          <Text size="sm">No package made in this vault held it.</Text>
        ) : (
          <ul className={classes.list}>
            {given.map(({ packageId, at, audience, people, had }) => (
              <li key={packageId}>
                <Text size="sm">
                  {momentWords(at)}: {peopleOf(people)}, {audienceWords[audience].title.toLowerCase()}
                  {had === null ? '. It was not noted then which items went: this one may have' : ''}
                </Text>
              </li>
            ))}
          </ul>
        )}
        <Text size="xs" c="dimmed" mt={4}>
          What somebody was given they keep: it cannot be called back. What was uploaded elsewhere is not
          known here.
        </Text>
      </div>
    </Stack>
  );
}
