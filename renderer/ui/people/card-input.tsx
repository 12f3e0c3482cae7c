import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '#renderer/api/client.ts';
import type { ReadCard } from '#shared/domain/cards.ts';
import { FileDrop } from '../file-drop.tsx';
import { useGivenFiles } from '../given-files.ts';
import { FailedState } from '../states.tsx';
import { cardTextOf } from './card-text.ts';

export type GivenCard = { readonly text: string; readonly read: ReadCard };

/** Takes a card as a file, dropped or chosen, or as pasted text, and reads it. Nothing is kept. */
export function CardInput(props: {
  readonly onRead: (given: GivenCard) => void;
  /** True where a card that was dropped on the window arrives. */
  readonly given?: boolean;
}) {
  const [pasted, setPasted] = useState('');
  const reading = useMutation({
    mutationFn: async (source: string | File): Promise<GivenCard> => {
      const text = await cardTextOf(source);
      return { text, read: await client.people.readCard({ text }) };
    },
    meta: { refresh: false },
    onSuccess: props.onRead,
  });
  useGivenFiles(props.given === true ? 'card' : null, ([file]) =>
    file === undefined ? undefined : reading.mutate(file),
  );
  return (
    <Stack gap="md">
      <FileDrop
        label="Choose a card file"
        hint="or drop it here (.waymark-card)"
        multiple={false}
        accept=".waymark-card"
        disabled={reading.isPending}
        onFiles={([file]) => (file === undefined ? undefined : reading.mutate(file))}
      />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (pasted.trim() !== '') reading.mutate(pasted);
        }}
      >
        <Stack gap="sm">
          <Textarea
            label="Or paste the text of the card"
            description="One long line that begins with waymark-card"
            autosize
            minRows={3}
            maxRows={8}
            autoComplete="off"
            spellCheck={false}
            value={pasted}
            onChange={(event) => setPasted(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit" loading={reading.isPending} disabled={pasted.trim() === ''}>
              Read the card
            </Button>
          </Group>
        </Stack>
      </form>
      {reading.error === null ? null : <FailedState error={reading.error} />}
    </Stack>
  );
}
