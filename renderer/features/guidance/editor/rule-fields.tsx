import { Button, MultiSelect, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { unitNames } from '#renderer/text/guidance-words.ts';
import { CertaintyBadge } from '#renderer/ui/badges.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { EvidenceTypeId } from '#shared/domain/evidence-types.ts';
import { type Expectation, expectationUnits } from '#shared/domain/guidance-pack.ts';
import classes from '../guidance.module.css';
import { type NewRule, withoutRule, withRule } from './pack-draft.ts';
import type { PartProps } from './pack-editor.tsx';
import { typeChoices } from './type-choices.ts';

const whole = '';
const unitChoices = expectationUnits.map((unit) => ({ value: unit, label: unitNames[unit] }));
const blank: NewRule = { title: '', types: [], atLeast: 1, unit: 'items', withinYears: null, note: '' };

function Add({ pack, onChange }: PartProps) {
  const [rule, setRule] = useState(blank);
  const [under, setUnder] = useState(whole);
  const set = (part: Partial<NewRule>) => setRule((before) => ({ ...before, ...part }));
  return (
    <Stack gap="sm">
      <div className={classes.fields}>
        <Select
          label="Asked under"
          data={[
            { value: whole, label: 'The whole portfolio' },
            ...pack.capabilities.map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
          ]}
          value={under}
          allowDeselect={false}
          searchable
          onChange={(code) => setUnder(code ?? whole)}
        />
        <TextInput
          label="New expectation"
          placeholder="Working aim: 2 teaching sessions a year"
          value={rule.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <NumberInput
          label="At least"
          value={rule.atLeast}
          hideControls
          min={1}
          onChange={(atLeast) => set({ atLeast: Number(atLeast) })}
        />
        <Select
          label="Counted as"
          data={unitChoices}
          value={rule.unit}
          allowDeselect={false}
          onChange={(unit) => set({ unit: expectationUnits.find((one) => one === unit) ?? 'items' })}
        />
        <NumberInput
          label="Within years"
          description="Empty: the pack’s window"
          value={rule.withinYears ?? ''}
          hideControls
          min={1}
          max={20}
          onChange={(years) => set({ withinYears: years === '' ? null : Number(years) })}
        />
        <MultiSelect
          label="Types that count"
          description="None: every type"
          data={typeChoices(pack)}
          value={[...rule.types]}
          searchable
          onChange={(types) => set({ types: types as EvidenceTypeId[] })}
        />
        <TextInput
          label="What the count cannot see"
          value={rule.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
        <Button
          variant="default"
          disabled={rule.title.trim() === ''}
          onClick={() => {
            onChange(withRule(pack, under === whole ? null : under, { ...rule, title: rule.title.trim() }));
            setRule(blank);
          }}
        >
          Add the expectation
        </Button>
      </div>
    </Stack>
  );
}

/** The counts, whose own they are, and a way to add one. */
export function RuleFields({ pack, onChange }: PartProps) {
  const asked: readonly (readonly [string | null, Expectation])[] = [
    ...pack.expectations.map((rule) => [null, rule] as const),
    ...pack.capabilities.flatMap(({ code, expectations }) =>
      expectations.map((rule) => [code, rule] as const),
    ),
  ];
  return (
    <Section
      title="Expectations"
      intro="What is counted. What you add is marked as a working aim of your own."
    >
      <Stack gap="md">
        <Add pack={pack} onChange={onChange} />
        {asked.length === 0 ? <Text size="sm">Nothing is counted yet.</Text> : null}
        <ul className={classes.became} aria-label="Expectations of the pack">
          {asked.map(([code, rule]) => (
            <li key={rule.id} className={classes.row}>
              <div className={classes.words}>
                <Text size="sm">
                  {code === null ? 'Whole portfolio' : code}: {rule.title}
                </Text>
                <CertaintyBadge certainty={rule.certainty} />
              </div>
              <Button
                variant="default"
                size="xs"
                aria-label={`Remove ${rule.title}${code === null ? '' : ` under ${code}`}`}
                onClick={() => onChange(withoutRule(pack, rule.id))}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      </Stack>
    </Section>
  );
}
