import { Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconUserCheck, IconUserQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { momentWords } from '#renderer/text/format.ts';
import { audienceWords } from '#renderer/text/sharing-words.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { AddCard } from '#renderer/ui/people/add-card.tsx';
import { ConfirmedBadge } from '#renderer/ui/people/confirmed-badge.tsx';
import { Fingerprint } from '#renderer/ui/people/fingerprint.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import type { PackageAbout } from '#shared/domain/packages/preview.ts';

type Sender = PackageAbout['sender'];

function SenderBadge({ sender }: { readonly sender: Sender }) {
  if (sender.standing === 'own')
    return (
      <ToneBadge tone="good" icon={IconUserCheck}>
        You, from this vault
      </ToneBadge>
    );
  if (sender.standing === 'known') return <ConfirmedBadge confirmed={sender.confirmed ?? 'not-yet'} />;
  return (
    <ToneBadge tone="warn" icon={IconUserQuestion}>
      {sender.standing === 'unknown' ? 'Not among your people' : 'Known to you with another key'}
    </ToneBadge>
  );
}

/** What a package says of itself, and whose seal it bears. */
export function AboutPackage({ about, name }: { readonly about: PackageAbout; readonly name: string }) {
  const { sender, portfolio, audience, madeAt, recipients } = about;
  return (
    <Section title="The package" actions={<SenderBadge sender={sender} />}>
      <Facts
        facts={[
          ['File', name],
          ['Sealed by', sender.name],
          [
            'Their fingerprint',
            <Fingerprint
              key="fingerprint"
              small
              fingerprint={sender.fingerprint}
              label={`Fingerprint of ${sender.name}`}
            />,
          ],
          ['Portfolio of', `${portfolio.doctor}${portfolio.isNew ? ' (not in your vault yet)' : ''}`],
          ['Made for', audienceWords[audience].title],
          ['Made', `${momentWords(madeAt)}, by the sender’s clock`],
          [
            'Can be opened by',
            recipients.length === 0 ? 'Whoever knows the passphrase' : recipients.join(', '),
          ],
        ]}
      />
    </Section>
  );
}

/** A sender nobody here knows yet: their card came with the package, and is compared like any other. */
export function MeetSender(props: { readonly sender: Sender; readonly onKnown: () => void }) {
  const { sender, onKnown } = props;
  const [differs, setDiffers] = useState(false);
  const read = useQuery(api.people.readCard.queryOptions({ input: { text: sender.card } }));
  if (differs)
    return (
      <Note tone="bad" icon={IconAlertTriangle} title="This package is not from them">
        <Text size="sm">
          The groups differ, so somebody else sealed it. Nothing of it was kept. Do not open it again; tell
          the person it claims to be from, and your IT team.
        </Text>
      </Note>
    );
  return (
    <Stack gap="md">
      <Text size="sm">
        Before anything in it is read, make sure that it is really from {sender.name}. Their card came with
        the package.
      </Text>
      <QueryStates query={read} what="their card" rows={4}>
        {(card) => (
          <AddCard
            text={sender.card}
            read={card}
            onKept={onKnown}
            onDiffer={() => setDiffers(true)}
            onAway={() => setDiffers(true)}
          />
        )}
      </QueryStates>
    </Stack>
  );
}
