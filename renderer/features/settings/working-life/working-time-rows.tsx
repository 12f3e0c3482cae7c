import { Button, Fieldset, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useFieldArray } from 'react-hook-form';
import { NumberField } from '#renderer/forms/choice-fields.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import { type LifeForm, most } from './life-form.ts';
import { RemovableRow } from './removable-row.tsx';

/** From which day on which share of full time. @param wholeTime whether the guidance counts whole-time years */
export function WorkingTimeRows(props: { readonly form: LifeForm; readonly wholeTime: boolean }) {
  const { form, wholeTime } = props;
  const { fields, append, remove } = useFieldArray({
    control: form.control,
    name: 'workingTime',
    keyName: 'key',
  });
  return (
    <Fieldset legend="Working time">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {wholeTime
            ? 'This guidance counts whole-time equivalent years: part-time work reaches further back.'
            : 'This guidance counts calendar years, so part-time work does not move the window. It slows the plan.'}{' '}
          {fields.length === 0 ? 'Full time throughout.' : 'Full time before the first day given.'}
        </Text>
        {fields.map((field, at) => (
          <RemovableRow key={field.key} label={`Remove working time ${at + 1}`} onRemove={() => remove(at)}>
            <DateField form={form} name={`workingTime.${at}.from`} label={`From (${at + 1})`} required />
            <NumberField
              form={form}
              name={`workingTime.${at}.percent`}
              label={`Per cent of full time (${at + 1})`}
              required
              suffix=" %"
              maw="11rem"
            />
          </RemovableRow>
        ))}
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={fields.length >= most}
            onClick={() =>
              append({ from: '', percent: 100 }, { focusName: `workingTime.${fields.length}.from` })
            }
          >
            Add a change of working time
          </Button>
        </div>
      </Stack>
    </Fieldset>
  );
}
