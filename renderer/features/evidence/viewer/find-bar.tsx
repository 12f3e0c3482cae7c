import { ActionIcon, Group, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react';
import type { RefObject } from 'react';
import type { Finding } from './use-find.ts';
import classes from './viewer-panel.module.css';

const ofMatches = ({ words, state, matches, at }: Finding): string => {
  if (words.trim().length < 2) return '';
  if (state !== 'read') return state === 'reading' ? 'Reading the file' : 'Cannot be searched';
  if (matches === 0) return 'Not found';
  return at === null ? `${matches} found` : `${at + 1} of ${matches}`;
};

/** Finding words in the file that is shown: how many, and the way from one to the next. */
export function FindBar(props: {
  readonly finding: Finding;
  readonly field: RefObject<HTMLInputElement | null>;
}) {
  const { finding, field } = props;
  return (
    <Group gap={4} wrap="nowrap" role="search" aria-label="Find in this file">
      <TextInput
        ref={field}
        flex="1 1 8rem"
        miw={0}
        size="xs"
        aria-label="Find in this file"
        placeholder="Find in this file"
        autoComplete="off"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={finding.words}
        onChange={({ currentTarget }) => finding.look(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finding.go(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape' && finding.words !== '') {
            event.stopPropagation();
            finding.look('');
          }
        }}
      />
      <Text size="sm" role="status" className={classes.matches}>
        {ofMatches(finding)}
      </Text>
      <ActionIcon
        variant="default"
        size={30}
        aria-label="Previous match"
        disabled={finding.matches === 0}
        onClick={() => finding.go(-1)}
      >
        <IconChevronUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={30}
        aria-label="Next match"
        disabled={finding.matches === 0}
        onClick={() => finding.go(1)}
      >
        <IconChevronDown size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
