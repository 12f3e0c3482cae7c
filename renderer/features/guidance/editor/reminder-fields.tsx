import { Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Section } from '#renderer/ui/section.tsx';
import classes from '../guidance.module.css';
import { withoutReminder, withReminder } from './pack-draft.ts';
import type { PartProps } from './pack-editor.tsx';

const whole = '';

/** What the guidance asks that nothing can count: placements, examinations, certificates. */
export function ReminderFields({ pack, onChange }: PartProps) {
  const [text, setText] = useState('');
  const [under, setUnder] = useState(whole);
  return (
    <Section
      title="Notes"
      intro="What cannot be counted: placements, examinations, certificates. Shown, never computed."
    >
      <Stack gap="md">
        <ul className={classes.list}>
          {pack.reminders.map((one) => (
            <li key={one.id} className={classes.row}>
              <Text size="sm" className={classes.words ?? ''}>
                {one.capability === null ? '' : `${one.capability}: `}
                {one.text}
              </Text>
              <Button
                variant="default"
                size="xs"
                aria-label={`Remove the note ${one.text.slice(0, 60)}`}
                onClick={() => onChange(withoutReminder(pack, one.id))}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
        <div className={classes.fields}>
          <Select
            label="Belongs to"
            data={[
              { value: whole, label: 'The whole portfolio' },
              ...pack.capabilities.map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
            ]}
            value={under}
            allowDeselect={false}
            searchable
            onChange={(code) => setUnder(code ?? whole)}
          />
          <TextInput label="New note" value={text} onChange={(event) => setText(event.currentTarget.value)} />
          <Button
            variant="default"
            disabled={text.trim() === ''}
            onClick={() => {
              onChange(withReminder(pack, text.trim(), under === whole ? null : under));
              setText('');
            }}
          >
            Add the note
          </Button>
        </div>
      </Stack>
    </Section>
  );
}
