import { Autocomplete } from '@mantine/core';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { type FieldProps, useField } from './field.ts';

/** One line of text with suggestions; anything else may be typed. */
export function SuggestField<T extends FieldValues, N extends FieldPath<T>, O>(
  props: FieldProps<T, N, O> & { readonly suggestions: readonly string[] },
) {
  const { value, onChange, shared } = useField(props);
  return (
    <Autocomplete
      {...shared}
      autoComplete="off"
      data={[...new Set(props.suggestions)]}
      value={typeof value === 'string' ? value : ''}
      onChange={onChange}
    />
  );
}
