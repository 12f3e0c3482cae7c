import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { issueWords } from '#renderer/text/issue-words.ts';
import { Section } from '#renderer/ui/section.tsx';
import { postcodeKey } from '#shared/domain/identifiers/postcode.ts';
import { hospitalPostcodeSchema } from '#shared/domain/identifiers/settings.ts';
import { KeptList } from './kept-list.tsx';

const most = 100;

/** As Royal Mail writes it. */
const written = (postcode: string) => postcodeKey(postcode).replace(/(?=.{3}$)/, ' ');

/** Postcodes that are no home's. */
export function PostcodesPart(props: {
  readonly postcodes: readonly string[];
  readonly busy: boolean;
  readonly onChange: (postcodes: readonly string[]) => void;
}) {
  const { postcodes, busy, onChange } = props;
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');
  const add = () => {
    const read = hospitalPostcodeSchema.safeParse(typed);
    if (!read.success) return setWrong(issueWords(read.error.issues[0]?.message ?? ''));
    const postcode = written(read.data);
    if (!postcodes.includes(postcode)) onChange([...postcodes, postcode]);
    setTyped('');
  };
  return (
    <Section
      title="Hospital postcodes"
      intro="Postcodes of hospitals and practices you work with: they may stay. Those of your employer and of an item’s place are known."
    >
      <Stack gap="sm">
        <KeptList
          label="Hospital postcodes"
          none="None yet."
          kept={postcodes.map((key) => ({ key, words: '' }))}
          busy={busy}
          onRemove={(gone) => onChange(postcodes.filter((one) => one !== gone))}
        />
        {postcodes.length >= most ? null : (
          <Group align="flex-end" gap="sm">
            <TextInput
              label="Postcode"
              value={typed}
              maxLength={10}
              autoComplete="off"
              error={wrong === '' ? undefined : wrong}
              onChange={(event) => {
                setTyped(event.currentTarget.value);
                setWrong('');
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter') add();
              }}
              w="12rem"
            />
            <Button variant="default" disabled={busy || typed.trim() === ''} onClick={add}>
              Add this postcode
            </Button>
          </Group>
        )}
      </Stack>
    </Section>
  );
}
