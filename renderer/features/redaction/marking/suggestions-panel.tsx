import { Button, Group, Stack, Text } from '@mantine/core';
import { IconEyeCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { StartedJob } from '#renderer/api/use-started-job.ts';
import { count } from '#renderer/text/format.ts';
import { fileStateWords } from '#renderer/text/identifier-words.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import {
  type CheckRule,
  checkRuleTitles,
  type FileResult,
  nothingFoundWords,
} from '#shared/domain/identifiers/check.ts';
import type { Marking } from '#shared/domain/redaction/marks.ts';
import { type Suggestion, stateOf } from '#shared/domain/redaction/suggestions.ts';
import classes from './panels.module.css';
import { type SuggestionActs, SuggestionRow } from './suggestion-row.tsx';

const shownAtFirst = 8; // of one rule

function byRule(
  suggestions: readonly Suggestion[],
): readonly (readonly [CheckRule, readonly Suggestion[]])[] {
  const rules = new Map<CheckRule, Suggestion[]>();
  for (const one of suggestions) rules.set(one.rule, [...(rules.get(one.rule) ?? []), one]);
  return [...rules];
}

function OfRule(props: {
  readonly rule: CheckRule;
  readonly suggestions: readonly Suggestion[];
  readonly marking: Marking;
  readonly acts: SuggestionActs;
}) {
  const { rule, suggestions, marking, acts } = props;
  const [all, setAll] = useState(false);
  const open = suggestions.filter((one) => stateOf(marking, one) === 'open');
  const shown = all ? suggestions : suggestions.slice(0, shownAtFirst);
  const title = checkRuleTitles[rule];
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text component="h3" size="sm" fw={700} m={0}>
          {title} ({suggestions.length})
        </Text>
        {open.length < 2 ? null : (
          <Group gap={6}>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Mark all ${open.length}: ${title}`}
              onClick={() => acts.onMark(open)}
            >
              Mark all {open.length}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Leave all ${open.length}: ${title}`}
              onClick={() => acts.onLeave(open)}
            >
              Leave all
            </Button>
          </Group>
        )}
      </Group>
      <ul className={classes.rows} aria-label={`Suggestions: ${title}`}>
        {shown.map((one) => (
          <SuggestionRow key={one.key} suggestion={one} state={stateOf(marking, one)} acts={acts} />
        ))}
      </ul>
      {all || suggestions.length <= shownAtFirst ? null : (
        <Button size="compact-sm" variant="default" onClick={() => setAll(true)}>
          Show all {suggestions.length}
        </Button>
      )}
    </div>
  );
}

/** What the identifier check found in the file, to be marked or left: one by one, by rule, or all of it. */
export function SuggestionsPanel(props: {
  readonly check: StartedJob<undefined>;
  readonly result: FileResult | null;
  readonly suggestions: readonly Suggestion[];
  readonly marking: Marking;
  readonly acts: SuggestionActs;
}) {
  const { check, result, suggestions, marking, acts } = props;
  const likely = suggestions.filter(({ confidence }) => confidence !== 'low');
  const allowed = suggestions.filter(({ confidence }) => confidence === 'low');
  const open = likely.filter((one) => stateOf(marking, one) === 'open');
  const { state = 'unchecked', withoutText = 0, pages = 0 } = result?.file ?? {};
  const groups = (some: readonly Suggestion[]) =>
    byRule(some).map(([rule, ones]) => (
      <OfRule key={rule} rule={rule} suggestions={ones} marking={marking} acts={acts} />
    ));
  return (
    <Section
      title="Suggestions"
      intro="Found by rules, on this computer. Nothing is marked before you say so, and rules miss things: look at every page."
    >
      <Stack gap="sm">
        <JobProgress
          watched={check.watched}
          label="Looking for identifiers"
          unit="page"
          onRetry={() => check.start(undefined)}
        />
        {result === null ? null : (
          <>
            {state === 'read' && withoutText === 0 ? null : (
              <Note tone="warn" icon={IconEyeCheck}>
                <Text size="sm">
                  {state === 'read'
                    ? `${count(withoutText, 'page')} of ${pages} without words that can be read: only you can check them.`
                    : `${fileStateWords[state]}.`}
                </Text>
              </Note>
            )}
            {suggestions.length === 0 && state === 'read' ? (
              <Note tone="info" icon={IconEyeCheck}>
                <Text size="sm">{nothingFoundWords}</Text>
              </Note>
            ) : null}
            {open.length < 2 ? null : (
              <Group gap={6}>
                <Button size="sm" onClick={() => acts.onMark(open)}>
                  Mark all {open.length} of this file
                </Button>
                <Button size="sm" variant="default" onClick={() => acts.onLeave(open)}>
                  Leave all
                </Button>
              </Group>
            )}
            {groups(likely)}
            {allowed.length === 0 ? null : (
              <Disclosure label={`${count(allowed.length, 'suggestion')} often allowed`}>
                <Stack gap="sm">{groups(allowed)}</Stack>
              </Disclosure>
            )}
          </>
        )}
      </Stack>
    </Section>
  );
}
