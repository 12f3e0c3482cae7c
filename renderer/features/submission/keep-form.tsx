import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { ZodForm as Form } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';

/** What a form keeps with: one way for a new record, another for one that exists. */
type Keeping = { readonly isPending: boolean; readonly error: unknown };

/** A form of one record of a list, kept or left. */
export function KeepForm<I extends FieldValues, O>(props: {
  readonly form: Form<I, O>;
  readonly labels: Readonly<Record<string, string>>;
  readonly ways: readonly Keeping[];
  readonly onKeep: (value: O) => void;
  readonly onDone: () => void;
  readonly children: ReactNode;
}) {
  const { form, labels, ways, onKeep, onDone, children } = props;
  return (
    <ZodForm
      form={form}
      onSubmit={onKeep}
      submit="Keep"
      labels={labels}
      busy={ways.some(({ isPending }) => isPending)}
      failure={ways.find(({ error }) => error !== null)?.error}
      others={
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
      }
    >
      {children}
    </ZodForm>
  );
}
