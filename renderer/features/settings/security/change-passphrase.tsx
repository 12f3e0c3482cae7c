import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { api } from '#renderer/api/client.ts';
import { failureOf, isFailureCode } from '#renderer/api/failures.ts';
import {
  knownPassphraseSchema,
  newPassphraseSchema,
  typedRecoveryCodeSchema,
} from '#renderer/forms/new-passphrase.ts';
import { PassphraseHint } from '#renderer/forms/passphrase-hint.tsx';
import { PassphraseField, TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';

const schemaFor = (proof: z.ZodType<string, string>) =>
  z
    .strictObject({
      proof,
      passphrase: newPassphraseSchema,
      again: z.string().min(1, { error: 'required' }),
    })
    .refine(({ passphrase, again }) => passphrase === again, {
      error: 'passphrases-differ',
      path: ['again'],
    });
const schemas = {
  passphrase: schemaFor(knownPassphraseSchema),
  code: schemaFor(typedRecoveryCodeSchema),
} as const;
const proofLabels = { passphrase: 'Present passphrase', code: 'Recovery code' } as const;
const wrongProofs: Readonly<Record<string, string>> = {
  WRONG_PASSPHRASE: 'wrong-passphrase',
  WRONG_RECOVERY_CODE: 'wrong-recovery-code',
};

/** The present passphrase or the recovery code, and a new passphrase twice. */
export function ChangePassphrase(props: {
  readonly by: 'passphrase' | 'code';
  readonly onChanged: () => void;
  readonly onCancel: () => void;
}) {
  const { by, onChanged, onCancel } = props;
  const change = useMutation(api.security.changePassphrase.mutationOptions({ gcTime: 0 }));
  const form = useZodForm(schemas[by], { proof: '', passphrase: '', again: '' });
  const passphrase = useWatch({ control: form.control, name: 'passphrase' });
  const wrong =
    isFailureCode(change.error, 'WRONG_PASSPHRASE') || isFailureCode(change.error, 'WRONG_RECOVERY_CODE');
  return (
    <ZodForm
      form={form}
      labels={{ proof: proofLabels[by], passphrase: 'New passphrase', again: 'New passphrase again' }}
      failure={wrong ? null : change.error}
      busy={change.isPending}
      submit="Change it"
      others={
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      }
      onSubmit={async (input) => {
        const proof = by === 'code' ? { code: input.proof } : { passphrase: input.proof };
        await change.mutateAsync({ proof, newPassphrase: input.passphrase }).then(onChanged, (fault) => {
          const message = wrongProofs[failureOf(fault)?.code ?? ''];
          if (message === undefined) return;
          form.setError('proof', { message });
          form.setFocus('proof', { shouldSelect: true });
        });
      }}
    >
      <Stack gap="md" maw="28rem">
        {by === 'code' ? (
          <TextField
            form={form}
            name="proof"
            label={proofLabels.code}
            description="Nine groups of four. Capital or small letters, with or without spaces."
            required
          />
        ) : (
          <PassphraseField form={form} name="proof" label={proofLabels.passphrase} required isNew={false} />
        )}
        <Stack gap={6}>
          <PassphraseField form={form} name="passphrase" label="New passphrase" required isNew />
          <PassphraseHint id="new-passphrase-hint" passphrase={passphrase} />
        </Stack>
        <PassphraseField form={form} name="again" label="New passphrase again" required isNew />
      </Stack>
    </ZodForm>
  );
}
