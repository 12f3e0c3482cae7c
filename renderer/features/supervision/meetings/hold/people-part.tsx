import { ActionIcon, Button, Checkbox, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useFieldArray, useWatch } from 'react-hook-form';
import { SelectField } from '#renderer/forms/choice-fields.tsx';
import { fieldId } from '#renderer/forms/field.ts';
import { OptionalTextField, TextField } from '#renderer/forms/text-fields.tsx';
import { meetingPartWords } from '#renderer/text/supervision-words.ts';
import { Section } from '#renderer/ui/section.tsx';
import classes from '../../supervision.module.css';
import type { MeetingForm } from './use-meeting.ts';

const partChoices = [
  { value: 'supervisor', label: meetingPartWords.supervisor },
  { value: 'other', label: meetingPartWords.other },
];
const blank = { name: '', gmcNumber: null, role: '', part: 'supervisor' as const, attended: null };

/** Fields are drawn after the form's state changed: focus follows on the next frame. */
const focusLater = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus());

function PersonRow(props: {
  readonly form: MeetingForm;
  readonly at: number;
  readonly onRemove: () => void;
}) {
  const { form, at, onRemove } = props;
  const person = useWatch({ control: form.control, name: `people.${at}` });
  const { name, part, attended } = person;
  const called = name.trim() === '' ? `person ${at + 1}` : name;
  return (
    <li className={classes.person}>
      <TextField form={form} name={`people.${at}.name`} label={`Name of person ${at + 1}`} required />
      {part === 'doctor' ? (
        <TextField form={form} name={`people.${at}.role`} label={`Post of person ${at + 1}`} />
      ) : (
        <>
          <SelectField
            form={form}
            name={`people.${at}.part`}
            label={`Part of person ${at + 1}`}
            choices={partChoices}
          />
          <OptionalTextField
            form={form}
            name={`people.${at}.gmcNumber`}
            label={`GMC number of person ${at + 1}`}
            inputMode="numeric"
          />
        </>
      )}
      <div className={classes.does}>
        <Checkbox
          label="There"
          aria-label={`${called} was there`}
          checked={attended !== false}
          onChange={(event) =>
            form.setValue(`people.${at}.attended`, event.currentTarget.checked, { shouldDirty: true })
          }
        />
        {part === 'doctor' ? null : (
          <ActionIcon variant="default" aria-label={`Take ${called} off the meeting`} onClick={onRemove}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
    </li>
  );
}

/** Who comes, and who was there. */
export function PeoplePart({ form }: { readonly form: MeetingForm }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'people', keyName: 'key' });
  return (
    <Section title="People" intro="Take the tick away from whoever was not there.">
      <Stack gap="sm">
        <ul className={classes.list}>
          {fields.map(({ key }, at) => (
            <PersonRow key={key} form={form} at={at} onRemove={() => remove(at)} />
          ))}
        </ul>
        <div>
          <Button
            variant="default"
            size="xs"
            disabled={fields.length >= 60}
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              append(blank, { shouldFocus: false });
              focusLater(fieldId(`people.${fields.length}.name`));
            }}
          >
            Add a person
          </Button>
        </div>
      </Stack>
    </Section>
  );
}
