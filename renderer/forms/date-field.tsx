import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { type FieldProps, useField } from './field.ts';
import { isDate, readTypedDate, showDate } from './typed-date.ts';

/**
 * A date that can be typed (5/3/26 is refused, 5/3/2026 and 05.03.2026 are not) or picked. The form's value is
 * `YYYY-MM-DD`; with `optional`, an empty input is `null`, otherwise `''`.
 */
export function DateField<T extends FieldValues, N extends FieldPath<T>, O>(
  props: FieldProps<T, N, O> & { readonly optional?: boolean },
) {
  const { optional = false, label } = props;
  const { value, onChange, shared } = useField(props);
  const [text, setText] = useState<string | null>(null);
  const [opened, setOpened] = useState(false);
  const current: string | null = typeof value === 'string' ? value : null;

  const type = (next: string) => {
    setText(next);
    onChange(next.trim() === '' && optional ? null : readTypedDate(next));
  };
  const pick = (next: string | null) => {
    setText(null);
    onChange(next ?? (optional ? null : ''));
    setOpened(false);
  };
  const calendar = (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus position="bottom-end" shadow="md">
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Choose ${label.toLowerCase()} from a calendar`}
          disabled={shared.disabled}
          onClick={() => setOpened((was) => !was)}
        >
          <IconCalendar size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          hideOutsideDates
          value={isDate(current) ? current : null}
          {...(isDate(current) ? { defaultDate: current } : {})}
          onChange={pick}
          ariaLabels={calendarLabels}
        />
      </Popover.Dropdown>
    </Popover>
  );
  return (
    <TextInput
      {...shared}
      styles={{ wrapper: { maxWidth: '11rem' } }}
      placeholder="DD/MM/YYYY"
      inputMode="numeric"
      autoComplete="off"
      value={text ?? showDate(current)}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => {
        setText(null);
        shared.onBlur();
      }}
      rightSection={calendar}
    />
  );
}

const calendarLabels = {
  nextMonth: 'Next month',
  previousMonth: 'Previous month',
  nextYear: 'Next year',
  previousYear: 'Previous year',
  nextDecade: 'Next decade',
  previousDecade: 'Previous decade',
};
