import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SheetWriting } from '#shared/contract/panel.ts';
import type { OwnSheet } from './use-own-sheet.ts';

/** Asked before anything else: whoever has a conflict of interest neither judges nor counts. */
export function Interest({ own }: { readonly own: OwnSheet }) {
  const [text, setText] = useState('');
  const declare = (interest: NonNullable<SheetWriting['interest']>) =>
    own.change((draft) => ({ ...draft, interest }));
  return (
    <section aria-label="Conflict of interest">
      <Text size="sm" mb="xs">
        Before you judge: do you have a conflict of interest with this doctor, such as a family tie, a
        business or a dispute? Supervising them is not one; it is shown beside your name.
      </Text>
      <Group align="flex-end" gap="sm">
        <Button size="xs" disabled={!own.open} onClick={() => declare({ kind: 'none', text: '' })}>
          I have none
        </Button>
        <TextInput
          label="What it is"
          flex="1 1 14rem"
          maxLength={400}
          disabled={!own.open}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          disabled={!own.open || text.trim() === ''}
          onClick={() => declare({ kind: 'conflict', text: text.trim() })}
        >
          I have one and do not judge
        </Button>
      </Group>
    </section>
  );
}
