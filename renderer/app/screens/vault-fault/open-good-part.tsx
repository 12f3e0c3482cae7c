import { Button, Group, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { isFailureCode } from '#renderer/api/failures.ts';
import { useExamine } from '#renderer/api/salvage.ts';
import { useSalvage } from '#renderer/api/vault-changes.ts';
import { PassphraseField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import { FindingList } from './finding-list.tsx';

const schema = z.strictObject({ passphrase: z.string().min(1, { error: 'required' }).max(1024) });

/** First a look, which changes nothing; then, knowing what cannot be read, the choice. */
export function OpenGoodPart() {
  const examine = useExamine();
  const salvage = useSalvage();
  const navigate = useNavigate();
  const form = useZodForm(schema, { passphrase: '' });
  // Kept while the screen is: the second step needs it again.
  const [passphrase, keepPassphrase] = useState('');
  const look = async (input: { readonly passphrase: string }) => {
    try {
      await examine.mutateAsync(input);
      keepPassphrase(input.passphrase);
    } catch (fault) {
      if (isFailureCode(fault, 'WRONG_PASSPHRASE'))
        form.setError('passphrase', { message: 'wrong-passphrase' });
      form.setFocus('passphrase', { shouldSelect: true });
    }
  };
  const open = () =>
    salvage.mutate({ passphrase }, { onSuccess: () => void navigate({ to: paths.home, replace: true }) });

  if (examine.data === undefined) {
    const wrong = isFailureCode(examine.error, 'WRONG_PASSPHRASE');
    return (
      <Stack gap="md">
        <Text size="sm">
          Waymark reads the whole vault and lists what cannot be read, before anything is changed. The damaged
          files are then set aside inside the vault folder, never deleted, and the rest opens.
        </Text>
        <ZodForm
          form={form}
          labels={{ passphrase: 'Passphrase' }}
          summary={false}
          failure={wrong ? null : examine.error}
          busy={examine.isPending}
          submit="See what can be opened"
          onSubmit={look}
        >
          <PassphraseField form={form} name="passphrase" label="Passphrase" required isNew={false} />
        </ZodForm>
      </Stack>
    );
  }
  const { findings, canOpen } = examine.data;
  return (
    <Stack gap="md">
      <FindingList findings={findings} />
      {canOpen ? (
        <Group>
          <Button loading={salvage.isPending} onClick={open}>
            {findings.length === 0 ? 'Open the vault' : 'Set aside and open the good part'}
          </Button>
        </Group>
      ) : (
        <Text size="sm">
          Your own profile cannot be read, and without it the vault does not open. Nothing was changed:
          restore from a backup.
        </Text>
      )}
      {salvage.isError ? <FailedState error={salvage.error} onRetry={open} /> : null}
    </Stack>
  );
}
