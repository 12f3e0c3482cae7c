import { z } from 'zod';
import { isFailureCode } from '#renderer/api/failures.ts';
import { useUnlock } from '#renderer/api/vault-changes.ts';
import { knownPassphraseSchema } from '#renderer/forms/new-passphrase.ts';
import { PassphraseField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';

const schema = z.strictObject({ passphrase: knownPassphraseSchema });

export function UnlockForm() {
  const unlock = useUnlock();
  const form = useZodForm(schema, { passphrase: '' });
  const submit = async (input: { readonly passphrase: string }) => {
    await unlock.mutateAsync(input).catch((fault: unknown) => {
      if (isFailureCode(fault, 'WRONG_PASSPHRASE'))
        form.setError('passphrase', { message: 'wrong-passphrase' });
      form.setFocus('passphrase', { shouldSelect: true });
    });
  };
  const wrong = isFailureCode(unlock.error, 'WRONG_PASSPHRASE');
  return (
    <ZodForm
      form={form}
      labels={{ passphrase: 'Passphrase' }}
      summary={false}
      failure={wrong ? null : unlock.error}
      busy={unlock.isPending}
      submit="Unlock"
      onSubmit={submit}
    >
      <PassphraseField form={form} name="passphrase" label="Passphrase" required isNew={false} autoFocus />
    </ZodForm>
  );
}
