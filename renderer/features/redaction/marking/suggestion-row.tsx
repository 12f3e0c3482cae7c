import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle, IconUserOff } from '@tabler/icons-react';
import { confidenceWords } from '#renderer/text/identifier-words.ts';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { checkRuleTitles } from '#shared/domain/identifiers/check.ts';
import type { Suggestion, SuggestionState } from '#shared/domain/redaction/suggestions.ts';
import classes from './panels.module.css';

const looks = {
  high: { tone: 'bad', icon: IconUserOff },
  medium: { tone: 'warn', icon: IconAlertTriangle },
  low: { tone: 'neutral', icon: IconInfoCircle },
} as const;
const longest = 80; // characters

const shortOf = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)} …` : line;
};

export type SuggestionActs = {
  readonly onMark: (suggestions: readonly Suggestion[]) => void;
  readonly onLeave: (suggestions: readonly Suggestion[]) => void;
  readonly onReopen: (suggestions: readonly Suggestion[]) => void;
  readonly onShow: (suggestion: Suggestion) => void;
  /** Looks for the same words in the whole file. */
  readonly onEverywhere: (suggestion: Suggestion) => void;
};

/** One suggestion: what, where and why; and what to do with it. */
export function SuggestionRow(props: {
  readonly suggestion: Suggestion;
  readonly state: SuggestionState;
  readonly acts: SuggestionActs;
}) {
  const { suggestion, state, acts } = props;
  const { rule, text, page, why, confidence } = suggestion;
  const { tone, icon } = looks[confidence];
  const named = `${checkRuleTitles[rule]} ${shortOf(text)}, page ${page}`;
  const small = { variant: 'default', size: 'compact-sm' } as const;
  return (
    <li className={classes.row}>
      <Group gap="xs">
        {state === 'open' ? (
          <ToneBadge tone={tone} icon={icon}>
            {confidenceWords[confidence]}
          </ToneBadge>
        ) : (
          <Text size="xs" fw={700}>
            {state === 'marked' ? 'Marked' : 'Left as it is'}
          </Text>
        )}
        {text.trim() === '' ? null : <q className={classes.words}>{shortOf(text)}</q>}
        <Text size="sm" c="dimmed">
          page {page}
        </Text>
      </Group>
      <Text size="xs" c="dimmed" mt={2}>
        {why}
      </Text>
      <Group gap={6} mt={6}>
        <Button
          {...small}
          variant={state === 'open' ? 'filled' : 'default'}
          aria-label={`${state === 'open' ? 'Mark' : 'Decide again on'} ${named}`}
          onClick={() => (state === 'open' ? acts.onMark([suggestion]) : acts.onReopen([suggestion]))}
        >
          {state === 'open' ? 'Mark' : 'Decide again'}
        </Button>
        {state === 'open' ? (
          <Button {...small} aria-label={`Leave ${named}`} onClick={() => acts.onLeave([suggestion])}>
            Leave
          </Button>
        ) : null}
        <Button {...small} aria-label={`Show ${named}`} onClick={() => acts.onShow(suggestion)}>
          Show
        </Button>
        {text.trim() === '' ? null : (
          <Button
            {...small}
            aria-label={`Find ${shortOf(text)} everywhere`}
            onClick={() => acts.onEverywhere(suggestion)}
          >
            Everywhere
          </Button>
        )}
      </Group>
    </li>
  );
}
