import { Button, Group, Radio, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type ReadableDifference, readable } from '#renderer/ui/differences/difference-words.ts';
import { useNames } from '#renderer/ui/differences/use-names.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { Side } from '#shared/contract/conflicts.ts';
import { type Difference, differencesOf } from '#shared/domain/history/differences.ts';
import { canTakeBoth, combined, keyOf, startingTakes, type Take, type Takes } from './combine.ts';
import classes from './conflicts.module.css';
import type { Settle } from './use-settle.ts';
import { sideName } from './whole-sides.tsx';

const isTake = (value: string): value is Take => ['ours', 'theirs', 'both'].includes(value);

/** One part that differs, and which of both to take. */
function Part(props: {
  readonly difference: Difference;
  readonly words: ReadableDifference;
  readonly take: Take;
  readonly onTake: (take: Take) => void;
}) {
  const { difference, words, take, onTake } = props;
  const { label, before, after } = words;
  const choices = [
    { value: 'ours', label: 'Shown here', text: before },
    { value: 'theirs', label: 'The other version', text: after },
  ] as const;
  return (
    <fieldset className={classes.part}>
      <legend>{label}</legend>
      <Radio.Group value={take} onChange={(next) => isTake(next) && onTake(next)} aria-label={label}>
        <div className={classes.choices}>
          {choices.map(({ value, label: words, text }) => (
            <div key={value}>
              <Radio value={value} label={words} />
              <Text
                component="div"
                className={classes.text ?? ''}
                {...(text === null ? { c: 'dimmed' } : {})}
              >
                {text ?? 'Nothing'}
              </Text>
            </div>
          ))}
        </div>
        {canTakeBoth(difference) ? <Radio mt="sm" value="both" label="Both, one under the other" /> : null}
      </Radio.Group>
    </fieldset>
  );
}

/** One line a label: several files are one. */
function factsOf(parts: readonly ReadableDifference[]): readonly (readonly [string, string])[] {
  const facts = new Map<string, string>();
  for (const { label, after } of parts) {
    const before = facts.get(label);
    facts.set(label, before === undefined ? (after ?? '') : `${before}\n${after ?? ''}`);
  }
  return [...facts];
}

/** Both versions part by part, what they come to together, and the way to keep that. */
export function CombineForm(props: {
  readonly sides: readonly Side[];
  readonly base: unknown;
  readonly settle: Settle;
}) {
  const { sides, base, settle } = props;
  const names = useNames();
  const [ours, ...others] = sides;
  const [other, setOther] = useState(others[0]?.revision ?? '');
  const theirs = others.find(({ revision }) => revision === other)?.value;
  const [takes, setTakes] = useState<Takes>(() => startingTakes(ours?.value, theirs, base));
  const differences = differencesOf(ours?.value, theirs);
  const words = readable(differences, [ours?.value, theirs], names);
  const value = combined(ours?.value, theirs, takes);
  const preview = readable(differencesOf(null, value), [null, value], names);
  return (
    <>
      {others.length < 2 ? null : (
        <Select
          label="Compare the version shown here with"
          data={others.map((side, at) => ({ value: side.revision, label: sideName(side, at + 1) }))}
          value={other}
          allowDeselect={false}
          onChange={(next) => {
            const chosen = others.find(({ revision }) => revision === next);
            setOther(chosen?.revision ?? '');
            setTakes(startingTakes(ours?.value, chosen?.value, base));
          }}
        />
      )}
      <Section
        title="Part by part"
        intro="Parts that only one side changed are chosen already. Everything that is not listed is the same in both."
      >
        <Stack gap="sm">
          {words.map((readableOne) => {
            const { key } = readableOne;
            const difference = differences.find((one) => keyOf(one) === key);
            return difference === undefined ? null : (
              <Part
                key={key}
                difference={difference}
                words={readableOne}
                take={takes[key] ?? 'ours'}
                onTake={(take) => setTakes((was) => ({ ...was, [key]: take }))}
              />
            );
          })}
        </Stack>
      </Section>
      <Section title="What that comes to">
        <div className={classes.preview}>
          <Facts facts={factsOf(preview)} />
        </div>
        <Group mt="md">
          <Button
            loading={settle.isPending}
            onClick={() => settle.mutate({ sides, decision: { kind: 'combine', value } })}
          >
            Keep this combined version
          </Button>
        </Group>
      </Section>
    </>
  );
}
