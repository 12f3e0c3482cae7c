import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { api } from '#renderer/api/client.ts';
import { TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { Caution } from '#renderer/ui/caution.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import type { BackupStatus } from '#shared/contract/backups.ts';

const schema = z.strictObject({
  folder: z.string().trim().min(1, { error: 'required' }).max(2000, { error: 'too-long' }),
});

function ChooseFolder(props: { readonly onChosen: () => void; readonly onCancel: () => void }) {
  const choose = useMutation(api.backups.choose.mutationOptions());
  const form = useZodForm(schema, { folder: '' });
  return (
    <ZodForm
      form={form}
      labels={{ folder: 'Folder' }}
      summary={false}
      failure={choose.error}
      busy={choose.isPending}
      submit="Use this folder"
      others={
        <Button variant="default" onClick={props.onCancel}>
          Cancel
        </Button>
      }
      onSubmit={async ({ folder }) => {
        await choose.mutateAsync({ folder }).then(props.onChosen, () => undefined);
      }}
    >
      <TextField
        form={form}
        name="folder"
        label="Folder"
        description="Its whole path, for example E:\ for a memory stick, or /Volumes/Stick. It must be there already."
        required
        autoFocus
        maw="34rem"
      />
    </ZodForm>
  );
}

/** Where backups go: best to another disk than the vault’s. */
export function BackupFolder(props: { readonly status: BackupStatus }) {
  const { folder, chosen, synced } = props.status;
  const [choosing, setChoosing] = useState(false);
  const usual = useMutation(api.backups.choose.mutationOptions());
  return (
    <Section title="Where they go">
      <Stack gap="md">
        <Text size="sm">
          <Code>{folder}</Code>
        </Text>
        {chosen ? null : (
          <Text size="sm">
            This is on the same computer as the vault: it helps when a file is damaged, not when the computer
            is lost. Choose a folder on a memory stick or a network drive, or save a complete file now and
            then.
          </Text>
        )}
        {synced ? (
          <Caution title="This folder is synced to somewhere else">
            The backups are encrypted, so nobody there can read them. But the sync program may fill up the
            space you have there, and a backup counts only once it has arrived.
          </Caution>
        ) : null}
        {choosing ? (
          <ChooseFolder onChosen={() => setChoosing(false)} onCancel={() => setChoosing(false)} />
        ) : (
          <Group>
            <Button variant="default" onClick={() => setChoosing(true)}>
              Choose another folder
            </Button>
            {chosen ? (
              <Button
                variant="default"
                loading={usual.isPending}
                onClick={() => usual.mutate({ folder: null })}
              >
                Use the usual folder
              </Button>
            ) : null}
          </Group>
        )}
        {usual.isError ? <FailedState error={usual.error} /> : null}
      </Stack>
    </Section>
  );
}
