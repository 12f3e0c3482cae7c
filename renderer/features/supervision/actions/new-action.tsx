import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { isFailureCode } from '#renderer/api/failures.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { FieldScope } from '#renderer/forms/field-scope.ts';
import { KeptText, type KeptValues } from '#renderer/forms/kept-text.tsx';
import { LeaveGuard } from '#renderer/forms/leave-guard.tsx';
import { useKeepText } from '#renderer/forms/use-keep-text.ts';
import { showIssues, useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import classes from '../supervision.module.css';
import { actionDraftSchema, actionLabels, blankAction } from './action-draft.ts';
import { ActionFields } from './action-fields.tsx';

type Origin = { readonly kind: 'meeting' | 'own'; readonly id: string | null };

function NewActionForm(props: {
  readonly origin: Origin;
  readonly owners: readonly string[];
  readonly textKey: string;
  readonly kept: KeptValues | null;
  readonly onDone: () => void;
}) {
  const { origin, owners, textKey, kept, onDone } = props;
  const { portfolioId } = usePortfolio();
  const form = useZodForm(actionDraftSchema, blankAction(owners[0] ?? ''));
  const add = useMutation(api.actions.add.mutationOptions());
  const saved = useRef(false);
  const { isDirty, isSubmitting } = form.formState;
  const { drop } = useKeepText({ textKey, forms: { action: form }, unsaved: isDirty, kept });
  return (
    <div className={classes.form}>
      <LeaveGuard unsaved={isDirty && !isSubmitting && !saved.current} onLose={drop} />
      <ZodForm
        form={form}
        submit="Agree on this action"
        labels={actionLabels}
        failure={isFailureCode(add.error, 'INVALID') ? null : add.error}
        others={
          <Button
            variant="default"
            onClick={() => {
              void drop();
              onDone();
            }}
          >
            Cancel
          </Button>
        }
        onSubmit={async ({ action }) => {
          saved.current = true;
          await add.mutateAsync({ portfolioId, action, origin }).then(
            async () => {
              await drop();
              onDone();
            },
            (fault: unknown) => {
              saved.current = false;
              showIssues(form, fault);
            },
          );
        }}
      >
        <ActionFields form={form} owners={owners} />
      </ZodForm>
    </div>
  );
}

/** A way to agree on another action. What is half written is kept. @param owners the likeliest first. */
export function NewAction(props: { readonly origin: Origin; readonly owners: readonly string[] }) {
  const { origin, owners } = props;
  const { portfolioId } = usePortfolio();
  const [writing, setWriting] = useState(false);
  const textKey = `action/new/${portfolioId}/${origin.id ?? 'own'}`;
  if (!writing)
    return (
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => setWriting(true)}
      >
        Agree on an action
      </Button>
    );
  return (
    <FieldScope value="new-action">
      <KeptText textKey={textKey}>
        {(kept) => (
          <NewActionForm
            origin={origin}
            owners={owners}
            textKey={textKey}
            kept={kept}
            onDone={() => setWriting(false)}
          />
        )}
      </KeptText>
    </FieldScope>
  );
}
