import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { confirmationWords } from '#renderer/text/people-words.ts';
import { type Confirmation, confirmations } from '#shared/domain/people.ts';
import { Section } from '../section.tsx';
import { Fingerprint } from './fingerprint.tsx';

export type Compared = { readonly how: Confirmation; readonly note: string };

const ways = confirmations.filter((way) => way !== 'not-yet');

/**
 * The one step that makes a card somebody's: the same six groups on both screens. `later` undefined: it has to be
 * done now, since other keys would be replaced.
 */
export function CompareStep(props: {
  readonly name: string;
  readonly fingerprint: string;
  /** What is noted already; without it no note is asked for. */
  readonly note?: string;
  readonly busy: boolean;
  readonly onMatch: (compared: Compared) => void;
  readonly later?: { readonly label: string; readonly go: (note: string) => void };
  readonly onDiffer: () => void;
}) {
  const { name, fingerprint, busy, onMatch, later, onDiffer } = props;
  const [how, setHow] = useState<Confirmation>('by-voice');
  const [note, setNote] = useState(props.note ?? '');
  return (
    <Section
      title="Compare the fingerprint"
      intro="Anybody can make a card in any name. These groups are what cannot be imitated."
    >
      <Stack gap="md">
        <Text size="sm">
          Call {name} on a number you already have, not one that came with the card. Read these six groups to
          each other; they find theirs in Waymark under People, My card.
        </Text>
        <Fingerprint fingerprint={fingerprint} label={`Fingerprint of the card of ${name}`} />
        <Radio.Group
          label="How are you comparing them?"
          value={how}
          onChange={(next) => setHow(ways.find((way) => way === next) ?? 'by-voice')}
        >
          <Stack gap="xs" mt="xs">
            {ways.map((way) => (
              <Radio
                key={way}
                value={way}
                label={confirmationWords[way].choice}
                description={confirmationWords[way].hint}
              />
            ))}
          </Stack>
        </Radio.Group>
        {props.note === undefined ? null : (
          <TextInput
            label="Note for yourself"
            description="Optional: where they work, or how you know them."
            maw="28rem"
            maxLength={200}
            autoComplete="off"
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
        <Group gap="sm">
          <Button loading={busy} onClick={() => onMatch({ how, note })}>
            Yes, all six match
          </Button>
          {later === undefined ? null : (
            <Button variant="default" disabled={busy} onClick={() => later.go(note)}>
              {later.label}
            </Button>
          )}
          <Button variant="default" disabled={busy} onClick={onDiffer}>
            No, they differ
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
