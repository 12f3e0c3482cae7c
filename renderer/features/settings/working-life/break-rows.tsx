import { Button, Fieldset, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useFieldArray } from 'react-hook-form';
import { DateField } from '#renderer/forms/date-field.tsx';
import { TextField } from '#renderer/forms/text-fields.tsx';
import { type LifeForm, most } from './life-form.ts';
import { RemovableRow } from './removable-row.tsx';

/** Spells in which the clock stands still. */
export function BreakRows(props: { readonly form: LifeForm }) {
  const { form } = props;
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'breaks', keyName: 'key' });
  return (
    <Fieldset legend="Breaks">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {fields.length === 0 ? 'None.' : 'Leave the last day empty while a break goes on.'}
        </Text>
        {fields.map((field, at) => (
          <RemovableRow key={field.key} label={`Remove break ${at + 1}`} onRemove={() => remove(at)}>
            <DateField
              form={form}
              name={`breaks.${at}.from`}
              label={`First day of break ${at + 1}`}
              required
            />
            <DateField form={form} name={`breaks.${at}.to`} label={`Last day of break ${at + 1}`} optional />
            <TextField form={form} name={`breaks.${at}.reason`} label={`Reason for break ${at + 1}`} />
          </RemovableRow>
        ))}
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={fields.length >= most}
            onClick={() =>
              append({ from: '', to: null, reason: '' }, { focusName: `breaks.${fields.length}.from` })
            }
          >
            Add a break
          </Button>
        </div>
      </Stack>
    </Fieldset>
  );
}
