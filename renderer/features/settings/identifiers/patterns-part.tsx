import { Button, Checkbox, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { issueWords } from '#renderer/text/issue-words.ts';
import { patternWords } from '#renderer/text/pattern-words.ts';
import { Section } from '#renderer/ui/section.tsx';
import {
  hospitalPatternSchema,
  matchesOf,
  patternFrom,
  patternParts,
} from '#shared/domain/identifiers/hospital-patterns.ts';
import { KeptList } from './kept-list.tsx';

const most = 20;

/** How the Trust writes its hospital numbers, made from an example; and a line to try them on. */
export function PatternsPart(props: {
  readonly patterns: readonly string[];
  readonly busy: boolean;
  readonly onChange: (patterns: readonly string[]) => void;
}) {
  const { patterns, busy, onChange } = props;
  const [example, setExample] = useState('');
  const [same, setSame] = useState(true);
  const [tried, setTried] = useState('');
  const [wrong, setWrong] = useState('');
  const pattern = patternFrom(example, same);
  const read = hospitalPatternSchema.safeParse(pattern);
  const known = patterns.includes(pattern);
  const add = () => {
    if (!read.success) return setWrong(issueWords(read.error.issues[0]?.message ?? ''));
    if (!known) onChange([...patterns, read.data]);
    setExample('');
    setWrong('');
  };
  const found = matchesOf(read.success ? [...patterns, read.data] : patterns, tried);
  return (
    <Section
      title="Your Trust’s hospital numbers"
      intro="Numbers with a label beside them are found anyway. Add how your Trust writes them, and they are found everywhere."
    >
      <Stack gap="sm">
        <KeptList
          label="Patterns of hospital numbers"
          none="No pattern yet."
          kept={patterns.map((one) => ({ key: one, words: patternWords(patternParts(one)) }))}
          busy={busy}
          onRemove={(gone) => onChange(patterns.filter((one) => one !== gone))}
        />
        {patterns.length >= most ? null : (
          <Group align="flex-end" gap="sm">
            <TextInput
              label="An invented example"
              description="For example RXH123456. Not a real patient’s number."
              value={example}
              maxLength={24}
              autoComplete="off"
              error={wrong === '' ? undefined : wrong}
              onChange={(event) => {
                setExample(event.currentTarget.value);
                setWrong('');
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter') add();
              }}
              w="20rem"
            />
            <Button variant="default" disabled={busy || example.trim() === ''} onClick={add}>
              Add this pattern
            </Button>
          </Group>
        )}
        {/[A-Za-z]/.test(example) ? (
          <Checkbox
            label="The letters are the same for everybody"
            checked={same}
            onChange={(event) => setSame(event.currentTarget.checked)}
          />
        ) : null}
        {example.trim() === '' ? null : (
          <Text size="sm" role="status">
            <Code>{pattern}</Code> {patternWords(patternParts(pattern))}
            {known ? ': you have it already' : ''}
          </Text>
        )}
        <TextInput
          label="Try it"
          description="Write a line as your letters have it. Nothing of it is kept."
          value={tried}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => setTried(event.currentTarget.value)}
          maw="40rem"
        />
        {tried.trim() === '' ? null : (
          <Text size="sm" role="status">
            {found.length === 0 ? 'None of the patterns finds anything in it.' : `Found: ${found.join(', ')}`}
          </Text>
        )}
      </Stack>
    </Section>
  );
}
