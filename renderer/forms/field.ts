import { useContext, useEffect, useRef } from 'react';
import {
  type FieldPath,
  type FieldPathValue,
  type FieldValues,
  type UseFormReturn,
  useController,
} from 'react-hook-form';
import { issueWords } from '#renderer/text/issue-words.ts';
import { afterPress } from './after-press.ts';
import { FieldScope } from './field-scope.ts';

/** What every field of the kit needs. The form is passed plainly, so that names are checked against its schema. */
export type FieldProps<T extends FieldValues, N extends FieldPath<T>, O = unknown> = {
  readonly form: UseFormReturn<T, unknown, O>;
  readonly name: N;
  readonly label: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
};

/** The id of a field's input, so that an error summary can link to it. @param scope of the form's `FieldScope` */
export const fieldId = (name: string, scope = ''): string =>
  `field-${scope === '' ? '' : `${scope}-`}${name.replaceAll('.', '-')}`;

/** Ties one input to the form. Mantine joins `error` and `description` to the input with `aria-describedby`. */
export function useField<T extends FieldValues, N extends FieldPath<T>, O>(props: FieldProps<T, N, O>) {
  const { form, name, label, description, required = false, disabled = false } = props;
  const { field, fieldState } = useController({ control: form.control, name });
  const message = fieldState.error?.message;
  const scope = useContext(FieldScope);
  const mounted = useRef(false);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  return {
    value: field.value as FieldPathValue<T, N>,
    onChange: field.onChange as (value: unknown) => void,
    error: fieldState.error === undefined ? undefined : issueWords(message ?? 'invalid'),
    shared: {
      id: fieldId(name, scope),
      name,
      ref: field.ref,
      onBlur: () =>
        afterPress(() => {
          // What was pressed may have been the button that takes this very field away.
          if (mounted.current) field.onBlur();
        }),
      label,
      required,
      disabled,
      // Screen readers announce "required"; the browser's own pop-ups stay away because forms are `noValidate`.
      withAsterisk: required,
      error: fieldState.error === undefined ? undefined : issueWords(message ?? 'invalid'),
      ...(description === undefined ? {} : { description }),
    },
  };
}
