import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { isFailureCode } from '#renderer/api/failures.ts';
import { type ZodForm as Form, showIssues } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import classes from '../supervision.module.css';

/** A short form below an action: saves, closes, and puts what is refused beside its field. */
export function ShortForm<I extends FieldValues, O>(props: {
  readonly form: Form<I, O>;
  readonly submit: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly failure: unknown;
  readonly save: (value: O) => Promise<unknown>;
  readonly onDone: () => void;
  readonly children: ReactNode;
}) {
  const { form, submit, labels, failure, save, onDone, children } = props;
  return (
    <div className={classes.form}>
      <ZodForm
        form={form}
        submit={submit}
        labels={labels}
        failure={isFailureCode(failure, 'INVALID') ? null : failure}
        others={
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
        }
        onSubmit={(value) => save(value).then(onDone, (fault: unknown) => showIssues(form, fault))}
      >
        {children}
      </ZodForm>
    </div>
  );
}
