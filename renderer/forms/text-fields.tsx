import { PasswordInput, Textarea, TextInput } from '@mantine/core';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { type FieldProps, useField } from './field.ts';

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

type LineProps = {
  readonly placeholder?: string;
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'numeric';
  readonly maxLength?: number;
  readonly maw?: string | number;
  readonly autoFocus?: boolean;
};

const given = <P extends object>(props: P): { [K in keyof P]: Exclude<P[K], undefined> } =>
  // Leaves out what is undefined, as the component types ask.
  Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as never;

/** One line of text. */
export function TextField<T extends FieldValues, N extends FieldPath<T>, O>(
  props: FieldProps<T, N, O> & LineProps,
) {
  const { placeholder, autoComplete = 'off', inputMode, maxLength, maw, autoFocus } = props;
  const { value, onChange, shared } = useField(props);
  return (
    <TextInput
      {...shared}
      {...given({ placeholder, inputMode, maxLength, maw })}
      {...(autoFocus === true ? { 'data-autofocus': true, autoFocus } : {})}
      autoComplete={autoComplete}
      value={asText(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** A line that may be left empty and is then `null`, such as a GMC number. */
export function OptionalTextField<T extends FieldValues, N extends FieldPath<T>, O>(
  props: FieldProps<T, N, O> & LineProps,
) {
  const { placeholder, autoComplete = 'off', inputMode, maxLength, maw } = props;
  const { value, onChange, shared } = useField(props);
  return (
    <TextInput
      {...shared}
      {...given({ placeholder, inputMode, maxLength, maw })}
      autoComplete={autoComplete}
      value={asText(value)}
      onChange={(event) => {
        const text = event.currentTarget.value.replaceAll(/\s/g, '');
        onChange(text === '' ? null : text);
      }}
    />
  );
}

/** Several paragraphs; grows with what is written. */
export function ProseField<T extends FieldValues, N extends FieldPath<T>, O>(
  props: FieldProps<T, N, O> & { readonly minRows?: number; readonly placeholder?: string },
) {
  const { minRows = 3, placeholder } = props;
  const { value, onChange, shared } = useField(props);
  return (
    <Textarea
      {...shared}
      {...given({ placeholder })}
      autosize
      minRows={minRows}
      maxRows={20}
      value={asText(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** A passphrase, hidden until the eye is pressed. Never kept, never filled in by the browser unless it is asked to. */
export function PassphraseField<T extends FieldValues, N extends FieldPath<T>, O>(
  props: FieldProps<T, N, O> & { readonly isNew: boolean; readonly autoFocus?: boolean },
) {
  const { value, onChange, shared } = useField(props);
  return (
    <PasswordInput
      {...shared}
      {...(props.autoFocus === true ? { 'data-autofocus': true, autoFocus: true } : {})}
      autoComplete={props.isNew ? 'new-password' : 'current-password'}
      spellCheck={false}
      // The component ties the message to the input but leaves this out.
      aria-invalid={shared.error !== undefined}
      value={asText(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': `Show ${props.label.toLowerCase()}`, tabIndex: 0 }}
    />
  );
}
