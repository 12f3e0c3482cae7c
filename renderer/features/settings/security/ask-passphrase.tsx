import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { isFailureCode } from '#renderer/api/failures.ts';
import { knownPassphraseSchema } from '#renderer/forms/new-passphrase.ts';
import { PassphraseField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';

const schema = z.strictObject({ passphrase: knownPassphraseSchema });

/** Asks for the passphrase again before something that only the owner may do. */
export function AskPassphrase(props: {
  readonly submit: ReactNode;
  readonly busy: boolean;
  readonly failure: unknown;
  /** Rejects with what the app refused. */
  readonly onPassphrase: (passphrase: string) => Promise<unknown>;
  readonly onCancel: () => void;
}) {
  const { submit, busy, failure, onPassphrase, onCancel } = props;
  const form = useZodForm(schema, { passphrase: '' });
  return (
    <ZodForm
      form={form}
      labels={{ passphrase: 'Your passphrase' }}
      summary={false}
      failure={isFailureCode(failure, 'WRONG_PASSPHRASE') ? null : failure}
      busy={busy}
      submit={submit}
      others={
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      }
      onSubmit={async ({ passphrase }) => {
        await onPassphrase(passphrase).catch((fault: unknown) => {
          if (isFailureCode(fault, 'WRONG_PASSPHRASE'))
            form.setError('passphrase', { message: 'wrong-passphrase' });
          form.setFocus('passphrase', { shouldSelect: true });
        });
      }}
    >
      <Stack maw="28rem">
        <PassphraseField
          form={form}
          name="passphrase"
          label="Your passphrase"
          required
          isNew={false}
          autoFocus
        />
      </Stack>
    </ZodForm>
  );
}
