import { Button, Stack, Text } from '@mantine/core';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { isFailureCode } from '#renderer/api/failures.ts';
import { useUnlockWithRecoveryCode } from '#renderer/api/vault-changes.ts';
import { newPassphraseSchema, typedRecoveryCodeSchema } from '#renderer/forms/new-passphrase.ts';
import { PassphraseHint } from '#renderer/forms/passphrase-hint.tsx';
import { PassphraseField, TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';

const schema = z
  .strictObject({
    code: typedRecoveryCodeSchema,
    passphrase: newPassphraseSchema,
    again: z.string().min(1, { error: 'required' }),
  })
  .refine(({ passphrase, again }) => passphrase === again, { error: 'passphrases-differ', path: ['again'] });
const labels = { code: 'Recovery code', passphrase: 'New passphrase', again: 'New passphrase again' };

/** The way in for a forgotten passphrase: the printed code, and a new passphrase in the same step. */
export function RecoverForm(props: { readonly onBack: () => void }) {
  const unlock = useUnlockWithRecoveryCode();
  const form = useZodForm(schema, { code: '', passphrase: '', again: '' });
  const passphrase = useWatch({ control: form.control, name: 'passphrase' });
  const wrong = isFailureCode(unlock.error, 'WRONG_RECOVERY_CODE');
  return (
    <ZodForm
      form={form}
      labels={labels}
      failure={wrong ? null : unlock.error}
      busy={unlock.isPending}
      submit="Open my vault"
      others={
        <Button variant="default" onClick={props.onBack}>
          Back
        </Button>
      }
      onSubmit={async (input) => {
        await unlock
          .mutateAsync({ code: input.code, newPassphrase: input.passphrase })
          .catch((fault: unknown) => {
            if (isFailureCode(fault, 'WRONG_RECOVERY_CODE'))
              form.setError('code', { message: 'wrong-recovery-code' });
            form.setFocus('code', { shouldSelect: true });
          });
      }}
    >
      <Text size="sm">
        Take your printed recovery page. Everything in the vault will be there as before, and the page goes on
        working.
      </Text>
      <TextField
        form={form}
        name="code"
        label="Recovery code"
        description="Nine groups of four. Capital or small letters, with or without spaces."
        required
      />
      <Stack gap={6}>
        <PassphraseField form={form} name="passphrase" label="New passphrase" required isNew />
        <PassphraseHint id="passphrase-hint" passphrase={passphrase} />
      </Stack>
      <PassphraseField form={form} name="again" label="New passphrase again" required isNew />
    </ZodForm>
  );
}
