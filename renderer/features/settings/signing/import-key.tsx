import { Button, FileButton, Group, Input, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { client } from '#renderer/api/client.ts';
import { uploadFile } from '#renderer/api/uploads.ts';
import { PassphraseField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { FailedState } from '#renderer/ui/states.tsx';

const schema = z.strictObject({ password: z.string().max(1024, { error: 'too-long' }) });

/** Takes an organisation's key file and its password. The file is read once and not kept; the key is, in the vault. */
export function ImportKey({ onDone }: { readonly onDone: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const form = useZodForm(schema, { password: '' });
  const bring = useMutation({
    mutationFn: async (input: { readonly file: File; readonly password: string }) => {
      const uploadId = await uploadFile(input.file);
      return client.signing.importKey({ uploadId, password: input.password });
    },
  });
  const submit = async ({ password }: z.output<typeof schema>) => {
    if (file === null) return;
    // What was refused is shown below the form.
    const done = await bring.mutateAsync({ file, password }).then(
      () => true,
      () => false,
    );
    if (done) onDone();
  };
  return (
    <Stack gap="md" component="section" aria-label="A key from your organisation">
      <Input.Wrapper
        label="Key file"
        description="A .p12 or .pfx file your organisation gave you. It is read on this computer only."
        labelElement="div"
      >
        <Group gap="sm" mt={6}>
          <FileButton
            onChange={setFile}
            accept=".p12,.pfx,application/x-pkcs12"
            inputProps={{ 'aria-label': 'Key file' }}
          >
            {(button) => (
              <Button variant="default" leftSection={<IconKey size={18} aria-hidden />} {...button}>
                Choose the file
              </Button>
            )}
          </FileButton>
          <Text size="sm">{file === null ? 'No file chosen' : file.name}</Text>
        </Group>
      </Input.Wrapper>
      {file === null ? (
        <Button variant="default" w="fit-content" onClick={onDone}>
          Cancel
        </Button>
      ) : (
        <ZodForm
          form={form}
          onSubmit={submit}
          submit="Use this key"
          summary={false}
          labels={{ password: 'Password of the file' }}
          busy={bring.isPending}
          others={
            <Button variant="default" onClick={onDone}>
              Cancel
            </Button>
          }
        >
          <Stack maw="28rem">
            <PassphraseField
              form={form}
              name="password"
              label="Password of the file"
              required={false}
              isNew={false}
            />
          </Stack>
          {bring.isError ? <FailedState error={bring.error} /> : null}
        </ZodForm>
      )}
    </Stack>
  );
}
