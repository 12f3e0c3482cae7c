import { Button, Code, Container, Divider, Group, Paper, Stack, Text } from '@mantine/core';
import { z } from 'zod';
import { isFailureCode } from '#renderer/api/failures.ts';
import type { AppStatus } from '#renderer/api/status.ts';
import { useOpenSample, useUnlock } from '#renderer/api/vault-changes.ts';
import { PassphraseField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { FailedState } from '#renderer/ui/states.tsx';

const schema = z.strictObject({ passphrase: z.string().min(1, { error: 'required' }).max(1024) });

export function UnlockScreen(props: { readonly status: AppStatus }) {
  const unlock = useUnlock();
  const sample = useOpenSample();
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
    <Container size="xs" px={0}>
      <PageHeader title="Unlock Waymark" />
      <Paper withBorder radius="md" p="lg">
        <ZodForm
          form={form}
          labels={{ passphrase: 'Passphrase' }}
          summary={false}
          failure={wrong ? null : unlock.error}
          busy={unlock.isPending}
          submit="Unlock"
          onSubmit={submit}
        >
          <PassphraseField
            form={form}
            name="passphrase"
            label="Passphrase"
            required
            isNew={false}
            autoFocus
          />
        </ZodForm>
        <Divider my="lg" />
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            Vault: <Code>{props.status.vaultFolder}</Code>
          </Text>
          <Group gap="sm">
            <LinkButton to={paths.verify} variant="default" size="xs">
              Check a signed report
            </LinkButton>
            <Button
              variant="default"
              size="xs"
              loading={sample.isPending}
              onClick={() => sample.mutate(undefined)}
            >
              Look around in the sample
            </Button>
          </Group>
          {sample.isError ? <FailedState error={sample.error} /> : null}
        </Stack>
      </Paper>
    </Container>
  );
}
