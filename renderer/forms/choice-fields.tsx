import { Checkbox, NumberInput, Radio, Select, Stack } from '@mantine/core';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { type FieldProps, useField } from './field.ts';

export type Choice = { readonly value: string; readonly label: string; readonly description?: string };

const listed = (choices: readonly Choice[]) => choices.map(({ value, label }) => ({ value, label }));

/** One of many, in a list that can be typed into. Empty is `null`. */
export function SelectField<T extends FieldValues, N extends FieldPath<T>, O>(
  props: FieldProps<T, N, O> & {
    readonly choices: readonly Choice[];
    readonly clearable?: boolean;
    /** Can be typed into even where there are few. */
    readonly find?: boolean;
    readonly placeholder?: string;
  },
) {
  const { choices, clearable = false, find = false, placeholder } = props;
  const { value, onChange, shared } = useField(props);
  return (
    <Select
      {...shared}
      {...(placeholder === undefined ? {} : { placeholder })}
      data={listed(choices)}
      searchable={find || choices.length > 8}
      clearable={clearable}
      allowDeselect={clearable}
      nothingFoundMessage="Nothing found"
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
    />
  );
}

/** One of a few, all in sight. */
export function RadioField<T extends FieldValues, N extends FieldPath<T>, O>(
  props: FieldProps<T, N, O> & { readonly choices: readonly Choice[] },
) {
  const { value, onChange, shared } = useField(props);
  return (
    <Radio.Group {...shared} value={typeof value === 'string' ? value : null} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {props.choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            label={choice.label}
            description={choice.description ?? null}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** Any number of a few, all in sight. */
export function CheckboxesField<T extends FieldValues, N extends FieldPath<T>, O>(
  props: FieldProps<T, N, O> & { readonly choices: readonly Choice[] },
) {
  const { value, onChange, shared } = useField(props);
  return (
    <Checkbox.Group {...shared} value={Array.isArray(value) ? (value as string[]) : []} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {props.choices.map((choice) => (
          <Checkbox
            key={choice.value}
            value={choice.value}
            label={choice.label}
            description={choice.description ?? null}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

/** Yes or no. */
export function CheckboxField<T extends FieldValues, N extends FieldPath<T>, O>(props: FieldProps<T, N, O>) {
  const { value, onChange, shared } = useField(props);
  const { withAsterisk: _asterisk, ...input } = shared;
  return (
    <Checkbox
      {...input}
      checked={value === true}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

/** A number; empty is `null`. */
export function NumberField<T extends FieldValues, N extends FieldPath<T>, O>(
  props: FieldProps<T, N, O> & {
    readonly suffix?: string;
    readonly maw?: string | number;
    readonly whole?: boolean;
  },
) {
  const { suffix, maw, whole = false } = props;
  const { value, onChange, shared } = useField(props);
  return (
    <NumberInput
      {...shared}
      {...(suffix === undefined ? {} : { suffix })}
      {...(maw === undefined ? {} : { maw })}
      allowDecimal={!whole}
      hideControls
      inputMode="decimal"
      value={typeof value === 'number' ? value : ''}
      onChange={(next) => onChange(next === '' ? null : Number(next))}
    />
  );
}
