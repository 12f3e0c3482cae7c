import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useContext } from 'react';
import type { FieldErrors, FieldValues } from 'react-hook-form';
import { issueWords } from '#renderer/text/issue-words.ts';
import { ErrorSummary, type FieldProblem } from '#renderer/ui/error-summary.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { fieldId } from './field.ts';
import { FieldScope } from './field-scope.ts';
import type { ZodForm as Form } from './use-zod-form.ts';

/**
 * A form with a button: fields, then what stands in the way, then what failed. `labels` names the fields in the
 * summary. Give `failure` only what `showIssues` could not place next to a field.
 */
export function ZodForm<I extends FieldValues, O>(props: {
  readonly form: Form<I, O>;
  readonly onSubmit: (value: O) => unknown;
  readonly submit: ReactNode;
  /** Field name to label, for the summary. */
  readonly labels: Readonly<Record<string, string>>;
  readonly failure?: unknown;
  readonly busy?: boolean;
  /** False for a form of one field, whose own message is enough. */
  readonly summary?: boolean;
  /** Further buttons, after the first. */
  readonly others?: ReactNode;
  readonly children: ReactNode;
}) {
  const { form, onSubmit, submit, labels, failure, busy = false, summary = true, others, children } = props;
  const { errors, submitCount, isSubmitting } = form.formState;
  const scope = useContext(FieldScope);
  const problems = !summary || submitCount === 0 ? [] : problemsOf(errors, labels, scope);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        void form.handleSubmit(async (value) => {
          await onSubmit(value);
        })(event);
      }}
    >
      <Stack gap="lg">
        <ErrorSummary problems={problems} attempt={submitCount} />
        {children}
        {failure === undefined || failure === null ? null : <FailedState error={failure} />}
        <Group>
          <Button type="submit" loading={busy || isSubmitting}>
            {submit}
          </Button>
          {others}
        </Group>
      </Stack>
    </form>
  );
}

/** Every error of a form, nested ones too, with its label and words. */
export function problemsOf(
  errors: FieldErrors,
  labels: Readonly<Record<string, string>>,
  scope = '',
): FieldProblem[] {
  return leaves(errors, []).map(({ path, message }) => {
    const name = path.join('.');
    const label = labels[name] ?? labels[path.filter((step) => !/^\d+$/.test(step)).join('.')] ?? 'This form';
    return { fieldId: fieldId(name, scope), label, words: issueWords(message) };
  });
}

type Leaf = { readonly path: readonly string[]; readonly message: string };

function leaves(node: unknown, path: readonly string[]): Leaf[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('message' in node && typeof node.message === 'string') return [{ path, message: node.message }];
  return Object.entries(node)
    .filter(([key]) => key !== 'ref')
    .flatMap(([key, child]) => leaves(child, key === 'root' ? path : [...path, key]));
}
