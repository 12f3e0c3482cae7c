import { Button, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Section } from '#renderer/ui/section.tsx';
import type { EvidenceTypeId } from '#shared/domain/evidence-types.ts';
import classes from '../guidance.module.css';
import { sectionsOf, withoutSection, withSection } from './pack-draft.ts';
import type { PartProps } from './pack-editor.tsx';
import { typeChoices } from './type-choices.ts';

const places = [
  { value: 'before', label: 'Before the capabilities' },
  { value: 'after', label: 'After the capabilities' },
];

/** Headings of the application besides one for each capability. */
export function SectionFields({ pack, onChange }: PartProps) {
  const [title, setTitle] = useState('');
  const [place, setPlace] = useState('after');
  const [types, setTypes] = useState<readonly string[]>([]);
  return (
    <Section title="Sections of the application" intro="Besides one for each capability.">
      <Stack gap="md">
        <ul className={classes.list}>
          {sectionsOf(pack).map((one) => (
            <li key={one.id} className={classes.row}>
              <Text size="sm" className={classes.words ?? ''}>
                {one.title} ({one.place === 'before' ? 'before' : 'after'} the capabilities)
              </Text>
              <Button
                variant="default"
                size="xs"
                aria-label={`Remove the section ${one.title}`}
                onClick={() => onChange(withoutSection(pack, one.id))}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
        <div className={classes.fields}>
          <TextInput
            label="New section"
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Select
            label="Its place"
            data={places}
            value={place}
            allowDeselect={false}
            onChange={(next) => setPlace(next ?? 'after')}
          />
          <MultiSelect
            label="Types that belong there first"
            data={typeChoices(pack)}
            value={[...types]}
            searchable
            onChange={setTypes}
          />
          <Button
            variant="default"
            disabled={title.trim() === ''}
            onClick={() => {
              onChange(
                withSection(pack, {
                  title: title.trim(),
                  place: place === 'before' ? 'before' : 'after',
                  types: types as readonly EvidenceTypeId[],
                }),
              );
              setTitle('');
              setTypes([]);
            }}
          >
            Add the section
          </Button>
        </div>
      </Stack>
    </Section>
  );
}
