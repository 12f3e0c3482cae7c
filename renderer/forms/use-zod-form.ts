import { zodResolver } from '@hookform/resolvers/zod';
import {
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  type UseFormReturn,
  useForm,
} from 'react-hook-form';
import type { z } from 'zod';
import { failureOf } from '#renderer/api/failures.ts';
import { issueCode } from '#renderer/text/issue-words.ts';

/** A form over a schema: `I` is what the inputs hold, `O` what the schema makes of it. */
export type ZodForm<I extends FieldValues, O> = UseFormReturn<I, unknown, O>;

/**
 * A form over one of the contract's own schemas. Messages are issue codes; `issueWords` has their words. Checks when
 * a field is left, then at every change, so that nobody is told off while typing the first letter.
 * @param defaultValues complete: a field without a value starts as `''` or `null`, never undefined.
 */
export function useZodForm<I extends FieldValues, O>(
  schema: z.ZodType<O, I>,
  defaultValues: I,
): ZodForm<I, O> {
  return useForm<I, unknown, O>({
    resolver: zodResolver<I, unknown, O>(schema, { error: (issue) => issueCode(issue) }),
    // The library asks for a deep partial; a complete value is one.
    defaultValues: defaultValues as DefaultValues<I>,
    mode: 'onTouched',
    // The error summary takes focus after a submit; autosave must never move it.
    shouldFocusError: false,
  });
}

/**
 * Puts the issues of an INVALID failure next to their fields. True when every issue found a place.
 * @param under where the form's value sits in the procedure's input, for example `['item']`.
 */
export function showIssues<T extends FieldValues, O>(
  form: UseFormReturn<T, unknown, O>,
  fault: unknown,
  under: readonly string[] = [],
): boolean {
  const known = failureOf(fault);
  if (known?.code !== 'INVALID') return false;
  let placed = 0;
  for (const { path, code } of known.data.issues) {
    const inside = path.length > under.length && under.every((step, at) => path[at] === step);
    if (!inside) continue;
    // The path came from the same schema the form is made of.
    form.setError(path.slice(under.length).join('.') as FieldPath<T>, { type: 'door', message: code });
    placed += 1;
  }
  return placed > 0 && placed === known.data.issues.length;
}
