import { Button } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { FieldValues } from 'react-hook-form';
import { FieldScope } from '#renderer/forms/field-scope.ts';
import { LeaveGuard } from '#renderer/forms/leave-guard.tsx';
import type { ZodForm as Form } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';

/** One of the forms of the CV, of which several may be open: kept by a press, or given up. */
export function CvForm<I extends FieldValues, O>(props: {
  readonly form: Form<I, O>;
  readonly onSubmit: (value: O) => unknown;
  readonly labels: Readonly<Record<string, string>>;
  readonly failure: unknown;
  readonly busy: boolean;
  /** False for a form of one field. */
  readonly summary?: boolean;
  readonly onCancel: () => void;
  readonly onLose?: () => Promise<void>;
  /** Written and on its way. */
  readonly done?: boolean;
  readonly children: ReactNode;
}) {
  const { form, onSubmit, labels, failure, busy, summary = true, onCancel, onLose, done = false } = props;
  const scope = useId();
  return (
    <FieldScope value={scope}>
      <ZodForm
        form={form}
        onSubmit={onSubmit}
        submit="Keep"
        labels={labels}
        summary={summary}
        busy={busy}
        failure={failure}
        others={
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        }
      >
        {props.children}
        <LeaveGuard
          searchLeaves
          unsaved={form.formState.isDirty && !busy && !done}
          {...(onLose === undefined ? {} : { onLose })}
        />
      </ZodForm>
    </FieldScope>
  );
}
