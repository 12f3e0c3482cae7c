import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { count } from '#renderer/text/format.ts';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import type { WordSearch } from './use-word-search.ts';

const whereWords = ({ places, cutShort, withoutWords, pageCount }: NonNullable<WordSearch['found']>) => {
  const pages = new Set(places.flatMap((areas) => areas.map(({ page }) => page))).size;
  const said =
    places.length === 0
      ? 'Not found in the words of this file.'
      : `${count(places.length, 'place')} on ${count(pages, 'page')}.`;
  const more = cutShort ? ' There are more than can be listed.' : '';
  const blind =
    withoutWords === 0
      ? ''
      : ` ${withoutWords} of ${count(pageCount, 'page')} cannot be searched: look there yourself.`;
  return `${said}${more}${blind}`;
};

/** Marks every place where some words stand. */
export function WordsPanel({ search }: { readonly search: WordSearch }) {
  const { words, found, busy, error } = search;
  const [missing, setMissing] = useState(false);
  const go = () => {
    setMissing(words.trim() === '');
    if (words.trim() !== '') search.find(words);
  };
  return (
    <Section title="Find words" intro="A name, a number, a ward: every place where it stands can be marked.">
      <Group align="flex-end" gap="sm">
        <TextInput
          label="Words to find"
          data-words-to-find
          value={words}
          maxLength={200}
          autoComplete="off"
          flex="1 1 10rem"
          error={missing ? 'Type what is to be found.' : undefined}
          onChange={(event) => search.type(event.currentTarget.value)}
          onKeyDown={(event) => (event.key === 'Enter' ? go() : undefined)}
        />
        <Button
          variant="default"
          leftSection={<IconSearch size={16} aria-hidden />}
          loading={busy}
          onClick={go}
        >
          Find
        </Button>
      </Group>
      <Checkbox
        mt="xs"
        label="Whole words only"
        checked={search.whole}
        onChange={(event) => search.setWhole(event.currentTarget.checked)}
      />
      <div role="status">
        {found === null ? null : (
          <Text size="sm" mt="xs">
            {whereWords(found)}
          </Text>
        )}
      </div>
      {found === null || found.places.length === 0 ? null : (
        <Button mt="xs" size="sm" onClick={search.mark}>
          Mark {found.places.length === 1 ? 'it' : `all ${found.places.length}`}
        </Button>
      )}
      {error === null ? null : <FailedState error={error} />}
    </Section>
  );
}
